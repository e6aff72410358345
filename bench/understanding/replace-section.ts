/**
 * Puts text between the marks `<!-- bench:NAME -->` and `<!-- /bench:NAME -->` of a page, in place of what stood there.
 * @param page Markdown
 * @param name of the section
 * @param body goes between the marks, on lines of its own
 * @returns the page with the section replaced
 * @throws Error when the page does not have both marks once, in this order
 */
export function replaceSection(page: string, name: string, body: string): string {
  const [opening, closing] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
  const from = page.indexOf(opening)
  const until = page.indexOf(closing)
  const isOnce = from === page.lastIndexOf(opening) && until === page.lastIndexOf(closing)
  if (from < 0 || until < from || !isOnce)
    throw new Error(`Expected the marks ${opening} and ${closing} once each, in this order. Put them in the page.`)
  return `${page.slice(0, from + opening.length)}\n${body.trim()}\n${page.slice(until)}`
}
