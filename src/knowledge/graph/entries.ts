/** Creates the entries of the knowledge base as plain values from content without errors. */
import type { z } from 'zod';
import {
  type DocumentKind,
  type FieldRelation,
  isVocabularyKind,
  KINDS,
  type Kind,
  type Ref,
  type VocabularyKind,
} from '../schema/kinds.ts';
import type { LessonData } from '../schema/lesson.ts';
import type { NoteData } from '../schema/note.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import type { ActivityData, OrganizationData, ServiceData, TagData } from '../schema/vocabulary.ts';
import type { Content } from '../source/content.ts';
import { DOCUMENT_SCHEMAS, type DocumentFile, type ParsedDocument } from '../source/document-file.ts';
import { type FieldRef, findFieldRefs } from '../source/field-refs.ts';
import { readSections, type Section } from '../source/mdx/body-sections.ts';
import type { BodyHeading, Procedure } from '../source/mdx/document-body.ts';
import { getInlineText } from '../source/mdx/plain-text.ts';
import { readSteps, type Step } from '../source/mdx/procedure-steps.ts';
import { VOCABULARY_SCHEMAS } from '../source/vocabulary-file.ts';

/** The reason for a link between entries. */
export type Relation = FieldRelation | 'serves' | 'mentions' | 'part-of';

interface OutgoingLink {
  readonly to: Ref;
  readonly relation: Relation;
}

interface EntryBase<K extends Kind, Data> {
  readonly kind: K;
  readonly id: string;
  /** The path of its file. */
  readonly path: string;
  readonly data: Data;
  readonly links: readonly OutgoingLink[];
}

interface BodyParts {
  readonly headings: readonly Pick<BodyHeading, 'depth' | 'text' | 'slug'>[];
  /** The body as plain text, section by section. */
  readonly sections: readonly Section[];
}

export type PostmortemEntry = EntryBase<'postmortem', PostmortemData> & BodyParts;
export type NoteEntry = EntryBase<'note', NoteData> & BodyParts;
export type LessonEntry = EntryBase<'lesson', LessonData> & BodyParts;
export type ServiceEntry = EntryBase<'service', ServiceData>;
export type TagEntry = EntryBase<'tag', TagData>;
export type ActivityEntry = EntryBase<'activity', ActivityData>;
export type OrganizationEntry = EntryBase<'organization', OrganizationData>;
/** Its id is `note-id#procedure-id`. The id in its data is the second half. */
export type ProcedureEntry = EntryBase<'procedure', ProcedureData> & { readonly note: string };

interface ProcedureData extends Omit<Procedure, 'span' | 'list'> {
  readonly steps: readonly Step[];
}

export interface EntryByKind {
  postmortem: PostmortemEntry;
  note: NoteEntry;
  lesson: LessonEntry;
  service: ServiceEntry;
  tag: TagEntry;
  activity: ActivityEntry;
  organization: OrganizationEntry;
  procedure: ProcedureEntry;
}

export type Entry = EntryByKind[Kind];

export function getTitle(entry: Entry): string {
  return entry.data.title;
}

/**
 * Creates all entries of content without errors.
 *
 * @throws if a file has errors: the caller has to check the content first
 */
export function createEntries(content: Content): Entry[] {
  return [
    ...listDocuments(content).flatMap((file) => createEntriesFromFile(file, createTitleFinder(content))),
    ...createVocabularyEntries(content),
  ];
}

/** Returns the documents in the order of their entries. */
export function listDocuments(content: Content): DocumentFile[] {
  return (['postmortem', 'note', 'lesson'] as const).flatMap((kind) => content.listDocuments(kind));
}

/** Creates the entry of a document, and those of the procedures in it. */
export function createEntriesFromFile(file: ParsedDocument, titleOf: TitleFinder): Entry[] {
  return [createDocumentEntry(file, titleOf) as Entry, ...createProcedureEntries(file, titleOf)];
}

/** Returns the title of an entry; undefined if there is none, or it is not valid. */
export type TitleFinder = (ref: Ref) => string | undefined;

