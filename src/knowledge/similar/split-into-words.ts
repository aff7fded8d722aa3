/** Returns the words of a text in lower case: runs of letters and digits. */
export function splitIntoWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
