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
  const unreadable = text.indexOf('\uFFFD')
  if (unreadable >= 0) {
    const line = text.slice(0, unreadable).split('\n').length
    return { source: undefined, findings: [errorAt({ file, line }, texts.unreadableLetter())] }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineOf = (offset: number) => lines.linePos(offset).line
  const problem = findProblem(document, lineOf)
  if (problem !== undefined) {
    const line = lineOf(problem.offset)
    const isTab = /^ *\t/.test(text.split('\n')[line - 1] ?? '')
    const code = isTab ? 'TAB_AS_INDENT' : problem.code
    return { source: undefined, findings: [errorAt({ file, line }, texts.brokenYaml(code))] }
  }
  const lost = findLostAliases(document).map((offset) =>
    errorAt({ file, line: lineOf(offset) }, texts.brokenYaml('ALIAS')),
  )
  for (const { offset, words } of findLostText(document, text)) {
    lost.push(errorAt({ file, line: lineOf(offset) }, texts.lostText(words)))
  }
  if (lost.length > 0) return { source: undefined, findings: lost }
  const placeOf = (path: Path): Place => ({ file, line: lineOf(findOffset(document, path)) })
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { source: { file, data: parsed.data, placeOf }, findings: [] }
  const findings = flattenIssues(parsed.error.issues, []).map(({ path, issue }) =>
    errorAt(placeOf(path), texts.wrongForm(path, issue, describePath(schema, path))),
  )
  return { source: undefined, findings }
}

/**
 * Finds what is wrong first: what a parser says after that is mostly a consequence. A quote that is not closed is noticed
 * only at the next quote or at the end of the file; its author has to look at where it opens.
 */
function findProblem(
  document: Document.Parsed,
  lineOf: (offset: number) => number,
): { offset: number; code: string } | undefined {
  const [first] = [...document.errors].sort((left, right) => left.pos[0] - right.pos[0])
  if (first === undefined) return undefined
  const offset = first.pos[0]
  const line = lineOf(offset)
  let opened = /closing .quote/.test(first.message) ? offset : undefined
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (!range || (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE')) return
      if (lineOf(range[0]) < lineOf(range[1]) && lineOf(range[1]) === line) opened = range[0]
    },
  })
  return opened === undefined ? { offset, code: first.code } : { offset: opened, code: 'OPEN_QUOTE' }
}

/** A # after a space ends a text without quotes, and nobody would notice that the rest is not said. */
function findLostText(document: Document.Parsed, text: string): { offset: number; words: string }[] {
  const lost: { offset: number; words: string }[] = []
  visit(document, {
    Scalar: (_key, { type, range, value }) => {
      if (!range || type !== 'PLAIN' || typeof value !== 'string' || !value.includes(' ')) return
      const words = /^[ \t]+#(.*)/.exec(text.slice(range[1]))?.[1]
      if (words !== undefined) lost.push({ offset: range[1], words: words.trim() })
    },
  })
  return lost
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
