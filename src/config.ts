import { z } from 'zod'
import { findModelProblems } from './model-settings.ts'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)
const wholeNumber = (least: number, most: number) => {
  const expected = `expected a whole number from ${least} to ${most}`
  return z.coerce
    .number(expected)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, expected)
}
const origin = z
  .string()
  .refine(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    'expected an origin such as https://www.example.org',
  )

/** Every variable the program reads. Compared with `.env.example` by a test. All are optional on the embedded default. */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(3978),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  STORE: z
    .string()
    .regex(/^sqlite:.+/, 'expected sqlite:PATH, e.g. sqlite:./data/opstap.sqlite')
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATA_KEYS: z.string().min(1).optional(),
  DIALOGS_DIR: z.string().min(1).default('./dialogs'),
  RETENTION_DAYS: wholeNumber(1, 365).default(30),
  TOKEN_KEY: z.string().min(32, 'expected at least 32 characters').optional(),
  TOKEN_SECONDS: wholeNumber(5, 86_400).default(3600),
  DIRECT_LINE_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
  UPLOADS: flag.default(true),
  FRAME_ANCESTORS: list.pipe(z.array(origin)).default([]),
  TRUSTED_PROXIES: wholeNumber(0, 5).default(0),
  USE_HSTS: flag.default(false),
  SENDS_PER_CONVERSATION: wholeNumber(1, 1_000_000).default(40),
  SENDS_PER_ADDRESS: wholeNumber(1, 1_000_000).default(600),
  CONVERSATIONS_PER_ADDRESS: wholeNumber(1, 1_000_000).default(120),
  REQUESTS_PER_ADDRESS: wholeNumber(1, 10_000_000).default(6000),
  MODEL_URL: z.string().optional(),
  MODEL_NAME: z.string().min(1).optional(),
  MODEL_KEY: z.string().min(1).optional(),
  MODEL_API_VERSION: z.string().min(1).optional(),
  MODEL_ALLOWED_HOSTS: list.default([]),
  MODEL_PROCESSING_AGREEMENT: z.string().optional(),
  MODEL_CALLS_PER_HOUR: wholeNumber(1, 100_000).default(200),
  LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent']).default('info'),
  MicrosoftAppId: z.string().min(1).optional(),
  MicrosoftAppPassword: z.string().min(1).optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MicrosoftAppTenantId: z.string().min(1).optional(),
})

/** The checked configuration, frozen. */
export type Config = Readonly<Omit<z.infer<typeof environmentSchema>, 'STORE'> & { STORE: string }>

/** Variables that are wrong. The message names every one with what was expected. */
export class ConfigError extends Error {
  readonly code = 'bad-config'

  constructor(lines: string[]) {
    super(`Opstap cannot start: ${lines.length} variable(s) of the environment are wrong.\n${lines.join('\n')}`)
    this.name = 'ConfigError'
  }
}

/**
 * Reads the configuration. An empty variable counts as not set.
 * @param environment variables by name; those of the process when left out
 * @throws {ConfigError} naming every wrong variable at once; never a value, since it may be a secret
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = environmentSchema.safeParse(set)
  const wrong = read.error?.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`) ?? []
  wrong.push(...findModelProblems(set).map(({ variable, message }) => `  ${variable}: ${message}`))
  if (!read.success || wrong.length > 0) throw new ConfigError(wrong)
  const { STORE, ...rest } = read.data
  return Object.freeze({ ...rest, STORE: STORE ?? `sqlite:${rest.DATA_DIR}/opstap.sqlite` })
}
