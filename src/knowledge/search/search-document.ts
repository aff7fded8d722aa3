/**
 * What the search knows of an entry: the same for every engine, for the site and for the terminal.
 * Sections carry the anchors of the page, so that a result leads to the passage.
 */
import { getProcedureListId, hasChecklistPage } from '../checklists/procedure-checklist.ts';
import { findLessonChecks } from '../graph/checks-at-pause-point.ts';
import { type Entry, getTitle, type LessonEntry, type PostmortemEntry } from '../graph/entries.ts';
import { findEvidence } from '../graph/evidence.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { LESSON_SECTIONS, POSTMORTEM_SECTIONS } from '../schema/page-sections.ts';
import { describeTime, getYear, parseTime } from '../schema/time.ts';
import type { Section } from '../source/mdx/body-sections.ts';
import type { Step } from '../source/mdx/procedure-steps.ts';
import type { SearchFilter } from './search-filters.ts';

export interface SearchDocument {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Other names under which it is looked for. */
  readonly aliases: readonly string[];
  /** Ways in which its names are mistyped. */
  readonly misspellings: readonly string[];
  /** What is seen when it is needed, verbatim. */
  readonly signals: readonly string[];
  readonly sections: readonly SearchSection[];
  /** Whose it is, and who keeps it right: found too, but counted little. */
  readonly owners?: readonly string[];
  /** Values to narrow a search by; services and tags by their titles. */
  readonly filters: Readonly<Partial<Record<SearchFilter, readonly string[]>>>;
  /** Shown with a result. */
  readonly date?: string;
  readonly severity?: string;
  /** The first thing that helped, in one line. */
  readonly worked?: string;
  /** The id of its printable checklist, where that has a page of its own. */
  readonly checklist?: string;
  /** How many postmortems taught or confirmed it. */
  readonly evidence?: number;
}

export interface SearchSection extends Section {
  /** Roles and tickets named in it, a line each: found too, but counted little. */
  readonly asides?: readonly string[];
}

/** One document for every entry. */
export function createSearchDocuments(knowledge: Knowledge): SearchDocument[] {
  return KINDS.flatMap((kind) => knowledge.all(kind).map((entry) => createSearchDocument(entry, knowledge)));
}

export function createSearchDocument(entry: Entry, knowledge: Knowledge): SearchDocument {
  const base = {
    kind: entry.kind,
    id: entry.id,
    title: getTitle(entry),
    aliases: [],
    misspellings: [],
    signals: [],
  };
  const filters = getFilters(entry, knowledge);
  switch (entry.kind) {
    case 'postmortem':
      return { ...base, ...toPostmortemFields(entry, knowledge), filters };
    case 'note':
      return {
        ...base,
        summary: entry.data.summary,
        sections: entry.sections,
        filters,
        ...toOwners(entry.data.organization, entry.data.owner),
      };
    case 'procedure': {
      const { signals, steps } = entry.data;
      const sections = [{ anchor: '', title: '', text: listStepLines(steps).join('\n') }];
      return {
        ...base,
        summary: knowledge.getTitle({ kind: 'note', id: entry.note }),
        signals,
        sections,
        filters,
        ...(hasChecklistPage(knowledge, entry) ? { checklist: getProcedureListId(entry) } : {}),
      };
    }
    case 'lesson':
      return {
        ...base,
        summary: `${entry.data.statement} ${entry.data.reason}`,
        sections: createLessonSections(entry),
        filters,
        ...toOwners(entry.data.owner),
        evidence: findEvidence(knowledge, entry.id).length,
      };
    case 'tag':
      return { ...base, summary: entry.data.meaning, aliases: entry.data.aliases, sections: [], filters };
    case 'service': {
      const { meaning, aliases, misspellings } = entry.data;
      return { ...base, summary: meaning, aliases, misspellings, sections: [], filters };
    }
    case 'activity': {
      const { objective, aliases } = entry.data;
      return {
        ...base,
        summary: objective,
        aliases,
        sections: createCheckSections(entry.id, knowledge),
        filters,
      };
    }
  }
}

