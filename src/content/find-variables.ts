const variable = /\{([^{}]*)\}/g

/**
 * Lists the variables of a text.
 * @param text what an author wrote
 * @returns the names between braces, in order, as often as they stand there
 */
export function findVariables(text: string): string[] {
  return [...text.matchAll(variable)].map((match) => match[1] ?? '')
}
