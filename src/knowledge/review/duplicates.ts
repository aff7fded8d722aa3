/** Finds postmortems that may describe the same incident, for a person to look at. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import type { Time } from '../schema/time.ts';
import type { SimilarPostmortem } from '../similar/similar-postmortems.ts';
import { splitIntoWords } from '../similar/split-into-words.ts';
import { toPlainText } from '../source/inline/plain-text.ts';

export interface Duplicate {
  readonly postmortem: PostmortemEntry;
  /** At least one, without capital letter and full stop. */
  readonly reasons: readonly string[];
}

/** The minimum cosine of two texts that say the same in the same words. */
const MIN_SAME_TEXT_SIMILARITY = 0.8;
/** Two postmortems can have the same shorter title, such as "Outage in May", by chance. */
const MIN_SAME_WORDS = 5;
const DAY_MS = 86_400_000;

/**
 * Finds postmortems that name the same source, have the same title or summary or nearly the same text, or started on
 * the same day in the same organization and share a service or are similar. Those that certainly started on different
 * days are recurrences, not duplicates.
 *
 * @param related the postmortems that `PostmortemSimilarity` finds for this one
 */
export function findDuplicates(
  knowledge: Knowledge,
  related: readonly SimilarPostmortem[],
  postmortem: PostmortemEntry,
): Duplicate[] {
  const similar = new Map(related.map((relation) => [relation.postmortem, relation]));
  return knowledge.all('postmortem').flatMap((other) => {
    if (other === postmortem || areDaysApart(getStartTime(other), getStartTime(postmortem))) return [];
    const reasons = [
      ...compareSources(postmortem, other),
      ...compareSentences(postmortem, other),
      ...compareTexts(similar.get(other)),
      ...compareDays(knowledge, postmortem, other, similar.get(other)),
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

/** Removes what may differ between spellings of one address, and the prefix of an archived copy. */
function normalizeAddress(address: string | undefined): string | undefined {
  return address
    ?.replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\//, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$|\/$/g, '')
    .toLowerCase();
}

function compareSentences(one: PostmortemEntry, other: PostmortemEntry): string[] {
  return (['title', 'summary'] as const).flatMap((field) => {
    const words = splitIntoWords(toPlainText(one.data[field]));
    const isSame = words.join(' ') === splitIntoWords(toPlainText(other.data[field])).join(' ');
    return isSame && words.length >= MIN_SAME_WORDS ? [`the same ${field}`] : [];
  });
}

function compareTexts(relation: SimilarPostmortem | undefined): string[] {
  const isSame = relation?.reasons.some(
    (reason) => reason.reason === 'text' && reason.cosine >= MIN_SAME_TEXT_SIMILARITY,
  );
  return isSame ? ['nearly the same text'] : [];
}

function compareDays(
  knowledge: Knowledge,
  one: PostmortemEntry,
  other: PostmortemEntry,
  relation: SimilarPostmortem | undefined,
): string[] {
  const [start, otherStart] = [getStartTime(one), getStartTime(other)];
  if (![start, otherStart].every(isSingleDay)) return [];
  const { organization: id } = one.data;
  if (id !== other.data.organization) return [];
  const organization = knowledge.find({ kind: 'organization', id });
  const services = one.data.services.filter((service) => other.data.services.includes(service));
  const when = `started on the same day${organization ? ` at ${toPlainText(organization.data.title)}` : ''}`;
  if (services.length > 0) return [`${when}, with ${services.map((id) => `\`${id}\``).join(', ')}`];
  const isSimilar = relation?.reasons.some(({ reason }) => reason === 'text' || reason === 'signal');
  return isSimilar ? [`${when}, and similar`] : [];
}

function isSingleDay({ earliest, latest, yearKnown }: Time): boolean {
  return yearKnown && latest - earliest <= DAY_MS;
}
