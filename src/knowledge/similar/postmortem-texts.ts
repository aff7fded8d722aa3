/** What a postmortem says in its own words. */
import type { PostmortemEntry } from '../graph/entries.ts';

/** Its parts. Signals are left out: they are compared as such. */
export function getPostmortemTexts({ data, sections }: PostmortemEntry): string[] {
  const told = [
    data.title,
    data.summary,
    data.impact,
    data.detection.gap,
    ...data.factors.map(({ text }) => text),
    ...data.mitigations.map(({ text }) => text),
    ...data.wentWrong,
    ...data.surprises,
    ...sections.flatMap(({ title, text }) => [title, text]),
  ];
  return told.flatMap((text) => (text === undefined || text === 'unknown' ? [] : [text]));
}
