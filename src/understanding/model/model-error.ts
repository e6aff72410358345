/** Why the model gave nothing to use. Codes only: what a server says may hold a person's words. */
export type ModelFailure =
  /** It took longer than we wait. */
  | 'timeout'
  /** The person said something new, which goes before. */
  | 'hurried'
  /** No connection, one that broke, or a redirect. */
  | 'unreachable'
  /** The server refused the request: wrong key, wrong name, a filter, too many. */
  | 'refused'
  /** The server failed. */
  | 'failed'
  /** More came back than an answer can be. */
  | 'too-big'
  /** What came back is no answer. */
  | 'nonsense'

/** The model gave nothing to use. The message holds no words of anybody. */
export class ModelError extends Error {
  readonly code: ModelFailure

  constructor(code: ModelFailure, cause?: unknown) {
    super(`The model gave no answer: ${code}.`, { cause })
    this.name = 'ModelError'
    this.code = code
  }
}
