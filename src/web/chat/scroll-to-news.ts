/**
 * Remembers where the conversation stood before it is drawn again. The function it returns scrolls so far that all that
 * is new is seen, but never past the last message of the person: a long answer is read from its beginning. Somebody who
 * was at the bottom stays there when a line or button appears.
 */
export function scrollToNews(): () => void {
  const found = findScroller()
  if (found === undefined) return () => {}
  const { main, scroller } = found
  const countBefore = main.querySelectorAll('.message').length
  const wasAtBottom = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < 2
  return () => {
    const hasNews = main.querySelectorAll('.message').length > countBefore
    if (!hasNews && !wasAtBottom) return
    const ownMessages = main.querySelectorAll('.message[data-from=user]')
    const lastOwn = ownMessages[ownMessages.length - 1]
    const bottom = scroller.scrollHeight - scroller.clientHeight
    if (lastOwn === undefined) {
      if (hasNews) scroller.scrollTop = bottom
      return
    }
    // This runs for each letter that is typed too: without news nobody is taken back to the beginning of the answer.
    if (!hasNews) {
      scroller.scrollTop = bottom
      return
    }
    const top = topOf(found)
    scroller.scrollTop = Math.min(bottom, scroller.scrollTop + lastOwn.getBoundingClientRect().top - top - 8)
  }
}

/**
 * Remembers which message stood at the top of the screen before the letters get another size. The function it returns
 * puts that message there again: somebody who enlarges the letters wants to read on where they were.
 */
export function keepPlace(): () => void {
  const found = findScroller()
  if (found === undefined) return () => {}
  const { main, scroller } = found
  const top = topOf(found)
  const first = [...main.querySelectorAll('.message')].find((each) => each.getBoundingClientRect().bottom > top)
  if (first === undefined || scroller.scrollTop === 0) return () => {}
  const before = first.getBoundingClientRect().top - top
  return () => {
    scroller.scrollTop += first.getBoundingClientRect().top - topOf(found) - before
  }
}

interface Scroller {
  main: HTMLElement
  scroller: Element
}

/** On a very low screen the page scrolls as a whole (chat.css). */
function findScroller(): Scroller | undefined {
  const main = document.getElementById('main')
  const scroller = main !== null && getComputedStyle(main).overflowY === 'auto' ? main : document.scrollingElement
  return main === null || scroller === null ? undefined : { main, scroller }
}

function topOf({ main, scroller }: Scroller): number {
  return scroller === main ? main.getBoundingClientRect().top : 0
}
