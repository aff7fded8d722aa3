/** Turns a source document into a draft, the same way for every format. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Root, RootContent } from 'mdast';
import { DOCUMENT_FOLDERS } from '../schema/kinds.ts';
import { formatCount } from '../schema/labels.ts';
import { getTextAt } from '../source/field-values.ts';
import { visit } from '../source/mdx/visit.ts';
import { createNoteFields, createPostmortemFields, type TitleAndSummary } from './draft-fields.ts';
import { type DraftKind, hasField } from './draft-kind.ts';
import { createId, findFreeId, getFirstSentences, getFirstWords, INCIDENT_TIMES } from './draft-names.ts';
import {
  createEventsSection,
  createLeftoversSection,
  describeSuggestions,
  formatSuggestions,
  splitEvents,
  suggestEvents,
} from './draft-sections.ts';
import type { Suggestion } from './extract-sections.ts';
import { findSignals } from './find-signals.ts';
import { formatImportMark, type ImportMark } from './import-mark.ts';
import type { UnmatchedName } from './map-facts.ts';
import { findPagePeople } from './page-people.ts';
import { createProcedures } from './procedures.ts';
import { type Page, readPage } from './read-page.ts';
import type { Fact, SourceDocument } from './source-document.ts';
import { resolveInPageLinks, type SourceLinks } from './source-links.ts';
import { stripInvisible } from './strip-invisible.ts';
import { replacePeople } from './tools/people-as-roles.ts';
import type { VocabularyLookup } from './vocabulary-lookup.ts';
import { formatBody, formatFrontmatter } from './write-mdx.ts';

export interface ImportContext {
  readonly kind: DraftKind;
  readonly vocabulary: VocabularyLookup;
  /** Returns whether an id is in use; the draft then gets another one. */
  readonly isTaken: (id: string) => boolean;
  /** Values for fields that the source has no value for. */
  readonly defaults?: readonly Fact[];
  /** The other files of the import. */
  readonly links?: SourceLinks;
  /** The id that the draft has already; one is made of its title if it is omitted. */
  readonly id?: string;
}

export interface Draft {
  readonly kind: DraftKind;
  readonly id: string;
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
  /** Fields that are `unknown` or only derived: a person must write them. */
  readonly gaps: readonly string[];
  /** Messages for the person who reviews the draft. */
  readonly remarks: readonly string[];
  readonly unknown: readonly UnmatchedName[];
}

/** Identifies a source by its own id, or by a digest of its text if it has none. */
export function createImportMark({ format, facts, source }: SourceDocument): ImportMark {
  const id = facts.find(({ target }) => target === 'id')?.values[0];
  return {
    format,
    id: id && encodeURIComponent(id.toWellFormed()),
    digest: bytesToHex(sha256(utf8ToBytes(source))).slice(0, 16),
  };
}

/** A draft before it is written. */
export interface DraftParts {
  /** The frontmatter, in the order of its schema. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The times of the incident in the source, with the best one for an id first. */
  readonly times: readonly (string | undefined)[];
  /** Suggestions, as comment lines after the fields. */
  readonly comment: readonly string[];
  readonly blocks: readonly RootContent[];
  readonly mark: ImportMark;
  readonly gaps: readonly string[];
  readonly remarks: readonly string[];
  readonly unknown: readonly UnmatchedName[];
}

export function createDraft(source: SourceDocument, context: ImportContext): Draft {
  const { kind, isTaken } = context;
  const { fields, times, comment, blocks, mark, ...rest } = createDraftParts(source, context);
  const text = `${formatFrontmatter(fields, comment)}\n${formatBody(blocks)}\n${formatImportMark(mark)}\n`;
  const id =
    context.id ?? findFreeId(createId(getTextAt(fields, ['title']) ?? '', times, 'imported'), isTaken);
  return { kind, id, path: createDraftPath(kind, id), text, ...rest };
}

function createDraftPath(kind: DraftKind, id: string): string {
  return `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`;
}

/** Returns a draft with another id, which its text does not contain. */
export function nameDraft(draft: Draft, id: string): Draft {
  return { ...draft, id, path: createDraftPath(draft.kind, id) };
}

