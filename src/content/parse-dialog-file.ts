import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { describePath } from './describe-path.ts'
import type { DialogSource, Path } from './dialog-source.ts'
import { errorAt, type Finding, type Place } from './finding.ts'
import { findingTexts as texts } from './finding-texts.ts'

/**
 * Reads the text of one dialog file. Wrong YAML or a wrong form gives findings, each at the line of the value it is about.
 * @param file path, as findings should show it
 * @param text contents of the file
 * @param schema form it must have
 * @returns the source, or `undefined` when there are findings
 */
export function parseDialogFile<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { source: DialogSource<T> | undefined; findings: Finding[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const findings = document.errors.map((problem) =>
      errorAt({ file, line: lines.linePos(problem.pos[0]).line }, texts.brokenYaml(problem.code)),
    )
    return { source: undefined, findings }
  }
  const lost = findLostAliases(document).map((offset) =>
    errorAt({ file, line: lines.linePos(offset).line }, texts.brokenYaml('ALIAS')),
  )
  if (lost.length > 0) return { source: undefined, findings: lost }
  const placeOf = (path: Path): Place => ({ file, line: lines.linePos(findOffset(document, path)).line })
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { source: { file, data: parsed.data, placeOf }, findings: [] }
  const findings = flattenIssues(parsed.error.issues, []).map(({ path, issue }) =>
    errorAt(placeOf(path), texts.wrongForm(path, issue, describePath(schema, path))),
  )
  return { source: undefined, findings }
}

/** An asterisk before a word refers to something in YAML; authors who mean stress by it refer to nothing. */
function findLostAliases(document: Document.Parsed): number[] {
  const offsets: number[] = []
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined) offsets.push(alias.range?.[0] ?? 0)
    },
  })
  return offsets
}

function findOffset(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (pair === undefined) break
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(key)]
      if (!isNode(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}

interface PlacedIssue {
  path: Path
  issue: z.core.$ZodIssue
}

/** Takes apart what zod nests: unions, wrong keys of a record, several unknown keys in one issue. */
function flattenIssues(issues: readonly z.core.$ZodIssue[], above: Path): PlacedIssue[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))]
    if (issue.code === 'invalid_union') {
      const nearest = findNearestBranch(issue.errors)
      return nearest === undefined ? [{ path, issue }] : flattenIssues(nearest, path)
    }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], issue }))
    }
    return [{ path, issue }]
  })
}

/**
 * Finds the form the author most likely meant: the one with the fewest unknown keys, then the fewest complaints, then the
 * one that got furthest. Without this, a forgotten key in an `answer` would be reported as a broken `say`.
 */
function findNearestBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const weigh = (branch: z.core.$ZodIssue[]) => {
    const unknownKeys = branch.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0),
      0,
    )
    const depth = Math.max(0, ...branch.map((issue) => issue.path.length))
    return unknownKeys * 10_000 + branch.length * 100 - depth
  }
  return [...branches].sort((left, right) => weigh(left) - weigh(right))[0]
}
