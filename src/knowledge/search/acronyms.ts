/**
 * Finds short forms that a text explains: "Interface Message Processor (IMP)", "IMP (Interface Message Processor)".
 * After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003,
 * limited to initials of words.
 */
import type { AliasGroup } from './aliases.ts';
import { STOP_WORDS } from './common-words.ts';

export function findAcronyms(text: string): AliasGroup[] {
  const found: AliasGroup[] = [];
  for (const { 1: short = '', index } of text.matchAll(/\(["'“]?([A-Z][A-Z0-9]{1,6})s?["'”]?\)/g)) {
    const long = findLongForm(text.slice(0, index).trimEnd(), short);
    if (long) found.push({ names: [short, long], misspellings: [], type: 'acronym' });
  }
  for (const { 1: short = '', 2: long = '' } of text.matchAll(
    /\b([A-Z][A-Z0-9]{1,6}) \(([A-Za-z][A-Za-z -]{5,60})\)/g,
  )) {
    if (findLongForm(long, short) === long)
      found.push({ names: [short, long], misspellings: [], type: 'acronym' });
  }
  return found;
}

/** Returns the last words of a text, if their initials spell the short form. */
function findLongForm(text: string, short: string): string | undefined {
  const words = (/[A-Za-z][A-Za-z -]*$/.exec(text)?.[0] ?? '').split(/[ -]+/);
  for (let from = words.length - 1; from >= Math.max(0, words.length - short.length - 2); from--) {
    const part = words.slice(from);
    const initials = part.map((word) => word[0]?.toUpperCase() ?? '').join('');
    const mainWords = part.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
    const mainInitials = mainWords.map((word) => word[0]?.toUpperCase()).join('');
    if (initials === short || mainInitials === short) return part.join(' ');
  }
  return undefined;
}
