/** Creates the text of a new page from the answers. */
import type { RootContent } from 'mdast';
import { orderBySchema } from '../import/draft-fields.ts';
import { createId, INCIDENT_TIMES } from '../import/draft-names.ts';
import { formatImportMark, type ImportMark } from '../import/import-mark.ts';
import { formatBody, formatFrontmatter, type ValueComment } from '../import/write-mdx.ts';
import { getInitialFields } from '../schema/field.ts';
import { DOCUMENT_FOLDERS, type DocumentKind, VOCABULARY_FILES } from '../schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { getTextAt } from '../source/field-values.ts';
import type { Answers, UnknownName } from './answers.ts';
import { markGaps } from './mark-gaps.ts';
import { createBodyBlocks } from './page-body.ts';
import type { PageFields } from './page-fields.ts';

/** The body of an existing text, with suggestions for fields. */
export interface ExistingBody {
  readonly blocks: readonly RootContent[];
  readonly comment: readonly string[];
  readonly mark: ImportMark;
}

/** An example of a check, in comments that an author can uncomment. */
const EXAMPLE_CHECK = [
  'checks:',
  '  - activity: the id of the activity that has it on its checklist',
  "    pausePoint: one of that activity's pause points",
  '    text: what to do or confirm, starting with a verb',
  '    expect: the value you expect to see',
];

/** @param sections the sections of postmortems in site.yaml */
export function formatPage(
  kind: DocumentKind,
  { fields: answered, unknown }: Answers,
  sections: readonly string[],
  existing?: ExistingBody,
): string {
  const unknownNames = unknown.map(createUnknownNameComment);
  const emptyLists = Object.fromEntries(unknownNames.map(({ path: [name] }) => [name, []]));
  const marked = markGaps(kind, { ...getInitialFields(DOCUMENT_SCHEMAS[kind]), ...answered });
  const gaps = marked.remarks.filter(({ path: [name] }) => !Object.hasOwn(emptyLists, String(name)));
  const remarks = [...gaps, ...unknownNames];
  const fields = orderBySchema(
    DOCUMENT_SCHEMAS[kind].shape,
    { ...emptyLists, ...marked.fields },
    remarks.map(({ path: [name] }) => String(name)),
  );
  const comment = [...(existing?.comment ?? []), ...(kind === 'lesson' ? EXAMPLE_CHECK : [])];
  const body = formatBody(createBodyBlocks(kind, sections, existing?.blocks));
  const mark = existing ? `\n${formatImportMark(existing.mark)}\n` : '';
  return `${formatFrontmatter(fields, comment, remarks)}\n${body}${mark}`;
}

function createUnknownNameComment({ kind, name, path }: UnknownName): ValueComment {
  return {
    path,
    text: `TODO add ${name.replace(/\s+/g, ' ')} here when it is in ${VOCABULARY_FILES[kind]}`,
  };
}

/** Returns the words of the title, after the day or the month in which the incident started. */
export function suggestId(kind: DocumentKind, fields: PageFields): string {
  const title = getTextAt(fields, ['title']) ?? '';
  const times = kind === 'postmortem' ? INCIDENT_TIMES.map((name) => getTextAt(fields, [name])) : [];
  return createId(title, times, kind);
}

/** Returns the path of the file relative to the content folder. */
export function getPagePath(kind: DocumentKind, id: string): string {
  return `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`;
}
