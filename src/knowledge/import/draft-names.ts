/** Finds the title, the summary and the id of a draft in the words of its source. */
import { slug } from 'github-slugger';
import type { RootContent } from 'mdast';
import { describeReservedName } from '../schema/scalars.ts';
import { parseTime } from '../schema/time.ts';
import { isPlaceholder, toPlainWords } from './plain-words.ts';
import { readStoryWords } from './story-blocks.ts';

const SENTENCE_SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
const MAX_SUMMARY_LENGTH = 400;
const MAX_TITLE_LENGTH = 80;

/** Up to three sentences of the first paragraph that says something, without a greeting and lines about the document. */
export function getFirstSentences(blocks: readonly RootContent[]): string | undefined {
  const paragraphs = blocks.filter(({ type }) => type === 'paragraph');
  const words = [
    ...paragraphs.flatMap((block) => readStoryWords(block) ?? []),
    ...paragraphs.map((block) => toPlainWords(block)),
  ].find((text) => !isPlaceholder(text));
  if (!words) return undefined;
  let summary = '';
  for (const { segment } of [...SENTENCE_SEGMENTER.segment(words)].slice(0, 3)) {
    if (summary && summary.length + segment.length > MAX_SUMMARY_LENGTH) break;
    summary += segment;
  }
  return summary.trim() || undefined;
}

export function getFirstWords(blocks: readonly RootContent[]): string | undefined {
  const sentence = getFirstSentences(blocks);
  if (!sentence) return undefined;
  const [first = ''] = [...SENTENCE_SEGMENTER.segment(sentence)].map(({ segment }) => segment.trim());
  if (first.length <= MAX_TITLE_LENGTH) return first.replace(/\.$/, '') || first;
  return `${first.slice(0, MAX_TITLE_LENGTH).replace(/\s+\S*$/, '')} …`;
}

/** The fields whose times an id may begin with, the best one first. */
export const INCIDENT_TIMES = ['started', 'detected', 'mitigated', 'resolved'] as const;

/**
 * Builds an id from the day or the month of the incident, as far as it is known, and words of the title.
 *
 * @param times of the incident, the first one that says a month or a day counts
 * @param otherwise what it is called where the title has no letter that an id may have
 */
export function createId(title: string, times: readonly (string | undefined)[], otherwise: string): string {
  const when = times
    .map((value) => (value ? parseTime(value) : undefined))
    .find((value) => value?.yearKnown && value.precision !== 'year');
  const date = when?.source.slice(0, when.precision === 'month' ? 7 : 10) ?? '';
  const all = slug(title.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^a-z0-9-]+/g, '')
    .split('-')
    .filter(Boolean);
  const cut = all.slice(0, MAX_ID_WORDS).join('-').slice(0, MAX_ID_LENGTH);
  const words = cut === all.join('-') ? cut : cut.replace(TRAILING_SMALL_WORDS, '');
  // Digits of a title that look like the date of the incident would be taken for it.
  if (!date && /^\d{4}-\d{2}(?:-|$)/.test(words)) return `${otherwise}-${words}`;
  return [date.replace(/[~?%]/g, ''), words || otherwise].filter(Boolean).join('-');
}

const MAX_ID_WORDS = 8;
const MAX_ID_LENGTH = 60;
/** Words that a shortened title should not end with. */
const TRAILING_SMALL_WORDS =
  /(?:-(?:a|after|an|and|at|before|by|due|for|from|in|of|on|or|that|the|to|which|with))*-?$/;

export function findFreeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let number = 2; isTaken(free) || describeReservedName(free); number++) free = `${id}-${number}`;
  return free;
}
