/**
 * Runs in the page before anything of it, and notes in `window.marks` (milliseconds since the navigation began):
 *
 * - `firstPaint`: the first pixels that are not background.
 * - `bubble`: the first words of the bot are painted. An observer puts `elementtiming` on the first bubble while the
 *   browser reads the HTML, so the browser itself says when that text was on the screen.
 * - `input`: text in the box and Enter bring the text into the conversation on the page. It is tried each 25 ms with
 *   the events of a keyboard, because real keys, sent from outside, would wait for a slow page and measure that too.
 * - `answer`: the first message that came from the server is on the page.
 * - `box`, `message`: in Web Chat, a text box is in the page; the first message is in the page.
 */
export function noteMarks(): void {
  const marks: Record<string, number> = {}
  Object.assign(window, { marks })
  const note = (name: string, ms = performance.now()) => {
    marks[name] ??= ms
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-paint') note('firstPaint', entry.startTime)
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    // `startTime` of such an entry is when the text was painted.
    for (const entry of list.getEntries()) note('bubble', entry.startTime)
  }).observe({ type: 'element', buffered: true })

  const botMessages = () => document.querySelectorAll('#log .message[data-from=bot]').length
  let greetings = 0

  function press(): boolean {
    const field = document.querySelector('#message')
    if (!(field instanceof HTMLTextAreaElement)) return false
    if (greetings === 0) greetings = botMessages()
    field.value = 'Hallo'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    return document.querySelector('#log .message[data-from=user]') !== null
  }
  const trying = setInterval(() => {
    if (document.querySelector('#webchat') !== null) return clearInterval(trying)
    if (!press()) return
    clearInterval(trying)
    // After the frame that shows it.
    requestAnimationFrame(() => setTimeout(() => note('input')))
  }, 25)

  new MutationObserver(() => {
    const first = document.querySelector('#log .message[data-from=bot] .text')
    if (first?.hasAttribute('elementtiming') === false) first.setAttribute('elementtiming', 'bubble')
    if (greetings > 0 && botMessages() > greetings) note('answer')
    if (document.querySelector('#webchat textarea, #webchat input[type=text]') !== null) note('box')
    if (document.querySelector('#webchat [role=feed] > article') !== null) note('message')
  }).observe(document, { childList: true, subtree: true })
}
