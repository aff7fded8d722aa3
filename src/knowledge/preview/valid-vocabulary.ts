/** What of the vocabularies can be shown although they have errors. */

import { createVocabularyEntry, type Entry } from '../graph/entries.ts';
import { VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import type { Problem } from '../source/problem.ts';
import { VOCABULARY_SCHEMAS } from '../source/vocabulary-file.ts';
import { blocksRendering } from './blocks-rendering.ts';
import { extractValidFields, findProblemOffsets } from './valid-fields.ts';

const PLACEHOLDER = 'Not to be shown: its file has errors.';
const FALLBACKS: Readonly<Record<VocabularyKind, Readonly<Record<string, unknown>>>> = {
  service: { meaning: PLACEHOLDER },
  tag: { meaning: PLACEHOLDER },
  activity: { objective: PLACEHOLDER, mode: 'do-confirm', pausePoints: [{ id: 'now', title: 'Now' }] },
};

/** @param problems what the check says about the vocabulary files */
export function extractValidVocabulary(content: Content, problems: readonly Problem[]): Entry[] {
  const kinds = Object.keys(VOCABULARY_FILES) as VocabularyKind[];
  return kinds.flatMap((kind) => {
    const file = content.findVocabulary(kind);
    if (!file) return [];
    const own = problems.filter((problem) => problem.path === file.path && blocksRendering(problem));
    const schema = VOCABULARY_SCHEMAS[kind];
    const faults = findProblemOffsets(file.text, own);
    return file.items
      .filter(({ id }) => schema.shape.id.safeParse(id).success)
      .map(({ id, index }) => {
        const standIns = { id, title: id, ...FALLBACKS[kind] };
        const data = extractValidFields({
          schema,
          yaml: file.yaml,
          faults,
          fallbacks: standIns,
          at: [index],
        });
        return createVocabularyEntry(kind, data as never, file.path) as Entry;
      });
  });
}