/** Turns a source into the fields and the body of a draft. */
export function createDraftParts(
  source: SourceDocument,
  {
    kind,
    vocabulary,
    links,
    defaults = [],
  }: Pick<ImportContext, 'kind' | 'vocabulary' | 'links' | 'defaults'>,
): DraftParts {
  const { document, hidden } = stripInvisible(source);
  const usable = defaults.filter(({ target = '' }) => hasField(kind, target));
  const withDefaults = { ...document, facts: [...document.facts, ...usable] };
  const page = readPage(withDefaults, kind, vocabulary, links);
  const { placed, taken } = page;
  const signals = [...(placed.fields.lines.signals ?? []), ...findSignals(page.blocks)];
  const gaps: string[] = [];
  const named = findTitleAndSummary(page, gaps);
  const events =
    kind === 'postmortem' ? splitEvents(document.events) : { timeline: [], rest: document.events };
  const written =
    kind === 'postmortem'
      ? createPostmortemFields(named, placed, taken, [...new Set(signals)], events.timeline, gaps)
      : createNoteFields(named, placed, gaps);
  const services = vocabulary
    .findServicesIn(collectText(page.blocks))
    .filter((id) => !placed.fields.services.includes(id));
  const suggestions: Suggestion[] = [
    ...taken.offers,
    ...suggestEvents(events.rest, kind),
    ...(services.length > 0
      ? [
          {
            field: 'services',
            heading: 'the names in the text',
            items: services.map((id) => ({ text: id })),
          },
        ]
      : []),
  ];
  const { fields, offers, remark } = replacePagePeople(written, suggestions, page, kind);
  const steps =
    kind === 'note'
      ? createProcedures(taken.blocks, named.title, vocabulary)
      : { blocks: taken.blocks, remarks: [] };
  const blocks = [
    ...steps.blocks,
    ...createEventsSection(events.rest),
    ...createLeftoversSection(placed, kind),
  ];
  resolveInPageLinks(blocks);
  return {
    fields,
    times: INCIDENT_TIMES.map((name) => placed.fields.time[name]),
    comment: formatSuggestions(offers),
    blocks,
    mark: createImportMark(source),
    gaps,
    remarks: [
      ...document.remarks,
      ...(hidden > 0 ? [`${formatCount(hidden, 'invisible character')} removed`] : []),
      ...page.remarks,
      ...(remark ? [remark] : []),
      ...steps.remarks,
      ...describeSuggestions(offers),
    ],
    unknown: placed.unknown,
  };
}

/** Fields name roles. Errors and log lines stay as they are, and so does the body. */
function replacePagePeople(
  written: Readonly<Record<string, unknown>>,
  offers: readonly Suggestion[],
  { blocks }: Page,
  kind: DraftKind,
) {
  const people = kind === 'postmortem' ? findPagePeople(blocks) : { roles: [] };
  const { signals, ...fields } = written;
  const { value, remark } = replacePeople({ fields, offers }, people);
  const isChanged = JSON.stringify(value) !== JSON.stringify({ fields, offers });
  return {
    // In the order of the schema, with the signals at their place.
    fields: { ...written, ...value.fields },
    offers: value.offers,
    remark: isChanged ? remark : undefined,
  };
}

/**
 * Returns the title and the summary; missing ones come from the name of the file or the first words of the text, and
 * count as gaps.
 */
function findTitleAndSummary(
  { placed, taken, heading, fileTitle, story }: Page,
  gaps: string[],
): TitleAndSummary {
  const { text } = placed.fields;
  const [saidTitle, saidSummary] = [text.title ?? heading, text.summary ?? taken.fields.summary];
  const title = saidTitle ?? fileTitle ?? getFirstWords(story);
  const summary = saidSummary ?? getFirstSentences(story);
  const origin = fileTitle === undefined ? 'the first words of the text' : 'the name of the file';
  if (!saidTitle) gaps.push(title ? `title (${origin})` : 'title');
  if (!saidSummary) gaps.push(summary ? 'summary (the first sentences of the text)' : 'summary');
  return { title: title ?? 'unknown', summary: summary ?? title ?? 'unknown' };
}

/** Every text of a body on a line of its own, so that no two of them make a word. */
function collectText(blocks: readonly RootContent[]): string {
  const texts: string[] = [];
  const root: Root = { type: 'root', children: [...blocks] };
  visit(root, (node) => {
    if ('value' in node) texts.push(node.value);
  });
  return texts.join('\n');
}
