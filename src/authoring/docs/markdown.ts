/**
 * Writes a Markdown table.
 * @param head names of the columns
 * @param rows cells of each row; a line break or a bar in a cell is written so that it stays in its cell
 * @returns lines, ending in a new line
 */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(toCell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

function toCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** Starts a new line inside a cell. */
export const lineBreak = '<br>'

/**
 * Writes a link.
 * @param title words of the link
 * @param url where it leads
 */
export function renderLink(title: string, url: string): string {
  return `[${title.replace(/[[\]]/g, '\\$&')}](${url.replace(/[()\s]/g, encodeURIComponent)})`
}
