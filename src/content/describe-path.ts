import { z } from 'zod'
import type { Path } from './dialog-source.ts'

const jsonSchemaNode = z.looseObject({
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
})

/**
 * Finds what the schema tells authors about a value, to use as a hint.
 * @param schema form of the whole file
 * @param path way to the value
 * @returns the description nearest to the value on its path, or `undefined` when there is none
 */
export function describePath(schema: z.ZodType, path: Path): string | undefined {
  return findDescription(z.toJSONSchema(schema, { io: 'input' }), path)
}

function findDescription(schema: unknown, path: Path): string | undefined {
  const node = jsonSchemaNode.safeParse(schema).data
  if (node === undefined) return undefined
  const [key, ...rest] = path
  if (key === undefined) return node.description ?? firstOf(node.anyOf ?? [], [])
  const below = typeof key === 'number' ? node.items : (node.properties?.[key] ?? node.additionalProperties)
  return findDescription(below, rest) ?? firstOf(node.anyOf ?? [], path) ?? node.description
}

function firstOf(branches: readonly unknown[], path: Path): string | undefined {
  for (const branch of branches) {
    const found = findDescription(branch, path)
    if (found !== undefined) return found
  }
  return undefined
}
