/** Knows which words exist. The word lists are on the disk; a command reads them and passes this in. */
export interface Dictionary {
  has(word: string): boolean;
  /** The nearest word that there is. */
  suggest(word: string): string | undefined;
}
