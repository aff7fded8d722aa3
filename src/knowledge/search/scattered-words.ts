/** Tells words that are together in a page from those that are only somewhere in it. */
import { removeJoint } from './cjk.ts';
import type { Page } from './search-engine.ts';
import { stem } from './stem.ts';
import { listWords } from './tokens.ts';

/** About the length of a sentence. */
const MAX_DISTANCE = 15;

/**
 * Returns whether the words of a name are in different places of a page, so that the page is not about what they mean
 * together: "disk full" is not about a page with a disk at its beginning and a full moon at its end.
 *
 * @param locations the indexes in `Page.words` of words that matched
 */
export function areScattered(
  name: string,
  { title, aliases, signals, words }: Page,
  locations: readonly number[],
): boolean {
  const wanted = [...new Set(name.split(' ').map(stem))];
  const isIn = (text: string) => {
    const stems = new Set(listWords(text).map(stem));
    return wanted.every((word) => stems.has(word));
  };
  if (wanted.length < 2 || [title, ...aliases, ...signals].some(isIn)) return false;
  const places = findPlaces(wanted, words, locations);
  // The engine found a form of a word that is not known here.
  if (places.some((list) => list.length === 0)) return false;
  const [first = [], ...others] = places;
  return !first.some((place) =>
    others.every((list) => list.some((other) => Math.abs(other - place) <= MAX_DISTANCE)),
  );
}

/** Returns the indexes of each of the wanted stems, in order. */
function findPlaces(
  wanted: readonly string[],
  words: readonly string[],
  locations: readonly number[],
): number[][] {
  const places = wanted.map((): number[] => []);
  for (const location of new Set(locations)) {
    const stems = new Set(listWords(removeJoint(words[location] ?? '')).map(stem));
    for (const [index, word] of wanted.entries()) if (stems.has(word)) places[index]?.push(location);
  }
  return places;
}