export function createTitleFinder(content: Content): TitleFinder {
  return (ref) => findTitle(content, ref);
}

function assertValid<Data>(data: Data | undefined, what: string): Data {
  if (data === undefined) throw new Error(`${what} is used before it passed the check`);
  return data;
}

type DocumentEntry<K extends DocumentKind> = EntryBase<K, z.output<(typeof DOCUMENT_SCHEMAS)[K]>> & BodyParts;

/** @throws if the document has no valid data */
export function createDocumentEntry<K extends DocumentKind>(
  file: ParsedDocument<K>,
  titleOf: TitleFinder,
): DocumentEntry<K> {
  const data = assertValid(file.validated.data, file.path);
  const inFields = listFieldLinks(file.kind, data);
  const inBody = file.body.componentRefs
    .filter(({ component }) => component !== 'Procedure')
    .map(({ kind, id }) => ({ to: { kind, id }, relation: 'mentions' as const }));
  const headings = [...file.body.anchors].map(([heading, slug]) => ({
    depth: heading.depth,
    text: getInlineText(heading, file.text, titleOf),
    slug,
  }));
  const sections = readSections(file.mdx.tree, file.text, file.body.anchors, titleOf);
  const links = [...inFields, ...inBody];
  return { kind: file.kind, id: file.id, path: file.path, data, links, headings, sections };
}

/** Returns the links of a document's fields. */
function listFieldLinks(kind: DocumentKind, data: unknown): OutgoingLink[] {
  return toLinks(findFieldRefs(DOCUMENT_SCHEMAS[kind], data));
}

type VocabularyEntry<K extends VocabularyKind> = EntryBase<K, z.output<(typeof VOCABULARY_SCHEMAS)[K]>>;

/** @throws if an item has no valid data */
export function createVocabularyEntries(content: Content): Entry[] {
  return KINDS.filter(isVocabularyKind).flatMap((kind) => createEntriesOfKind(kind, content) as Entry[]);
}

function createEntriesOfKind<K extends VocabularyKind>(kind: K, content: Content): VocabularyEntry<K>[] {
  const file = content.findVocabulary(kind);
  if (!file) return [];
  return file.items.map(({ id, validated }) => {
    const data = assertValid(validated.data, `${file.path}: ${id}`);
    return createVocabularyEntry(kind, data, file.path);
  });
}

/** @param path of its file */
export function createVocabularyEntry<K extends VocabularyKind>(
  kind: K,
  data: VocabularyEntry<K>['data'],
  path: string,
): VocabularyEntry<K> {
  const links = toLinks(findFieldRefs(VOCABULARY_SCHEMAS[kind], data));
  return { kind, id: data.id, path, data, links };
}

/** Returns the title of an entry that may not be created yet. */
export function findTitle(content: Content, { kind, id }: Ref): string | undefined {
  if (kind === 'procedure') return content.findProcedure(id)?.title;
  if (isVocabularyKind(kind)) return content.findItem(kind, id)?.validated.data?.title;
  return content.findDocument(kind, id)?.title;
}

function createProcedureEntries(file: ParsedDocument, titleOf: TitleFinder): ProcedureEntry[] {
  const inherited = listFieldLinks(file.kind, file.validated.data).filter(
    ({ relation }) => relation === 'belongs-to',
  );
  return file.body.procedures.map(({ span: _, list, ...data }) => ({
    kind: 'procedure',
    id: `${file.id}#${data.id}`,
    note: file.id,
    path: file.path,
    data: {
      ...data,
      steps: list ? readSteps(list, file.text, titleOf) : [],
    },
    links: [
      { to: { kind: 'note', id: file.id }, relation: 'part-of' },
      ...inherited,
      { to: { kind: 'activity', id: data.activity }, relation: 'serves' },
      ...data.services.map((id) => ({ to: { kind: 'service' as const, id }, relation: 'involves' as const })),
    ],
  }));
}

function toLinks(refs: readonly FieldRef[]): OutgoingLink[] {
  return refs.map(({ ref, relation }) => ({ to: ref, relation }));
}
