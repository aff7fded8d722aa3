/** Starts a page from an existing text: its facts answer questions, and the text itself is kept complete. */

import { createDraftParts } from '../import/draft.ts';
import type { DraftKind } from '../import/draft-kind.ts';
import type { SourceDocument } from '../import/source-document.ts';
import { createVocabularyLookup } from '../import/vocabulary-lookup.ts';
import type { Content } from '../source/content.ts';
import { getValueAt } from '../source/field-values.ts';
import type { Answers } from './answers.ts';
import type { PageFields } from './page-fields.ts';
import type { ExistingBody } from './page-text.ts';

export interface ExistingText {
  readonly answers: Answers;
  /** Answers made from the first words of the text, by field; an author has to confirm them. */
  readonly proposed: Readonly<Record<string, string>>;
  readonly body: ExistingBody;
  /** Notes for the author. */
  readonly remarks: readonly string[];
}

export function toExistingText(source: SourceDocument, kind: DraftKind, content: Content): ExistingText {
  const { fields, blocks, comment, mark, gaps, remarks, unknown } = createDraftParts(source, {
    kind,
    vocabulary: createVocabularyLookup(content),
  });
  const open = new Set(gaps.map((gap) => gap.split(' ')[0] ?? gap));
  const proposed = gaps
    .filter((gap) => gap.includes('('))
    .map((gap) => gap.split(' ')[0] ?? gap)
    .map((name) => [name, String(getValueAt(fields, [name]))]);
  const answered: PageFields = Object.fromEntries(Object.entries(fields).filter(([name]) => !open.has(name)));
  const unknownNames = unknown.map(
    ({ name, nearest }) =>
      `\`${name}\` is in no vocabulary${nearest ? `; the nearest is \`${nearest}\`` : ''}`,
  );
  return {
    answers: { fields: answered, unknown: [] },
    proposed: Object.fromEntries(proposed),
    body: { blocks, comment, mark },
    remarks: [...remarks, ...unknownNames],
  };
}
