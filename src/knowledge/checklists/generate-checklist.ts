/**
 * Generates a checklist from lessons' checks, following the literature: see `checklist.ts` for the limit and
 * `item-order.ts` for the order. Runs in Node and in a browser.
 */
import { createAddresses } from '../source/addresses.ts';
import { chooseChecks, labelOrganizations } from './candidates.ts';
import {
  type Block,
  type Checklist,
  type ChecklistMode,
  type Explanation,
  listItems,
  MIN_ITEMS,
  type ProcedureRef,
} from './checklist.ts';
import { createOpening, createPausePoint, limitPausePoints } from './checklist-blocks.ts';
import {
  type ChecklistChoice,
  findListId,
  findListOrganization,
  toChoiceParams,
} from './checklist-choice.ts';
import { computeVersion } from './checklist-ids.ts';
import type { ChecklistSource } from './checklist-source.ts';
import type { SourceDate } from './evidence-ref.ts';
import { nameChecklist } from './name-checklist.ts';
import { createOmittedItems } from './omitted-items.ts';

/**
 * @param today as `2026-11-21`, for the warning about a review date
 * @returns a list without blocks if no check fits the choice
 */
export function generateChecklist(
  source: ChecklistSource,
  choice: ChecklistChoice,
  today: string,
): Checklist {
  const { chosen, omitted } = chooseChecks(source, choice);
  const activities = source.activities.filter(({ id }) => !choice.activity || id === choice.activity);
  const all = activities.flatMap((activity) =>
    activity.pausePoints.map((point) => createPausePoint(source, choice, activity, point, chosen)),
  );
  const results = choice.activity ? all : limitPausePoints(all);
  const openings = choice.activity ? activities.flatMap(createOpening) : [];
  const blocks = [...openings, ...results.map(({ block }) => block)].filter(({ items }) => items.length > 0);
  const questions = results.flatMap(({ questions: shown }) => shown);
  const lessons = questions.flatMap((question) => question.lessons);
  const organization = findListOrganization(source, choice)?.title;
  const list = {
    ...nameChecklist(source, choice),
    ...(organization === undefined ? {} : { organization }),
    includesOthers: choice.others ?? false,
    mode: getMode(blocks),
    signals: [],
    tried: [],
    blocks,
    omitted: [...createOmittedItems(omitted, source, choice), ...results.flatMap((result) => result.omitted)],
    sources: [],
    procedures: findProcedures(source, choice),
    version: computeVersion(blocks),
    ...findNewestEvidenceDate(lessons.flatMap(({ evidence }) => evidence)),
    ...combineOwners(
      lessons.map(({ owner }) => owner),
      source.site.owner,
    ),
    ...findEarliestReview(
      lessons.map(({ reviewBy }) => reviewBy),
      today,
    ),
    site: source.site.address,
    explanation: [...explainOrder(blocks), ...results.flatMap(({ explanation }) => explanation)],
  };
  const id = isTooShort(choice, list) ? undefined : findListId(choice);
  return { ...list, id: id ?? 'build', address: createChecklistAddress(source.site.address, id, choice) };
}

/** Returns whether a list is for one service or one recurring issue, and has too few items for a page. */
export function isTooShort(choice: ChecklistChoice, list: Pick<Checklist, 'blocks'>): boolean {
  return (
    !choice.activity &&
    choice.services.length + choice.tags.length === 1 &&
    listItems(list).length < MIN_ITEMS
  );
}

function explainOrder(blocks: readonly Block[]): Explanation[] {
  if (blocks.length === 0) return [];
  const sentence =
    'Within a pause point, items are in the order of doing, as the activity lists them. Those that it does not list come last.';
  return [{ kind: 'order', sentence, lessons: [] }];
}

function getMode(blocks: readonly Block[]): ChecklistMode | 'mixed' {
  const modes = new Set(blocks.map(({ mode }) => mode));
  const [first] = modes;
  return modes.size > 1 ? 'mixed' : (first ?? 'do-confirm');
}

/** Returns the procedures for the same work: those of the organization that the list is for, or of all. */
function findProcedures(source: ChecklistSource, choice: ChecklistChoice): ProcedureRef[] {
  const { activity, services } = choice;
  const addresses = createAddresses(new URL(source.site.address).pathname);
  const own = findListOrganization(source, choice);
  return source.procedures
    .filter((procedure) => !activity || procedure.activity === activity)
    .filter((procedure) => services.length === 0 || services.some((id) => procedure.services.includes(id)))
    .filter(() => Boolean(activity) || services.length > 0)
    .filter(({ organization }) => !own || choice.others || organization === own.id)
    .map(({ id, title, marks, organization }) => {
      const label = labelOrganizations([organization], source, choice)?.label;
      return {
        id,
        title,
        marks,
        ...(label ? { organization: label } : {}),
        address: new URL(addresses.entry({ kind: 'procedure', id }), source.site.address).href,
      };
    });
}

/** Returns the date of the newest evidence. Content has no other date that shows its age. */
export function findNewestEvidenceDate(
  evidence: readonly { readonly date?: SourceDate }[],
): Pick<Checklist, 'revised'> {
  const dates = evidence.flatMap(({ date }) => (date ? [date] : []));
  const newest = dates.sort((a, b) => (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0))[0];
  return newest ? { revised: newest.words } : {};
}

/** Returns the owners of all parts, or the owner of the site if no part has one. */
export function combineOwners(
  owners: readonly (string | undefined)[],
  fallback: string | undefined,
): Pick<Checklist, 'owner'> {
  const names = [...new Set(owners.filter((owner) => owner !== undefined))].sort();
  const owner = names.length > 0 ? names.join(', ') : fallback;
  return owner ? { owner } : {};
}

/** Returns the earliest review date, because a list is as old as its oldest part. */
export function findEarliestReview(
  dates: readonly (SourceDate | undefined)[],
  today: string,
): Pick<Checklist, 'reviewBy'> {
  const known = dates.filter((date) => date !== undefined);
  const first = known.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0];
  return first ? { reviewBy: { date: first.words, overdue: first.lastDay < today } } : {};
}

function createChecklistAddress(site: string, id: string | undefined, choice: ChecklistChoice): string {
  const addresses = createAddresses(new URL(site).pathname);
  const path = id ? addresses.checklist(id) : addresses.checklistBuilder(toChoiceParams(choice));
  return new URL(path, site).href;
}
