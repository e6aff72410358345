import type { ComponentChildren, JSX } from 'preact'
import { type Settings, textSizes } from '../session-memory.ts'
import type { Strings } from '../strings.ts'
import { KeepButtons } from './keep-buttons.tsx'
import type { PageActions } from './page-actions.ts'

/** What the menu shows. */
export interface MenuPanelProps {
  words: Strings
  settings: Settings
  isOpen: boolean
  /** Whether there is a conversation to keep, and a connection to get it over. */
  canKeep: boolean
  act: PageActions
}

/** The menu: how to answer, size of the letters, keep and erase. */
export function MenuPanel({ words, settings, isOpen, canKeep, act }: MenuPanelProps): JSX.Element {
  return (
    <section id="menu" class="menu" aria-label={words.menuLabel} hidden={!isOpen}>
      <fieldset>
        <legend>{words.answering}</legend>
        <Choice
          group="answering"
          isChosen={settings.answering === 'typing'}
          choose={() => act.choose({ answering: 'typing' })}
        >
          {words.typing}
        </Choice>
        <Choice
          group="answering"
          isChosen={settings.answering === 'buttons'}
          choose={() => act.choose({ answering: 'buttons' })}
        >
          {words.buttonsOnly}
        </Choice>
      </fieldset>
      <fieldset>
        <legend>{words.textSize}</legend>
        {textSizes.map((textSize) => (
          <Choice
            key={textSize}
            group="text-size"
            isChosen={settings.textSize === textSize}
            choose={() => act.choose({ textSize })}
          >
            {words.textSizeLabel(textSize)}
          </Choice>
        ))}
      </fieldset>
      <h2>{words.keep}</h2>
      <KeepButtons words={words} canKeep={canKeep} act={act} />
      <h2>{words.eraseTitle}</h2>
      <button type="button" onClick={act.erase}>
        {words.erase}
      </button>
    </section>
  )
}

function Choice(props: {
  group: string
  isChosen: boolean
  choose: () => void
  children: ComponentChildren
}): JSX.Element {
  return (
    <label class="choice">
      <input type="radio" name={props.group} checked={props.isChosen} onChange={props.choose} /> {props.children}
    </label>
  )
}
