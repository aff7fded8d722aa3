/** For whom the checks of lessons are, as it is written in their fields. */
import type { Content } from '../source/content.ts';
import { getListAt, getTextAt } from '../source/field-values.ts';

export interface PlacedCheck {
  readonly pausePointKey: string;
  readonly isNarrow: boolean;
  /** Undefined if the check is for everyone. */
  readonly organization: string | undefined;
}

/** @param checks the field of a lesson */
export function readPlacedChecks(checks: readonly unknown[]): PlacedCheck[] {
  return checks.map((check) => ({
    pausePointKey: toPausePointKey(getTextAt(check, ['activity']), getTextAt(check, ['pausePoint'])),
    // The services of the lesson do not narrow the list of an activity.
    isNarrow: getListAt(check, ['services']).length > 0,
    organization: getTextAt(check, ['organization']),
  }));
}

export function toPausePointKey(activity: string | undefined, pausePoint: string | undefined): string {
  return `${activity}#${pausePoint}`;
}

/** Returns the checks of all lessons. */
export function listPlacedChecks(content: Content): PlacedCheck[] {
  return content.listDocuments('lesson').flatMap(({ givenFields }) => readPlacedChecks(givenFields.checks));
}