function getFilters(entry: Entry, knowledge: Knowledge): SearchDocument['filters'] {
  const titles = (kind: 'service' | 'tag') => {
    const linked = entry.links.filter(({ to }) => to.kind === kind).map(({ to }) => knowledge.getTitle(to));
    const own = entry.kind === kind ? [getTitle(entry)] : [];
    return [...new Set([...own, ...linked])];
  };
  const postmortem = entry.kind === 'postmortem' ? entry.data : undefined;
  const time = postmortem ? parseTime(postmortem.started) : undefined;
  const year = time ? (getYear(time) ?? 'unknown') : undefined;
  return {
    kind: [entry.kind],
    service: titles('service'),
    tag: titles('tag'),
    ...(postmortem ? { severity: [postmortem.severity] } : {}),
    ...(year ? { year: [year] } : {}),
  };
}

function toPostmortemFields(entry: PostmortemEntry, knowledge: Knowledge) {
  const { data } = entry;
  const time = parseTime(data.started);
  const worked = data.mitigations.find(({ worked }) => worked === 'yes' || worked === 'partly')?.text;
  return {
    summary: data.summary,
    signals: data.signals,
    sections: [...createFieldSections(entry, knowledge), ...entry.sections],
    severity: data.severity,
    ...toOwners(data.organization),
    ...(time ? { date: describeTime(time) } : {}),
    ...(worked ? { worked } : {}),
  };
}

/** The sections that the page makes from the fields, in its order. */
function createFieldSections({ data }: PostmortemEntry, knowledge: Knowledge): SearchSection[] {
  const section = (
    anchor: keyof typeof POSTMORTEM_SECTIONS,
    lines: readonly (string | undefined)[],
    asides: readonly (string | undefined)[] = [],
  ): SearchSection => {
    const named = [...new Set(asides.filter((aside) => aside !== undefined))];
    return {
      anchor,
      title: POSTMORTEM_SECTIONS[anchor],
      text: lines.filter((line) => line !== undefined).join('\n'),
      ...(named.length > 0 ? { asides: named } : {}),
    };
  };
  const lessons = [...data.lessons.learned, ...data.lessons.confirmed];
  const sections = [
    section(
      'mitigations',
      data.mitigations.map(({ text }) => text),
    ),
    section('impact', [data.impact, data.detection.gap]),
    section(
      'timeline',
      data.timeline.map(({ text }) => text),
    ),
    section(
      'factors',
      data.factors.map(({ text }) => text),
    ),
    section('review', [...data.wentWell, ...data.wentWrong, ...data.lucky, ...data.surprises]),
    section(
      'lessons',
      lessons.map((id) => knowledge.getTitle({ kind: 'lesson', id })),
    ),
    section(
      'actions',
      data.actions.flatMap(({ text, doneWhen, dropped }) => [text, doneWhen, dropped]),
      data.actions.flatMap(({ owner, ticket }) => [owner, ticket]),
    ),
    section(
      'sources',
      data.sources.flatMap(({ title, url }) => [title, url]),
    ),
  ];
  return sections.filter(({ text }) => text);
}

function toOwners(...names: readonly (string | undefined)[]): Pick<SearchDocument, 'owners'> {
  const owners = names.filter((name) => name !== undefined);
  return owners.length > 0 ? { owners } : {};
}

function createLessonSections({ data, sections }: LessonEntry): Section[] {
  const text = data.checks.map((check) => `${check.text}: ${check.expect}`).join('\n');
  return [...sections, ...(text ? [{ anchor: 'checks', title: LESSON_SECTIONS.checks, text }] : [])];
}

function createCheckSections(activity: string, knowledge: Knowledge): Section[] {
  return knowledge.get('activity', activity).data.pausePoints.map(({ id, title }) => {
    const checks = findLessonChecks(knowledge, activity, id);
    return { anchor: id, title, text: checks.map(({ text, expect }) => `${text}: ${expect}`).join('\n') };
  });
}

function listStepLines(steps: readonly Step[]): string[] {
  return steps.flatMap(({ text, code, steps: inner }) => [
    text,
    ...code.map((line) => line.text),
    ...listStepLines(inner),
  ]);
}
