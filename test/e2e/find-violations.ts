import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const resultSchema = z.object({
  passes: z.array(z.object({ id: z.string() })),
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
})

/**
 * Lets axe-core look at the page as it is now.
 * @returns a line for each violation of WCAG 2.2 A and AA
 * @throws Error when axe-core looked at nothing
 */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const result = await page.evaluate(
    (tags) => Reflect.get(window, 'axe').run(document, { runOnly: { type: 'tag', values: tags } }),
    wcagTags,
  )
  const { passes, violations } = resultSchema.parse(result)
  if (passes.length === 0) throw new Error('axe-core checked nothing')
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}
