/** From what was said of a page to the text of its file. */
import type { RootContent } from 'mdast';
import { orderBySchema } from '../import/draft-fields.ts';
import { createId, INCIDENT_TIMES } from '../import/draft-names.ts';
import { formatImportMark, type ImportMark } from '../import/import-mark.ts';
import { formatBody, formatFrontmatter, type ValueComment } from '../import/write-mdx.ts';
import { DOCUMENT_FOLDERS, type DocumentKind, VOCABULARY_FILES } from '../schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { getTextAt } from '../source/field-values.ts';
import type { Answers, UnknownName } from './answers.ts';
import { markGaps } from './mark-gaps.ts';
import { createBodyBlocks } from './page-body.ts';
import type { PageFields } from './page-fields.ts';

/** What is there already and is taken over: a text, with what was offered for its fields. */
export interface ExistingBody {
  readonly blocks: readonly RootContent[];
  readonly comment: readonly string[];
  readonly mark: ImportMark;
}

const DEFAULT_FIELDS: Readonly<Record<DocumentKind, PageFields>> = {
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
export function formatPage(
  kind: DocumentKind,
  { fields: said, unknown }: Answers,
  sections: readonly string[],
  taken?: ExistingBody,
): string {
  const named = unknown.map(createUnknownNameComment);
  const emptyLists = Object.fromEntries(named.map(({ path: [name] }) => [name, []]));
  const marked = markGaps(kind, { ...DEFAULT_FIELDS[kind], ...said });
  const gaps = marked.remarks.filter(({ path: [name] }) => !Object.hasOwn(emptyLists, String(name)));
  const remarks = [...gaps, ...named];
  const fields = orderBySchema(
    DOCUMENT_SCHEMAS[kind].shape,
    { ...emptyLists, ...marked.fields },
    remarks.map(({ path: [name] }) => String(name)),
  );
  const comment = [...(taken?.comment ?? []), ...(kind === 'lesson' ? EXAMPLE_CHECK : [])];
  const body = formatBody(createBodyBlocks(kind, sections, taken?.blocks));
  const mark = taken ? `\n${formatImportMark(taken.mark)}\n` : '';
  return `${formatFrontmatter(fields, comment, remarks)}\n${body}${mark}`;
}

const LIST_FIELDS = { service: 'services', tag: 'tags' } as const;

function createUnknownNameComment({ kind, name }: UnknownName): ValueComment {
  return {
    path: [LIST_FIELDS[kind]],
    text: `TODO name ${name.replace(/\s+/g, ' ')} here once it stands in ${VOCABULARY_FILES[kind]}`,
  };
}

/** Words of the title, behind the day or month in which it began. */
export function suggestId(kind: DocumentKind, fields: PageFields): string {
  const title = getTextAt(fields, ['title']) ?? '';
  const times = kind === 'postmortem' ? INCIDENT_TIMES.map((name) => getTextAt(fields, [name])) : [];
  return createId(title, times, kind);
}

/** Where the file lies, below the content folder. */
export function getPagePath(kind: DocumentKind, id: string): string {
  return `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`;
}
