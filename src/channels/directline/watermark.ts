/**
 * Reads a watermark: the sequence of the last activity a client has.
 * @param text what the client sent back; null when it sent none
 * @returns 0, the beginning, for none, an empty one, or one that we never gave
 */
export function parseWatermark(text: string | null): number {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0
}
