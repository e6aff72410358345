/**
 * Makes a text safe to stand in HTML or SVG, between tags and inside quoted attributes.
 * @param text any text, also what a person typed
 */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
