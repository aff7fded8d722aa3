import type { PostmortemEntry } from '../graph/entries.ts';

/** Returns the prose of a postmortem. Signals are not part of it: they are compared literally. */
export function getPostmortemTexts({ data, sections }: PostmortemEntry): string[] {
  const texts = [
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
  return texts.flatMap((text) => (text === undefined || text === 'unknown' ? [] : [text]));
}
