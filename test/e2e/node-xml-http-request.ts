/** The part of `XMLHttpRequest` that `botframework-directlinejs` uses, for Node, which has none. */
export class NodeXmlHttpRequest {
  readyState = 0
  /** 0 when no answer came, as in a browser. */
  status = 0
  responseType = ''
  response: unknown = null
  responseText = ''
  /** Milliseconds; 0 = as long as it takes. */
  timeout = 0
  withCredentials = false
  onreadystatechange: ((event: object) => void) | null = null
  ontimeout: ((event: object) => void) | null = null
  private method = 'GET'
  private url = ''
  private readonly headers: Record<string, string> = {}
  private readonly abortion = new AbortController()
  private answerHeaders = new Headers()

  open(method: string, url: string): void {
    this.method = method
    this.url = url
    this.readyState = 1
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }

  getResponseHeader(name: string): string | null {
    return this.answerHeaders.get(name)
  }

  abort(): void {
    this.abortion.abort()
  }

  send(body?: string): void {
    void this.run(body)
  }

  private async run(body: string | undefined): Promise<void> {
    const tooLate = this.timeout > 0 ? [AbortSignal.timeout(this.timeout)] : []
    const signal = AbortSignal.any([this.abortion.signal, ...tooLate])
    try {
      const { method, headers } = this
      const answer = await fetch(this.url, { method, headers, signal, ...(body === undefined ? {} : { body }) })
      this.responseText = await answer.text()
      this.answerHeaders = answer.headers
      this.status = answer.status
      this.response = this.responseType === 'json' ? parseJson(this.responseText) : this.responseText
    } catch {
      // The reason is not told to a page either: it sees status 0.
      this.status = 0
    }
    if (this.abortion.signal.aborted) return
    if (this.status === 0 && tooLate.some(({ aborted }) => aborted)) return this.ontimeout?.({ type: 'timeout' })
    this.readyState = 4
    this.onreadystatechange?.({ type: 'readystatechange' })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A browser gives null for an answer that is no JSON.
    return null
  }
}
