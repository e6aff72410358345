import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { ConfigError, environmentSchema, readConfig } from '../src/config.ts'

const example = parseEnv(readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8'))

describe('.env.example', () => {
  it('names exactly the variables that the program reads', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(environmentSchema.shape).sort())
  })

  it('shows the defaults', () => {
    expect(readConfig(example)).toEqual(readConfig({}))
  })
})

describe('readConfig', () => {
  it('needs nothing on the embedded default and listens on this machine alone', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      PORT: 3978,
      HOST: '127.0.0.1',
      STORE: 'sqlite:./data/opstap.sqlite',
      DATA_DIR: './data',
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('keeps the database in the data folder', () => {
    expect(readConfig({ DATA_DIR: '/somewhere' }).STORE).toBe('sqlite:/somewhere/opstap.sqlite')
  })

  it('reads lists of origins', () => {
    expect(readConfig({ ALLOWED_ORIGINS: 'https://a.example, https://b.example' }).ALLOWED_ORIGINS).toEqual([
      'https://a.example',
      'https://b.example',
    ])
  })

  it('names every wrong variable at once with what was expected, and never a value', () => {
    const wrong = () =>
      readConfig({
        PORT: 'many',
        TOKEN_KEY: 'short-secret',
        STORE: 'mongo://x',
        ALLOWED_ORIGINS: 'https://a.example/path',
      })
    expect(wrong).toThrow(ConfigError)
    try {
      wrong()
    } catch (error) {
      const message = String(error)
      for (const name of ['PORT', 'TOKEN_KEY', 'STORE', 'ALLOWED_ORIGINS']) expect(message).toContain(name)
      expect(message).toContain('sqlite:PATH')
      expect(message).not.toContain('short-secret')
    }
  })
})
