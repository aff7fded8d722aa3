/** What is there already as the beginning of a page: facts that answer questions, and a text that is kept whole. */

import { type DraftKind, draftParts } from '../import/draft.ts';
import type { Foreign } from '../import/foreign.ts';
import { vocabularyLookup } from '../import/vocabulary-lookup.ts';
import type { Content } from '../source/content.ts';
import { valueAt } from '../source/field-values.ts';
import type { Answers } from './answers.ts';
import type { Fields } from './fields.ts';
import type { TakenText } from './page.ts';

export interface Taken {
  readonly answers: Answers;
  /** What was made of the first words of the text, by field: a proposal, until somebody says so. */
  readonly proposed: Readonly<Record<string, string>>;
  readonly text: TakenText;
  /** What a person has to look at. */
  readonly remarks: readonly string[];
}

export function takenFrom(source: Foreign, kind: DraftKind, content: Content): Taken {
  const { fields, blocks, comment, mark, gaps, remarks, unknown } = draftParts(source, {
    kind,
    vocabulary: vocabularyLookup(content),
  });
  const open = new Set(gaps.map((gap) => gap.split(' ')[0] ?? gap));
  const proposed = gaps
    .filter((gap) => gap.includes('('))
    .map((gap) => gap.split(' ')[0] ?? gap)
    .map((name) => [name, String(valueAt(fields, [name]))]);
  const said: Fields = Object.fromEntries(Object.entries(fields).filter(([name]) => !open.has(name)));
  const names = unknown.map(
    ({ name, nearest }) =>
      `\`${name}\` is in no vocabulary${nearest ? `; the nearest is \`${nearest}\`` : ''}`,
  );
  return {
    answers: { fields: said, unknown: [] },
    proposed: Object.fromEntries(proposed),
    text: { blocks, comment, mark },
    remarks: [...remarks, ...names],
  };
}
