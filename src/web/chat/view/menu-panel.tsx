import type { ComponentChildren, JSX } from 'preact'
import { type Settings, textSizes } from '../session-memory.ts'
import { strings, textSizeLabel } from '../strings.ts'
import type { PageActions } from './page-actions.ts'

/** What the menu shows. */
export interface MenuPanelProps {
  settings: Settings
  isOpen: boolean
  act: PageActions
}

/** The menu: how to answer, size of the letters, keep, print and erase. */
export function MenuPanel({ settings, isOpen, act }: MenuPanelProps): JSX.Element {
  return (
    <section id="menu" class="menu" aria-label={strings.menuLabel} hidden={!isOpen}>
      <fieldset>
        <legend>{strings.answering}</legend>
        <Choice
          group="answering"
          isChosen={settings.answering === 'typing'}
          choose={() => act.choose({ answering: 'typing' })}
        >
          {strings.typing}
        </Choice>
        <Choice
          group="answering"
          isChosen={settings.answering === 'buttons'}
          choose={() => act.choose({ answering: 'buttons' })}
        >
          {strings.buttonsOnly}
        </Choice>
      </fieldset>
      <fieldset>
        <legend>{strings.textSize}</legend>
        {textSizes.map((textSize) => (
          <Choice
            key={textSize}
            group="text-size"
            isChosen={settings.textSize === textSize}
            choose={() => act.choose({ textSize })}
          >
            {textSizeLabel(textSize)}
          </Choice>
        ))}
      </fieldset>
      <h2>{strings.thisConversation}</h2>
      <div class="menu-buttons">
        <button type="button" onClick={act.save}>
          {strings.save}
        </button>
        <button type="button" onClick={act.print}>
          {strings.print}
        </button>
        <button type="button" onClick={act.erase}>
          {strings.erase}
        </button>
      </div>
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
