/** From what a source says to a draft: one function for every format. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { DOCUMENT_FOLDERS } from '../kinds.ts';
import { count } from '../wording.ts';
import { type Named, noteFields, postmortemFields } from './draft-fields.ts';
import { firstSentences, firstWords, freeId, idOf, withoutTitle } from './draft-names.ts';
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

export function draftOf(source: Foreign, { kind, vocabulary, isTaken }: DraftContext): Draft {
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
  const mark = markOf(source);
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
  const body = bodyOf([...taken.blocks, ...sectionOfEvents(events.rest), ...leftoversOf(placed, kind)]);
  const text = `${frontmatterOf(fields, commentOf(offers))}\n${body}\n${markComment(mark)}\n`;
  const id = freeId(idOf(placed, named.title), isTaken);
  return {
    kind,
    id,
    path: `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`,
    text,
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
