/** What is offered while an id is typed: every entry by all of its names, the nearest first. */

import type { Kind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import { findNearest } from '../source/find-nearest.ts';
import { listNames } from '../source/vocabulary-names.ts';

export interface NamedChoice {
  readonly id: string;
  readonly title: string;
  /** What it is, in a sentence. */
  readonly meaning: string;
  /** Its other names, misspellings included. */
  readonly names: readonly string[];
}

export interface MatchedChoice extends NamedChoice {
  /** The name that was typed, where it is not the id. */
  readonly by?: string | undefined;
}

/** The entries of a vocabulary that may still be named: what was replaced may not. */
export function listChoices(kind: Extract<Kind, 'service' | 'tag'>, content: Content): NamedChoice[] {
  const file = content.findVocabulary(kind);
  return (file?.items ?? []).flatMap(({ id, index, validated: { data } }) => {
    if (!data || data.replacedBy !== undefined) return [];
    return [{ id, title: data.title, meaning: data.meaning, names: listNames(file?.yaml.value, index) }];
  });
}

/**
 * @param first ids that stand first while nothing is typed
 */
export function filterChoices(
  choices: readonly NamedChoice[],
  typed: string,
  first: readonly string[] = [],
): MatchedChoice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') {
    const place = ({ id }: NamedChoice) => (first.includes(id) ? first.indexOf(id) : first.length);
    return [...choices].sort((a, b) => place(a) - place(b));
  }
  const found = choices.flatMap((choice) => {
    const best = findBestName(choice, wanted);
    return best ? [{ ...best, choice }] : [];
  });
  const ranked = found.sort((a, b) => a.rank - b.rank).map(({ choice, by }) => ({ ...choice, by }));
  return ranked.length > 0 ? ranked : findMisspelt(choices, wanted);
}

/** The whole name, its beginning, the beginning of a word in it, anything within it. */
const MATCHERS: readonly ((name: string, wanted: string) => boolean)[] = [
  (name, wanted) => name === wanted,
  (name, wanted) => name.startsWith(wanted),
  (name, wanted) => name.includes(` ${wanted}`) || name.includes(`-${wanted}`),
  (name, wanted) => name.includes(wanted),
];

/** An id comes before another name that fits as well. */
function findBestName({ id, names }: NamedChoice, wanted: string) {
  for (const [rank, fits] of MATCHERS.entries()) {
    if (fits(id, wanted)) return { rank: rank * 2, by: undefined };
    const by = names.find((name) => fits(name.toLowerCase(), wanted));
    if (by !== undefined) return { rank: rank * 2 + 1, by: by.toLowerCase() === id ? undefined : by };
  }
  return undefined;
}

/** Whether a name is all that it takes: then what was typed is no new one. */
export function isKnownName(choices: readonly NamedChoice[], typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return choices.some(
    ({ id, names }) => id === wanted || names.some((name) => name.toLowerCase() === wanted),
  );
}

function findMisspelt(choices: readonly NamedChoice[], wanted: string): MatchedChoice[] {
  const near = findNearest(
    wanted,
    choices.flatMap(({ id, names }) => [id, ...names]),
  );
  const choice = choices.find(({ id, names }) => id === near || names.includes(near ?? ''));
  return choice ? [{ ...choice, by: near === choice.id ? undefined : near }] : [];
}
