/**
 * Remembers where the conversation stood before it is drawn again. The function it returns scrolls so far that all that
 * is new is seen, but never past the last message of the person: a long answer is read from its beginning. Somebody who
 * was at the bottom stays there when a line or button appears.
 */
export function scrollToNews(): () => void {
  const main = document.getElementById('main')
  // On a very low screen the page scrolls as a whole (chat.css).
  const scroller = main !== null && getComputedStyle(main).overflowY === 'auto' ? main : document.scrollingElement
  if (main === null || scroller === null) return () => {}
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
    const top = scroller === main ? main.getBoundingClientRect().top : 0
    scroller.scrollTop = Math.min(bottom, scroller.scrollTop + lastOwn.getBoundingClientRect().top - top - 8)
  }
}
