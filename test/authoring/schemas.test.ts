import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { generateJsonSchemas } from '../../src/content/json-schemas.ts'

const nodeSchema = z.record(z.string(), z.unknown())
const propertiesSchema = z.record(z.string(), z.looseObject({ description: z.string().optional() }))

/** Every property of a schema, however deep, with what an editor tells about it. */
function listProperties(schema: unknown, path = ''): { path: string; description: string | undefined }[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => listProperties(each, path))
  const node = nodeSchema.safeParse(schema)
  if (!node.success) return []
  const { properties, ...rest } = node.data
  const named = properties === undefined ? {} : propertiesSchema.parse(properties)
  return [
    ...Object.entries(named).flatMap(([name, property]) => [
      { path: `${path}/${name}`, description: property.description },
      ...listProperties(property, `${path}/${name}`),
    ]),
    ...Object.values(rest).flatMap((each) => listProperties(each, path)),
  ]
}

describe('dialogs/schemas', () => {
  it.each(Object.entries(generateJsonSchemas()))('holds %s as it is generated today', (name, contents) => {
    const path = join('dialogs/schemas', name)
    const isUpToDate = existsSync(path) && readFileSync(path, 'utf8') === contents
    if (!isUpToDate) throw new Error(`${path} is out of date. Run: npm run content -- schemas`)
    expect(isUpToDate).toBe(true)
  })

  it.each(Object.entries(generateJsonSchemas()))('tells in Dutch what every property of %s is', (_name, contents) => {
    const properties = listProperties(JSON.parse(contents))
    expect(properties.length).toBeGreaterThan(0)
    expect(properties.filter(({ description }) => description === undefined).map(({ path }) => path)).toEqual([])
    const english = /\b(the|must|should|with)\b/
    expect(properties.filter(({ description }) => english.test(description ?? ''))).toEqual([])
  })
})
