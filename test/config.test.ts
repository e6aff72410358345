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

describe('the optional model', () => {
  const azure = {
    MODEL_URL: 'https://naam.openai.azure.com',
    MODEL_NAME: 'klein',
    MODEL_KEY: 'geheime-sleutel',
    MODEL_API_VERSION: '2024-10-21',
    MODEL_ALLOWED_HOSTS: 'ergens.example, naam.openai.azure.com',
    MODEL_PROCESSING_AGREEMENT: 'signed',
  }
  const own = {
    MODEL_URL: 'http://localhost:8000/v1',
    MODEL_NAME: 'klein',
    MODEL_ALLOWED_HOSTS: 'localhost',
    MODEL_PROCESSING_AGREEMENT: 'own-host',
  }
  const complaint = (environment: Record<string, string>) => {
    try {
      readConfig(environment)
      return ''
    } catch (error) {
      return error instanceof ConfigError ? error.message : `another error: ${error}`
    }
  }

  it('is off by default', () => {
    expect(readConfig({}).MODEL_URL).toBeUndefined()
  })

  it('is accepted with an allowed host and a stated agreement', () => {
    expect(readConfig(azure)).toMatchObject({ MODEL_NAME: 'klein', MODEL_CALLS_PER_HOUR: 200 })
    expect(readConfig(own)).toMatchObject({ MODEL_URL: 'http://localhost:8000/v1' })
    expect(complaint({ ...azure, MODEL_URL: 'https://NAAM.openai.azure.com' })).toBe('')
  })

  it.each(['http://vllm:8000/v1', 'http://10.1.2.3/v1', 'http://[fd00::1]:8000/v1', 'http://model.internal/v1'])(
    "may stand without https at %s, in a network of one's own",
    (url) => {
      expect(complaint({ ...own, MODEL_URL: url, MODEL_ALLOWED_HOSTS: new URL(url).hostname })).toBe('')
    },
  )

  it.each(['http://model.example/v1', 'http://8.8.8.8/v1', 'http://172.32.0.1/v1', 'http://[2001:db8::1]/v1'])(
    "may not stand without https, or as a host of one's own, at %s",
    (url) => {
      const message = complaint({ ...own, MODEL_URL: url, MODEL_ALLOWED_HOSTS: new URL(url).hostname })
      expect(message).toMatch(/MODEL_URL: expected https/)
      expect(message).toMatch(/MODEL_PROCESSING_AGREEMENT: expected "signed"/)
    },
  )

  it.each([undefined, 'yes', 'true', 'Signed', 'own-host'])(
    'is refused when the agreement is %s, and says what it means',
    (said) => {
      const { MODEL_PROCESSING_AGREEMENT: _left, ...rest } = azure
      const message = complaint(said === undefined ? rest : { ...rest, MODEL_PROCESSING_AGREEMENT: said })
      expect(message).toMatch(/1 variable/)
      expect(message).toMatch(/MODEL_PROCESSING_AGREEMENT: expected "signed", which states .*verwerkersovereenkomst/)
    },
  )

  it.each(['', 'openai.azure.com', '*.openai.azure.com', 'naam.openai.azure.com.kwaad.example'])(
    'is refused when the allowed hosts are "%s"',
    (hosts) => {
      expect(complaint({ ...azure, MODEL_ALLOWED_HOSTS: hosts })).toMatch(
        /MODEL_ALLOWED_HOSTS: expected a list of hosts/,
      )
    },
  )

  it.each([
    'niks',
    'ftp://naam.openai.azure.com',
    'https://sleutel@naam.openai.azure.com',
    'https://naam.openai.azure.com/?key=x',
  ])('is refused at the address %s', (url) => {
    expect(complaint({ ...azure, MODEL_URL: url })).toMatch(/MODEL_URL: expected a base URL/)
  })

  it('is refused when a part is missing, naming each variable beside all others that are wrong, and never a value', () => {
    const { MODEL_NAME: _name, MODEL_KEY: _key, ...rest } = azure
    const message = complaint({ ...rest, PORT: 'many' })
    for (const name of ['PORT', 'MODEL_NAME', 'MODEL_KEY']) expect(message).toContain(`${name}: expected`)
    const half = complaint({ MODEL_KEY: 'geheime-sleutel', MODEL_PROCESSING_AGREEMENT: 'signed' })
    expect(half).toMatch(/MODEL_KEY: is set, but MODEL_URL is not/)
    expect(half + complaint({ ...azure, MODEL_URL: 'https://kwaad.example' })).not.toMatch(/geheime-sleutel|kwaad/)
  })
})
