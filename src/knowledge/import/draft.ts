/** From what a source says to a draft: one function for every format. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { DOCUMENT_FOLDERS } from '../schema/kinds.ts';
import { count } from '../schema/wording.ts';
import { textAt } from '../source/field-values.ts';
import { type Named, noteFields, postmortemFields } from './draft-fields.ts';
import { firstSentences, firstWords, freeId, INCIDENT_TIMES, idOf, withoutTitle } from './draft-names.ts';
import {
  commentOf,
  eventsOf,
  leftoversOf,
  offerOfEvents,
  offerRemarks,
  sectionOfEvents,
  sectionOfProse,
} from './draft-sections.ts';
import type { Foreign } from './foreign.ts';
import { type ImportMark, markComment } from './import-mark.ts';
import { type PlacedFacts, placeFacts, type UnknownName } from './placed-facts.ts';
import { safeBody } from './safe-body.ts';
import { signalsIn } from './signals.ts';
import { type Offer, type TakenSections, takeSections } from './taken-sections.ts';
import { withoutHidden } from './visible.ts';
import type { VocabularyLookup } from './vocabulary-lookup.ts';
import { bodyOf, frontmatterOf } from './write-mdx.ts';

export type DraftKind = 'postmortem' | 'note';

export interface DraftContext {
  readonly kind: DraftKind;
  readonly vocabulary: VocabularyLookup;
  /** Ids that are taken; the draft gets another one. */
  readonly isTaken: (id: string) => boolean;
}

export interface Draft {
  readonly kind: DraftKind;
  readonly id: string;
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
  /** Fields that say `unknown`, or what was only derived: a person has to write them. */
  readonly gaps: readonly string[];
  /** What a person has to look at. */
  readonly remarks: readonly string[];
  readonly unknown: readonly UnknownName[];
}

/** What identifies a source: its own id, or what it says where it has none. */
export function markOf({ format, facts, source }: Foreign): ImportMark {
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
  /** Those of the incident that the source names, the best one for an id first. */
  readonly times: readonly (string | undefined)[];
  /** Comment lines behind the fields: what is offered. */
  readonly comment: readonly string[];
  readonly blocks: readonly RootContent[];
  readonly mark: ImportMark;
  readonly gaps: readonly string[];
  readonly remarks: readonly string[];
  readonly unknown: readonly UnknownName[];
}

export function draftOf(source: Foreign, context: DraftContext): Draft {
  const { kind, isTaken } = context;
  const { fields, times, comment, blocks, mark, ...told } = draftParts(source, context);
  const text = `${frontmatterOf(fields, comment)}\n${bodyOf(blocks)}\n${markComment(mark)}\n`;
  const id = freeId(idOf(textAt(fields, ['title']) ?? '', times, 'imported'), isTaken);
  return { kind, id, path: `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`, text, ...told };
}

/** What a source says, as the fields and the body of a draft. */
export function draftParts(
  source: Foreign,
  { kind, vocabulary }: Pick<DraftContext, 'kind' | 'vocabulary'>,
): DraftParts {
  const { foreign, hidden } = withoutHidden(source);
  const placed = placeFacts(foreign.facts, vocabulary);
  const safe = safeBody([...foreign.body, ...placed.prose.flatMap(sectionOfProse)]);
  const headed = withoutTitle(safe.blocks, placed.fields.text.title);
  const taken =
    kind === 'postmortem'
      ? takeSections(headed.blocks, (field) => isEmpty(placed, field))
      : { blocks: headed.blocks, fields: {}, offers: [] };
  const signals = [...(placed.fields.lines.signals ?? []), ...signalsIn(headed.blocks)];
  const gaps: string[] = [];
  const named = namedIn(placed, headed.title, taken, gaps);
  const events = kind === 'postmortem' ? eventsOf(foreign.events) : { timeline: [], rest: foreign.events };
  const fields =
    kind === 'postmortem'
      ? postmortemFields(named, placed, taken, [...new Set(signals)], events.timeline, gaps)
      : noteFields(named, placed, gaps);
  const services = vocabulary
    .servicesIn(textsOf(headed.blocks))
    .filter((id) => !placed.fields.services.includes(id));
  const offers: Offer[] = [
    ...taken.offers,
    ...offerOfEvents(events.rest, kind),
    ...(services.length > 0
      ? [
          {
            field: 'services' as const,
            heading: 'the names in the text',
            items: services.map((id) => ({ text: id })),
          },
        ]
      : []),
  ];
  return {
    fields,
    times: INCIDENT_TIMES.map((name) => placed.fields.time[name]),
    comment: commentOf(offers),
    blocks: [...taken.blocks, ...sectionOfEvents(events.rest), ...leftoversOf(placed, kind)],
    mark: markOf(source),
    gaps,
    remarks: [
      ...foreign.remarks,
      ...(hidden > 0 ? [`${count(hidden, 'invisible character')} left out`] : []),
      ...safe.remarks,
      ...placed.remarks,
      ...offerRemarks(offers),
    ],
    unknown: placed.unknown,
  };
}

/** What it is called; what is not said is made of the first words of the text, and is a gap. */
function namedIn(
  { fields: { text } }: PlacedFacts,
  heading: string | undefined,
  { blocks, fields }: TakenSections,
  gaps: string[],
): Named {
  const [saidTitle, saidSummary] = [text.title ?? heading, text.summary ?? fields.summary];
  const title = saidTitle ?? firstWords(blocks);
  const summary = saidSummary ?? firstSentences(blocks);
  if (!saidTitle) gaps.push(title ? 'title (the first words of the text)' : 'title');
  if (!saidSummary) gaps.push(summary ? 'summary (the first sentences of the text)' : 'summary');
  return { title: title ?? 'unknown', summary: summary ?? title ?? 'unknown' };
}

/** Every text of a body on a line of its own, so that no two of them make a word. */
function textsOf(blocks: readonly RootContent[]): string {
  const texts: string[] = [];
  const root: Root = { type: 'root', children: [...blocks] };
  visit(root, (node) => {
    if ('value' in node) texts.push(node.value);
  });
  return texts.join('\n');
}

function isEmpty({ fields }: PlacedFacts, field: string): boolean {
  return !Object.hasOwn(fields.text, field) && !Object.hasOwn(fields.lines, field);
}
