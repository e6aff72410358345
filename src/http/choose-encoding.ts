/** A way in which a body can be written. */
export type Encoding = 'br' | 'gzip' | 'identity'

/**
 * Chooses how a body is sent: the first of `available` that the client takes, otherwise plain.
 * @param acceptEncoding the header as it came
 * @param available what there is, best first
 * @see RFC 9110 §12.5.3
 */
export function chooseEncoding(
  acceptEncoding: string | string[] | undefined,
  available: readonly Encoding[],
): Encoding {
  const taken = new Map<string, number>()
  for (const part of String(acceptEncoding ?? '')
    .toLowerCase()
    .split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    taken.set(name, quality === undefined ? 1 : Number(quality.slice(2)))
  }
  const takes = (encoding: Encoding) => (taken.get(encoding) ?? taken.get('*') ?? 0) > 0
  return available.find((encoding) => encoding !== 'identity' && takes(encoding)) ?? 'identity'
}
