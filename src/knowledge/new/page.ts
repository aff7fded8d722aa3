/** From what was said of a page to the text of its file. */
import type { RootContent } from 'mdast';
import { inOrder } from '../import/draft-fields.ts';
import { INCIDENT_TIMES, idOf } from '../import/draft-names.ts';
import { type ImportMark, markComment } from '../import/import-mark.ts';
import { bodyOf, frontmatterOf, type Remark } from '../import/write-mdx.ts';
import { DOCUMENT_FOLDERS, type DocumentKind, VOCABULARY_FILES } from '../schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { textAt } from '../source/field-values.ts';
import type { Answers, UnknownName } from './answers.ts';
import { bodyBlocks } from './body.ts';
import type { Fields } from './fields.ts';
import { withGaps } from './gaps.ts';

/** What is there already and is taken over: a text, with what was offered for its fields. */
export interface TakenText {
  readonly blocks: readonly RootContent[];
  readonly comment: readonly string[];
  readonly mark: ImportMark;
}

const ALWAYS: Readonly<Record<DocumentKind, Fields>> = {
  postmortem: { kind: 'incident', status: 'draft', visibility: 'internal' },
  note: { status: 'draft', visibility: 'internal' },
  lesson: {},
};

/** What a check of a lesson looks like, ready to be made one by taking the marks away. */
const EXAMPLE_CHECK = [
  'checks:',
  '  - activity: the activity in which it is gone through, by its id',
  "    pausePoint: one of that activity's pause points",
  '    text: what to do or confirm, beginning with a verb',
  '    expect: the value one expects to see',
];

/** @param sections those that site.yaml asks of postmortems */
export function pageText(
  kind: DocumentKind,
  { fields: said, unknown }: Answers,
  sections: readonly string[],
  taken?: TakenText,
): string {
  const named = unknown.map(remarkOf);
  const emptyLists = Object.fromEntries(named.map(({ path: [name] }) => [name, []]));
  const marked = withGaps(kind, { ...ALWAYS[kind], ...said });
  const gaps = marked.remarks.filter(({ path: [name] }) => !Object.hasOwn(emptyLists, String(name)));
  const remarks = [...gaps, ...named];
  const fields = inOrder(
    DOCUMENT_SCHEMAS[kind].shape,
    { ...emptyLists, ...marked.fields },
    remarks.map(({ path: [name] }) => String(name)),
  );
  const comment = [...(taken?.comment ?? []), ...(kind === 'lesson' ? EXAMPLE_CHECK : [])];
  const body = bodyOf(bodyBlocks(kind, sections, taken?.blocks));
  const mark = taken ? `\n${markComment(taken.mark)}\n` : '';
  return `${frontmatterOf(fields, comment, remarks)}\n${body}${mark}`;
}

const LIST_OF = { service: 'services', tag: 'tags' } as const;

function remarkOf({ kind, name }: UnknownName): Remark {
  return {
    path: [LIST_OF[kind]],
    text: `TODO name ${name.replace(/\s+/g, ' ')} here once it stands in ${VOCABULARY_FILES[kind]}`,
  };
}

/** Words of the title, behind the day or month in which it began. */
export function suggestedId(kind: DocumentKind, fields: Fields): string {
  const title = textAt(fields, [kind === 'lesson' ? 'statement' : 'title']) ?? '';
  const times = kind === 'postmortem' ? INCIDENT_TIMES.map((name) => textAt(fields, [name])) : [];
  return idOf(title, times, kind);
}

/** Where the file lies, below the content folder. */
export function pathOf(kind: DocumentKind, id: string): string {
  return `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`;
}
