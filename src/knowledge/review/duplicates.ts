/** Postmortems that perhaps tell of one and the same incident: nothing is merged, a person is asked to look. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import type { Time } from '../schema/time.ts';
import type { SimilarPostmortem } from '../similar/similar-postmortems.ts';

export interface Duplicate {
  readonly postmortem: PostmortemEntry;
  /** Never empty; sentences without an end. */
  readonly reasons: readonly string[];
}

/** From this cosine on two texts say the same in the same words. */
const MIN_SAME_TEXT_SIMILARITY = 0.8;
/** A title of fewer words, such as "Outage in May", is given twice by chance. */
const MIN_SAME_WORDS = 5;
const DAY_MS = 86_400_000;

/**
 * Those that name the same source, have the same title or summary, nearly the same text, or began on the same day at
 * the same firm and share a service or are alike; never those that certainly began on different days, for these are
 * the same thing happening again.
 *
 * @param related what `Similarity` says of this postmortem
 */
export function findDuplicates(
  knowledge: Knowledge,
  related: readonly SimilarPostmortem[],
  postmortem: PostmortemEntry,
): Duplicate[] {
  const alike = new Map(related.map((relation) => [relation.postmortem, relation]));
  return knowledge.all('postmortem').flatMap((other) => {
    if (other === postmortem || areDaysApart(getStartTime(other), getStartTime(postmortem))) return [];
    const reasons = [
      ...compareSources(postmortem, other),
      ...compareSentences(postmortem, other),
      ...compareTexts(alike.get(other)),
      ...compareDays(postmortem, other, alike.get(other)),
    ];
    return reasons.length > 0 ? [{ postmortem: other, reasons }] : [];
  });
}

function areDaysApart(one: Time, other: Time): boolean {
  if (!one.yearKnown || !other.yearKnown) return false;
  return one.earliest - other.latest > DAY_MS || other.earliest - one.latest > DAY_MS;
}

function compareSources(one: PostmortemEntry, other: PostmortemEntry): string[] {
  const known = new Set(
    other.data.sources.flatMap(({ url, archiveUrl }) => [url, archiveUrl].map(normalizeAddress)),
  );
  const shared = one.data.sources
    .flatMap(({ url, archiveUrl }) => [url, archiveUrl])
    .filter((address) => address !== undefined && known.has(normalizeAddress(address)));
  return shared.slice(0, 1).map((address) => `the same source \`${address}\``);
}

/** What stays the same when an address is written in another way, or when it is that of a kept copy. */
function normalizeAddress(address: string | undefined): string | undefined {
  return address
    ?.replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\//, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$|\/$/g, '')
    .toLowerCase();
}

function compareSentences(one: PostmortemEntry, other: PostmortemEntry): string[] {
  return (['title', 'summary'] as const).flatMap((field) => {
    const [own, others] = [splitWords(one.data[field]), splitWords(other.data[field])];
    return own.length >= MIN_SAME_WORDS && own.join(' ') === others.join(' ') ? [`the same ${field}`] : [];
  });
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function compareTexts(relation: SimilarPostmortem | undefined): string[] {
  const isSame = relation?.suggestions.some(
    (suggestion) => suggestion.reason === 'text' && suggestion.cosine >= MIN_SAME_TEXT_SIMILARITY,
  );
  return isSame ? ['nearly the same text'] : [];
}

function compareDays(
  one: PostmortemEntry,
  other: PostmortemEntry,
  relation: SimilarPostmortem | undefined,
): string[] {
  const [start, otherStart] = [getStartTime(one), getStartTime(other)];
  if (![start, otherStart].every(isSingleDay)) return [];
  if (splitWords(one.data.organization).join(' ') !== splitWords(other.data.organization).join(' '))
    return [];
  const services = one.data.services.filter((service) => other.data.services.includes(service));
  const when = `began on the same day at ${one.data.organization}`;
  if (services.length > 0) return [`${when}, with ${services.map((id) => `\`${id}\``).join(', ')}`];
  const isAlike = relation?.suggestions.some(({ reason }) => reason === 'text' || reason === 'signal');
  return isAlike ? [`${when}, and reads alike`] : [];
}

function isSingleDay({ earliest, latest, yearKnown }: Time): boolean {
  return yearKnown && latest - earliest <= DAY_MS;
}
