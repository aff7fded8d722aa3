/** Keeps the entries of the vocabularies that can be shown although others have errors. */

import { createVocabularyEntry, type Entry } from '../graph/entries.ts';
import { VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import { createPlaceholders } from '../schema/placeholders.ts';
import type { Content } from '../source/content.ts';
import type { Problem } from '../source/problem.ts';
import { VOCABULARY_SCHEMAS } from '../source/vocabulary-file.ts';
import { blocksRendering } from './blocks-rendering.ts';
import { extractValidFields, findProblemOffsets } from './valid-fields.ts';

/** The text of a required field that cannot be shown. */
const PLACEHOLDER = 'Cannot be shown yet: its file has errors.';

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
        const data = extractValidFields({
          schema,
          yaml: file.yaml,
          faults,
          fallbacks: { ...createPlaceholders(schema, { title: id, sentence: PLACEHOLDER }), id },
          at: [index],
        });
        return createVocabularyEntry(kind, data as never, file.path) as Entry;
      });
  });
}
