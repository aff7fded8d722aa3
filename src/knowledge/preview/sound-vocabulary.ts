/** What of the vocabularies can be shown although they have errors. */

import { type Entry, vocabularyEntry } from '../graph/entries.ts';
import { VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import type { Problem } from '../source/problem.ts';
import { VOCABULARY_SCHEMAS } from '../source/vocabulary-file.ts';
import { isHindering } from './hindering.ts';
import { offsetsOf, soundFields } from './sound-fields.ts';

const MISSING = 'Not to be shown: its file has errors.';
const STAND_INS: Readonly<Record<VocabularyKind, Readonly<Record<string, unknown>>>> = {
  service: { meaning: MISSING },
  tag: { meaning: MISSING },
  activity: { objective: MISSING, mode: 'do-confirm', pausePoints: [{ id: 'now', title: 'Now' }] },
};

/** @param problems what the check says about the vocabulary files */
export function soundVocabulary(content: Content, problems: readonly Problem[]): Entry[] {
  const kinds = Object.keys(VOCABULARY_FILES) as VocabularyKind[];
  return kinds.flatMap((kind) => {
    const file = content.vocabulary(kind);
    if (!file) return [];
    const own = problems.filter((problem) => problem.path === file.path && isHindering(problem));
    const schema = VOCABULARY_SCHEMAS[kind];
    const faults = offsetsOf(file.text, own);
    return file.items
      .filter(({ id }) => schema.shape.id.safeParse(id).success)
      .map(({ id, index }) => {
        const standIns = { id, title: id, ...STAND_INS[kind] };
        const data = soundFields({ schema, yaml: file.yaml, faults, standIns, at: [index] });
        return vocabularyEntry(kind, data as never, file.path) as Entry;
      });
  });
}
