/** Longer runs of letters are no words. */
const MAX_STEMMED_LENGTH = 40;

/**
 * Removes the most common English endings, so that "rebooting" and "reboots" count as one word. Simpler than the
 * engines' stemmers, because it is used only to find out whether a word is known and how rare it is. After the steps 1a
 * and 1b of Porter, "An algorithm for suffix stripping", 1980.
 */
export function stem(word: string): string {
  if (word.length < 4 || word.length > MAX_STEMMED_LENGTH || /[^a-z]/.test(word)) return word;
  return stripFinalLetters(stripVerbEnding(stripPlural(word)));
}

function stripPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/[^aious]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function stripVerbEnding(word: string): string {
  const stripped = /^(.*[aeiouy].*?)(?:ing|ed|edly|ingly)$/.exec(word)?.[1];
  if (stripped !== undefined && stripped.length >= 3) {
    return /([^aeioulsz])\1$/.test(stripped) ? stripped.slice(0, -1) : stripped;
  }
  return word.length > 6 && /[st]ion$/.test(word) ? word.slice(0, -3) : word;
}

function stripFinalLetters(word: string): string {
  if (word.length > 6 && word.endsWith('ly')) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('e')) return word.slice(0, -1);
  return word.length > 3 && /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
}
