/** Extracts the entries of the vocabularies that can be shown although there are errors. */
import { VOCABULARY_FILES, type VocabularyKind } from '../../schema/kinds.ts';
import type { Content } from '../../source/content.ts';
import type { Problem } from '../../source/problem.ts';
import { VOCABULARY_SCHEMAS, type VocabularyFile } from '../../source/vocabulary-file.ts';
import { createVocabularyEntry, type Entry } from '../entries.ts';
import { blocksRendering } from './blocks-rendering.ts';
import { extractValidFields, findErrorOffsets } from './valid-fields.ts';

/** The text of required fields without a valid value. */
const PLACEHOLDER = 'Cannot be shown yet: its file has errors.';

/** @param problems the problems of the vocabulary files */
export function extractValidVocabulary(content: Content, problems: readonly Problem[]): Entry[] {
  const kinds = Object.keys(VOCABULARY_FILES) as VocabularyKind[];
  return kinds.flatMap((kind) => {
    const file = content.findVocabulary(kind);
    return file ? extractValidItems(kind, file, problems) : [];
  });
}

function extractValidItems(
  kind: VocabularyKind,
  { path, text, yaml, items }: VocabularyFile,
  problems: readonly Problem[],
): Entry[] {
  const schema = VOCABULARY_SCHEMAS[kind];
  const errors = problems.filter((problem) => problem.path === path && blocksRendering(problem));
  const errorOffsets = findErrorOffsets(text, errors);
  return items
    .filter(({ id }) => schema.shape.id.safeParse(id).success)
    .map(({ id, index }) => {
      const data = extractValidFields({
        schema,
        yaml,
        errorOffsets,
        title: id,
        placeholder: PLACEHOLDER,
        at: [index],
      });
      return createVocabularyEntry(kind, { ...(data as object), id } as never, path) as Entry;
    });
}
