/**
 * Creates the text and the facts that the search has of an entry. Every engine reads the same documents, on the site
 * and in the terminal. Sections have the anchors of the page, so that a result links to the passage.
 */
import { OPENING_ID, OPENING_TITLE } from '../checklists/checklist-blocks.ts';
import { findLessonChecks } from '../graph/checks-at-pause-point.ts';
import { type Entry, getTitle, type PostmortemEntry, type ProcedureEntry } from '../graph/entries.ts';
import { findEvidence } from '../graph/evidence.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { describeOwner, getOwner } from '../graph/organization.ts';
import { findProcedureSheet, getProcedureMarks } from '../graph/procedures.ts';
import type { SearchWeight } from '../schema/field.ts';
import { KINDS, type Kind, type Ref } from '../schema/kinds.ts';
import { type PageSection, SECTION_TITLES } from '../schema/page-sections.ts';
import { describeDestructiveStep, describeOutline, type ProcedureMark } from '../schema/procedure-marks.ts';
import { describeTime, getYear, parseTime } from '../schema/time.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import type { Section } from '../source/mdx/body-sections.ts';
import type { Step } from '../source/mdx/procedure-steps.ts';
import { VOCABULARY_SCHEMAS } from '../source/vocabulary-file.ts';
import type { SearchFilter } from './search-filters.ts';
import { collectSearchedTexts, type SearchedText } from './searched-texts.ts';

export interface SearchDocument {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Other names that people search for. */
  readonly aliases: readonly string[];
  /** Frequent misspellings of its names. */
  readonly misspellings: readonly string[];
  /** Verbatim text that people see when they need the entry. */
  readonly signals: readonly string[];
  /** The sentence with which a caller would describe it. */
  readonly everydayWords?: readonly string[];
  readonly sections: readonly SearchSection[];
  /** The organization and the role that keep the entry; they count little. */
  readonly owners?: readonly string[];
  /** Whose it is: absent for your own. */
  readonly owner?: string;
  /** The values of the filters; organizations, teams, services and tags by their titles. */
  readonly filters: Readonly<Partial<Record<SearchFilter, readonly string[]>>>;
  /** When the incident started, in words. */
  readonly date?: string;
  readonly severity?: string;
  /** The first attempt that helped, in one line. */
  readonly worked?: string;
  /** The first attempt that made it worse, in one line. */
  readonly worsened?: string;
  /** The first steps of a procedure. */
  readonly steps?: readonly string[];
  /** The id of the printable checklist, if it has a page of its own. */
  readonly checklist?: string;
  /** The marks of a procedure. */
  readonly marks?: readonly ProcedureMark[];
  /** The number of postmortems that taught or confirmed the lesson. */
  readonly evidence?: number;
}

/** The steps that the best match of a search shows. */
const MAX_SHOWN_STEPS = 5;

interface SearchSection extends Section {
  /** The roles and tickets in the section; they count little. */
  readonly asides?: readonly string[];
}

/** Creates one document for each entry. */
export function createSearchDocuments(knowledge: Knowledge): SearchDocument[] {
  return KINDS.flatMap((kind) => knowledge.all(kind).map((entry) => createSearchDocument(entry, knowledge)));
}

export function createSearchDocument(entry: Entry, knowledge: Knowledge): SearchDocument {
  const texts = collectFieldTexts(entry, knowledge);
  const listTexts = (wanted: SearchWeight) =>
    texts.filter(({ weight }) => weight === wanted).map(({ text }) => text);
  const everydayWords = listTexts('everyday');
  const owners = listTexts('owners');
  const owner = describeOwner(knowledge, entry);
  return {
    kind: entry.kind,
    id: entry.id,
    title: toPlainText(getTitle(entry)),
    summary: listTexts('summary').join(' '),
    aliases: listTexts('names'),
    misspellings: listTexts('misspellings'),
    signals: listTexts('signals'),
    ...(everydayWords.length > 0 ? { everydayWords } : {}),
    filters: getFilters(entry, knowledge),
    sections: createSections(entry, createFieldSections(texts), knowledge),
    ...(owners.length > 0 ? { owners } : {}),
    ...(owner ? { owner: toPlainText(owner) } : {}),
    ...getFactsOfKind(entry, knowledge),
  };
}

/** Returns the id of an entry that does not exist: the search also works before the content is free of errors. */
function getTitleOrId(knowledge: Knowledge, ref: Ref): string {
  const entry = knowledge.find(ref);
  return entry ? getTitle(entry) : ref.id;
}

/** A procedure has no fields: it is part of the body of a note. */
function collectFieldTexts(entry: Entry, knowledge: Knowledge): readonly SearchedText[] {
  if (entry.kind === 'procedure') return [];
  const schema = { ...DOCUMENT_SCHEMAS, ...VOCABULARY_SCHEMAS }[entry.kind];
  return collectSearchedTexts(schema, entry.data, (ref) => getTitleOrId(knowledge, ref));
}

function createSections(
  entry: Entry,
  fieldSections: readonly SearchSection[],
  knowledge: Knowledge,
): SearchSection[] {
  switch (entry.kind) {
    case 'postmortem':
      return [...fieldSections, ...entry.sections];
    case 'note':
    case 'lesson':
      return [...entry.sections, ...fieldSections];
    case 'activity':
      return [...fieldSections, ...createCheckSections(entry.id, knowledge)];
    case 'procedure':
      return [{ anchor: '', title: '', text: listProcedureLines(entry.data).join('\n') }];
    default:
      return [...fieldSections];
  }
}

