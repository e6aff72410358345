import type { Finding } from './finding.ts'
import { describeFinding, refusalText } from './finding-texts.ts'

/** The written content has errors, so the program may not speak. The message lists each with file, line and hint. */
export class ContentError extends Error {
  /** Stable, to branch on. */
  readonly code = 'content-invalid'
  /** Every finding of severity `error`, in order of file and line. */
  readonly findings: readonly Finding[]

  /**
   * @param folder the folder that was read
   * @param findings the errors that were found, at least one
   */
  constructor(folder: string, findings: readonly Finding[]) {
    super(
      [refusalText(folder, findings.length), ...findings.map((finding) => `  ${describeFinding(finding)}`)].join('\n'),
    )
    this.name = 'ContentError'
    this.findings = findings
  }
}
