/** Looks up the other names of what was typed, and reports them. */
import type { AliasGroup } from '../aliases.ts';
import type { OtherNames, SearchTerm } from '../concepts.ts';
import { lookUpName } from '../term-lookup.ts';
import { toNameKey } from '../tokens.ts';
import { LIMITS, WEIGHTS } from '../weights.ts';
import type { Reading } from './reading.ts';

/**
 * Returns terms for the other names of what was typed, if the pages contain them.
 *
 * @param isKnown whether the pages contain what was typed, so that its other names count less
 */
export function lookUpOtherNames(
  reading: Reading,
  typed: string,
  groups: readonly AliasGroup[],
  isKnown = true,
): SearchTerm[] {
  const key = toNameKey(typed);
  const terms = groups.flatMap((group) => {
    const isMisspelt = group.misspellings.some((word) => toNameKey(word) === key);
    if (isMisspelt && group.names[0]) reading.corrections.push({ typed, meant: group.names[0] });
    const otherNames = group.names.filter((name) => toNameKey(name) !== key);
    const limit = group.type === 'related' ? LIMITS.relatedNames : LIMITS.names;
    const weight = isKnown
      ? WEIGHTS.alias[group.type]
      : Math.max(WEIGHTS.alias[group.type], WEIGHTS.onlyNames);
    return otherNames
      .flatMap((name) => lookUpName(reading.frequencies, name, group.type, weight))
      .slice(0, limit);
  });
  reportNames(
    reading.expansions,
    typed,
    terms.filter(({ via }) => via !== 'foreign' && via !== 'everyday'),
  );
  reportNames(
    reading.inOtherWords,
    typed,
    terms.filter(({ via }) => via === 'everyday'),
  );
  return terms;
}

function reportNames(list: OtherNames[], typed: string, terms: readonly SearchTerm[]): void {
  const names = [...new Set(terms.map(({ text }) => text))];
  if (names.length > 0) list.push({ typed, names });
}
