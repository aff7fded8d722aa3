/** Names what is not on a checklist, although its activity asks for it. */
import { labelOrganizations, type OmittedCheck, toLessonRef } from './candidates.ts';
import type { OmittedItem } from './checklist.ts';
import type { ChecklistChoice } from './checklist-choice.ts';
import type { ChecklistSource } from './checklist-source.ts';
import { sortByPlace } from './item-order.ts';

/** Returns the checks by pause point, in the order of doing. */
export function createOmittedItems(
  omitted: readonly OmittedCheck[],
  source: ChecklistSource,
  choice: ChecklistChoice,
): OmittedItem[] {
  const points = source.activities.flatMap(({ id, pausePoints }) =>
    pausePoints.map((point) => ({ activity: id, point })),
  );
  const isAt = ({ check }: OmittedCheck, activity: string, point: string) =>
    check.activity === activity && check.pausePoint === point;
  const sorted = points.flatMap(({ activity, point }) =>
    sortByPlace(
      point,
      omitted.filter((one) => isAt(one, activity, point.id)),
    ),
  );
  const elsewhere = omitted.filter(
    (one) => !points.some(({ activity, point }) => isAt(one, activity, point.id)),
  );
  return [...sorted, ...sortByPlace({ checks: [] }, elsewhere)].map((one) =>
    toOmittedItem(one, source, choice),
  );
}

function toOmittedItem(
  { check, lesson, reason, why }: OmittedCheck,
  source: ChecklistSource,
  choice: ChecklistChoice,
): OmittedItem {
  const { text, expect } = check;
  const organization =
    reason === 'organization' ? undefined : labelOrganizations([check.organization], source, choice);
  return {
    text,
    ...(expect?.trim() ? { expect } : {}),
    ...(organization ? { organization } : {}),
    lessons: [toLessonRef(lesson)],
    reason,
    why,
  };
}
