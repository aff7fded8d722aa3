/** Lists the entries to choose from while you type an id, by all of their names, the best match first. */

import type { VocabularyKind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import { findNearest } from '../source/find-nearest.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { listNames } from '../source/vocabulary-names.ts';

export interface NamedChoice {
  readonly id: string;
  readonly title: string;
  /** All its names with their misspellings. */
  readonly names: readonly string[];
}

export interface MatchedChoice extends NamedChoice {
  /** The name that matches, if it is not the id. */
  readonly by?: string | undefined;
}

/** Returns the entries of a vocabulary that have not been replaced. */
export function listChoices(kind: VocabularyKind, content: Content): NamedChoice[] {
  const file = content.findVocabulary(kind);
  return (file?.items ?? []).flatMap(({ id, index, validated: { data } }) => {
    if (!data || ('replacedBy' in data && data.replacedBy !== undefined)) return [];
    return [{ id, title: toPlainText(data.title), names: listNames(file?.yaml.value, index) }];
  });
}

/** @param first the ids that come first until you type something */
export function filterChoices(
  choices: readonly NamedChoice[],
  typed: string,
  first: readonly string[] = [],
): MatchedChoice[] {
  const query = typed.trim().toLowerCase();
  if (query === '') {
    const place = ({ id }: NamedChoice) => (first.includes(id) ? first.indexOf(id) : first.length);
    return [...choices].sort((a, b) => place(a) - place(b));
  }
  const found = choices.flatMap((choice) => {
    const best = findBestName(choice, query);
    return best ? [{ ...best, choice }] : [];
  });
  const ranked = found.sort((a, b) => a.rank - b.rank).map(({ choice, by }) => ({ ...choice, by }));
  return ranked.length > 0 ? ranked : findMisspelt(choices, query);
}

/** From the best to the weakest: the whole name, its start, the start of a word in it, any part of it. */
const MATCHERS: readonly ((name: string, query: string) => boolean)[] = [
  (name, query) => name === query,
  (name, query) => name.startsWith(query),
  (name, query) => name.includes(` ${query}`) || name.includes(`-${query}`),
  (name, query) => name.includes(query),
];

/** Prefers an id to another name that matches in the same way. */
function findBestName({ id, names }: NamedChoice, query: string) {
  for (const [rank, isMatch] of MATCHERS.entries()) {
    if (isMatch(id, query)) return { rank: rank * 2, by: undefined };
    const by = names.find((name) => isMatch(name.toLowerCase(), query));
    if (by !== undefined) return { rank: rank * 2 + 1, by: by.toLowerCase() === id ? undefined : by };
  }
  return undefined;
}

/** Returns whether the text is the id or a name of an entry, so that it is not a new name. */
export function isKnownName(choices: readonly NamedChoice[], typed: string): boolean {
  const query = typed.trim().toLowerCase();
  return choices.some(({ id, names }) => id === query || names.some((name) => name.toLowerCase() === query));
}

function findMisspelt(choices: readonly NamedChoice[], query: string): MatchedChoice[] {
  const near = findNearest(
    query,
    choices.flatMap(({ id, names }) => [id, ...names]),
  );
  const choice = choices.find(({ id, names }) => id === near || names.includes(near ?? ''));
  return choice ? [{ ...choice, by: near === choice.id ? undefined : near }] : [];
}