/** Returns the parts of a document that only entries of one kind have. */
function getFactsOfKind(entry: Entry, knowledge: Knowledge): Partial<SearchDocument> {
  switch (entry.kind) {
    case 'postmortem':
      return getIncidentFacts(entry);
    case 'lesson':
      return { evidence: findEvidence(knowledge, entry.id).length };
    case 'procedure': {
      const marks = getProcedureMarks(entry);
      const sheet = findProcedureSheet(knowledge, entry);
      return {
        summary: toPlainText(getTitleOrId(knowledge, { kind: 'note', id: entry.note })),
        signals: entry.data.signals,
        steps: entry.data.steps.slice(0, MAX_SHOWN_STEPS).map(describeStep),
        ...(marks.length > 0 ? { marks } : {}),
        ...(sheet ? { checklist: sheet } : {}),
      };
    }
    default:
      return {};
  }
}

function getFilters(entry: Entry, knowledge: Knowledge): SearchDocument['filters'] {
  const titles = (kind: 'organization' | 'service' | 'tag') => {
    // A lesson with a check for one organization is still a lesson for all.
    const linked = entry.links
      .filter(({ to, relation }) => to.kind === kind && relation !== 'checked-at')
      .map(({ to }) => getTitleOrId(knowledge, to));
    const own = entry.kind === kind ? [getTitle(entry)] : [];
    return [...new Set([...own, ...linked].map(toPlainText))];
  };
  const organizations = titles('organization');
  const owner = getOwner(knowledge, entry);
  const team = owner?.team && `${owner.organization.data.title}, ${owner.team.title}`;
  const postmortem = entry.kind === 'postmortem' ? entry.data : undefined;
  const time = postmortem ? parseTime(postmortem.started) : undefined;
  const year = time ? (getYear(time) ?? 'unknown') : undefined;
  return {
    kind: [entry.kind],
    ...(organizations.length > 0 ? { organization: organizations } : {}),
    ...(team ? { team: [team] } : {}),
    service: titles('service'),
    tag: titles('tag'),
    ...(postmortem ? { severity: [postmortem.severity] } : {}),
    ...(year ? { year: [year] } : {}),
  };
}

function getIncidentFacts({ data }: PostmortemEntry): Partial<SearchDocument> {
  const time = parseTime(data.started);
  // To wait is neither a success nor a failure.
  const attempts = data.mitigations.filter(({ action }) => action !== 'wait');
  const worked = (
    attempts.find((attempt) => attempt.worked === 'yes') ??
    attempts.find((attempt) => attempt.worked === 'partly')
  )?.text;
  const worsened = attempts.find((attempt) => attempt.worked === 'harmful')?.text;
  return {
    severity: data.severity,
    ...(time ? { date: describeTime(time) } : {}),
    ...(worked ? { worked: toPlainText(worked) } : {}),
    ...(worsened ? { worsened: toPlainText(worsened) } : {}),
  };
}

/** Creates the sections that the page makes from fields, in its order. Fields without a section come last. */
function createFieldSections(texts: readonly SearchedText[]): SearchSection[] {
  const anchors = Object.keys(SECTION_TITLES) as PageSection[];
  const sections = [...anchors, undefined].map((anchor): SearchSection => {
    const inSection = texts.filter(({ section }) => section === anchor);
    const listTexts = (wanted: SearchWeight) =>
      inSection.filter(({ weight }) => weight === wanted).map(({ text }) => text);
    const asides = [...new Set(listTexts('asides'))];
    return {
      anchor: anchor ?? '',
      title: anchor ? SECTION_TITLES[anchor] : '',
      text: listTexts('text').join('\n'),
      ...(asides.length > 0 ? { asides } : {}),
    };
  });
  return sections.filter(({ text }) => text);
}

function createCheckSections(activity: string, knowledge: Knowledge): Section[] {
  const { opening, pausePoints } = knowledge.get('activity', activity).data;
  return [
    ...(opening.length > 0 ? [{ anchor: OPENING_ID, title: OPENING_TITLE, text: formatItems(opening) }] : []),
    ...pausePoints.map(({ id, title }) => ({
      anchor: id,
      title: toPlainText(title),
      text: formatItems(findLessonChecks(knowledge, activity, id)),
    })),
  ];
}

function formatItems(
  items: readonly { readonly text: string; readonly expect?: string | undefined }[],
): string {
  return items.flatMap(({ text, expect }) => [text, ...(expect ? [expect] : [])].map(toPlainText)).join('\n');
}

/** A destructive step is shown with its condition. */
function describeStep({ text, onlyIf }: Step): string {
  return toPlainText(onlyIf === undefined ? text : `${describeDestructiveStep(onlyIf)} ${text}`);
}

function listProcedureLines({ outline, steps }: ProcedureEntry['data']): string[] {
  return [...(outline ? [toPlainText(describeOutline(outline))] : []), ...listStepLines(steps)];
}

function listStepLines(steps: readonly Step[]): string[] {
  return steps.flatMap(({ text, code, onlyIf, steps: inner }) => [
    ...(onlyIf ? [toPlainText(describeDestructiveStep(onlyIf))] : []),
    toPlainText(text),
    ...code.map((line) => line.text),
    ...listStepLines(inner),
  ]);
}
