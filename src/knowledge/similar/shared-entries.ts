/** Combines the lessons and the recurring issues that two postmortems share. */
import type { RelatedReason } from './related-postmortems.ts';

export interface SharedEntries {
  /** For example `Same lesson`. */
  readonly words: string;
  readonly entries: readonly { readonly kind: 'lesson' | 'tag'; readonly id: string }[];
}

/** Returns one item for the lessons that both learned, one for their other lessons, and one for their issues. */
export function listShared(reasons: readonly RelatedReason[]): SharedEntries[] {
  const lessons = reasons.filter((reason) => reason.reason === 'lesson');
  const learned = lessons.filter((reason) => reason.learned);
  const others = lessons.filter((reason) => !reason.learned);
  const tags = reasons.filter((reason) => reason.reason === 'tag');
  return [
    { words: 'Both learned', entries: learned.map(toLesson) },
    { words: others.length > 1 ? 'Same lessons' : 'Same lesson', entries: others.map(toLesson) },
    {
      words: tags.length > 1 ? 'Same recurring issues' : 'Same recurring issue',
      entries: tags.map(({ tag }) => ({ kind: 'tag' as const, id: tag })),
    },
  ].filter(({ entries }) => entries.length > 0);
}

function toLesson({ lesson }: { readonly lesson: string }) {
  return { kind: 'lesson' as const, id: lesson };
}
