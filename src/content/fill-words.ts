const variable = /\{([^{}]*)\}/g

/**
 * Lists the variables of a text.
 * @param text what an author wrote
 * @returns the names between braces, in order, as often as they stand there
 */
export function findVariables(text: string): string[] {
  return [...text.matchAll(variable)].map((match) => match[1] ?? '')
}

/**
 * Fills the words of a region into a text.
 * @param text what an author wrote
 * @param words words by name
 * @returns the text; a variable that has no word stays as it is (the checks report it)
 */
export function fillWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(variable, (whole, name: string) => words[name] ?? whole)
}
