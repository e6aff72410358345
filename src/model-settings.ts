import { BlockList, isIP } from 'node:net'

/** The variables about the model, as they were set. */
type Settings = Readonly<Record<string, string | undefined>>

/** A variable that is wrong, and what was expected. Never a value, since it may be a secret. */
export interface SettingProblem {
  variable: string
  message: string
}

/** Variables that mean nothing without `MODEL_URL`. */
const needUrl = ['MODEL_NAME', 'MODEL_KEY', 'MODEL_API_VERSION', 'MODEL_PROCESSING_AGREEMENT']

const ownNetworks = new BlockList()
ownNetworks.addSubnet('127.0.0.0', 8)
ownNetworks.addSubnet('10.0.0.0', 8)
ownNetworks.addSubnet('172.16.0.0', 12)
ownNetworks.addSubnet('192.168.0.0', 16)
ownNetworks.addAddress('::1', 'ipv6')
ownNetworks.addSubnet('fc00::', 7, 'ipv6')

/**
 * Checks what the variables about the model say together. What somebody wrote may leave the organisation only to a host
 * that was named twice, over a line nobody can read along, with an agreement that somebody stated on purpose.
 * @param settings variables by name; unset ones are absent
 * @returns what is wrong; empty when there is no model, or all is well
 */
export function findModelProblems(settings: Settings): SettingProblem[] {
  const { MODEL_URL: url, MODEL_API_VERSION: apiVersion } = settings
  if (url === undefined) {
    return needUrl
      .filter((variable) => settings[variable] !== undefined)
      .map((variable) => ({ variable, message: 'is set, but MODEL_URL is not; set both or neither' }))
  }
  const parsed = parseBaseUrl(url)
  return [
    ...(parsed === undefined
      ? [problem('MODEL_URL', 'expected a base URL such as https://model.example/v1, without key or question mark')]
      : findHostProblems(parsed, settings)),
    ...(settings.MODEL_NAME === undefined
      ? [problem('MODEL_NAME', 'expected the name of the model, since MODEL_URL is set')]
      : []),
    ...(apiVersion !== undefined && settings.MODEL_KEY === undefined
      ? [problem('MODEL_KEY', 'expected the key of the Azure resource, since MODEL_API_VERSION is set')]
      : []),
  ]
}

function problem(variable: string, message: string): SettingProblem {
  return { variable, message }
}

function parseBaseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isBare = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  return isBare && ['http:', 'https:'].includes(url.protocol) ? url : undefined
}

function findHostProblems(url: URL, settings: Settings): SettingProblem[] {
  const problems: SettingProblem[] = []
  const isOwn = isOwnHost(url.hostname)
  if (url.protocol === 'http:' && !isOwn)
    problems.push(problem('MODEL_URL', 'expected https; http is only for a host in your own network'))
  const allowed = (settings.MODEL_ALLOWED_HOSTS ?? '').split(',').map((host) => host.trim().toLowerCase())
  if (!allowed.includes(url.hostname))
    problems.push(problem('MODEL_ALLOWED_HOSTS', 'expected a list of hosts in which the host of MODEL_URL stands'))
  const statement = settings.MODEL_PROCESSING_AGREEMENT
  if (statement !== 'signed' && !(statement === 'own-host' && isOwn))
    problems.push(problem('MODEL_PROCESSING_AGREEMENT', agreementExpected))
  return problems
}

const agreementExpected = [
  'expected "signed", which states that there is a signed processing agreement (verwerkersovereenkomst, AVG art. 28)',
  'with who runs the host of MODEL_URL; or "own-host", which states that nobody else runs it, and which is only for a',
  'host in your own network. Without a model, leave MODEL_URL empty',
].join(' ')

/** Loopback and private addresses, and names that only exist in one's own network, such as `vllm` of a container. */
function isOwnHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(bare)
  if (family !== 0) return ownNetworks.check(bare, family === 6 ? 'ipv6' : 'ipv4')
  return !bare.includes('.') || /\.(?:localhost|local|internal)$/.test(bare)
}
