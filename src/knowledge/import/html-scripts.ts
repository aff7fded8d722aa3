/** Raised and lowered text, for which Markdown has no sign. */

const SUPERSCRIPTS: Readonly<Record<string, string>> = toTable('0123456789+−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ');
const SUBSCRIPTS: Readonly<Record<string, string>> = toTable('0123456789+−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');

function toTable(from: string, to: string): Record<string, string> {
  const raised = [...to];
  return Object.fromEntries([...from].map((character, index) => [character, raised[index] ?? character]));
}

/** Endings that are raised for their looks (1st, 2ᵉ, ™), and marks of notes in brackets. */
const PLAIN_ENDING = /^(?:st|nd|rd|th|er|re|e|ème|o|a|os|as|tm|®|™|\[[^\]]*\])$/i;

/** Returns raised text so that it is not read as a part of the word before it: `10⁶`, `2^(k+1)`. */
export function formatSuperscript(text: string): string {
  if (text.trim() === '' || PLAIN_ENDING.test(text.trim())) return text;
  return formatScript(text, SUPERSCRIPTS, '^');
}

/** The same for lowered text: `H₂O`, `log_(10)`. */
export function formatSubscript(text: string): string {
  return text.trim() === '' ? text : formatScript(text, SUBSCRIPTS, '_');
}

function formatScript(text: string, table: Readonly<Record<string, string>>, sign: string): string {
  const words = text.trim().replaceAll('-', '−');
  const characters = [...words];
  if (characters.every((character) => Object.hasOwn(table, character))) {
    return characters.map((character) => table[character]).join('');
  }
  return characters.length === 1 ? `${sign}${text.trim()}` : `${sign}(${text.trim()})`;
}
