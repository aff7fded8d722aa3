import { isDocumentOf, isVocabularyOf } from '../../source/content.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import type { ContentView } from '../content-view.ts';
import { type PlacedCheck, readPlacedChecks, toPausePointKey } from '../placed-checks.ts';
import type { Rule, RuleInput } from './rule.ts';

/** A pause point has 5 to 9 items, done in 60 to 90 seconds (Gawande). */
const MAX_CHECKS = 9;

/**
 * A checklist collects the checks of many lessons for one organization, narrows them to the chosen services, and names
 * those beyond nine below the list. Having many checks is therefore fine, with two exceptions. If ten or more checks for
 * one organization name no service, its list always cuts some. If one lesson alone has ten at a pause point, it leaves
 * no room for others.
 */
export const maxChecksPerPausePoint: Rule = {
  name: 'max-checks-per-pause-point',
  severity: 'warning',
  why: 'If a pause point has ten or more items, nobody reads the last ones. Name the services that a check is about, or remove the items that nobody skips.',
  example: { wrong: 'ten checks with pausePoint: before, and without services', right: 'services: [redis]' },
  check(input) {
    checkLesson(input);
    checkActivities(input);
  },
};

function checkLesson({ file, report }: RuleInput): void {
  if (!isDocumentOf(file, 'lesson')) return;
  const counts = new Map<string, number>();
  for (const [index, { pausePointKey }] of readPlacedChecks(file.givenFields.checks).entries()) {
    const count = (counts.get(pausePointKey) ?? 0) + 1;
    counts.set(pausePointKey, count);
    if (count !== MAX_CHECKS + 1) continue;
    report({
      span: file.yaml.spanAt(['checks', index, 'pausePoint']),
      message: `Unexpected ${count}th check of this lesson at the same pause point, expected at most ${MAX_CHECKS}`,
    });
  }
}

function checkActivities({ file, content, report }: RuleInput): void {
  if (!isVocabularyOf(file, 'activity')) return;
  const broad = listBroadChecks(content);
  for (const { id, index } of file.items) {
    for (const [place, point] of getListAt(file.yaml.value, [index, 'pausePoints']).entries()) {
      const here = broad.get(toPausePointKey(id, getTextAt(point, ['id']))) ?? [];
      const count = countForOneOrganization(here);
      if (count <= MAX_CHECKS) continue;
      report({
        span: file.yaml.spanAt([index, 'pausePoints', place, 'id']),
        message: `Unexpected ${count} checks without \`services\` at this pause point, expected at most ${MAX_CHECKS}`,
      });
    }
  }
}

/** Returns the largest number of checks that a list for one organization has. */
function countForOneOrganization(checks: readonly PlacedCheck[]): number {
  const counts = Map.groupBy(checks, ({ organization }) => organization);
  const general = counts.get(undefined)?.length ?? 0;
  const own = [...counts].flatMap(([organization, list]) =>
    organization === undefined ? [] : [list.length],
  );
  return general + Math.max(0, ...own);
}

function listBroadChecks(content: ContentView): Map<string, PlacedCheck[]> {
  return Map.groupBy(
    content.listPlacedChecks().filter(({ isNarrow }) => !isNarrow),
    ({ pausePointKey }) => pausePointKey,
  );
}
