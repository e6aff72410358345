/**
 * Remembers what has the focus before the page is drawn again. When that is gone afterwards, as after erasing, the
 * function it returns gives the focus to the conversation: a keyboard or a screen reader would begin at the top again.
 */
export function keepFocus(): () => void {
  const focused = document.activeElement
  return () => {
    if (focused?.isConnected === false) document.getElementById('log')?.focus({ preventScroll: true })
  }
}
