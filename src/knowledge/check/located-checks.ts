/** Finds the checks of all lessons as they are written, whether their fields are valid or not. */
import type { Content } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { getListAt, getTextAt, getValueAt } from '../source/field-values.ts';

export interface LocatedCheck {
  readonly lesson: string;
  /** Its index in the lesson. */
  readonly index: number;
  /** `lesson-id/check-id`, if the check has an id. */
  readonly place: string | undefined;
  readonly activity: string | undefined;
  readonly pausePoint: string | undefined;
}

const checksByContent = new WeakMap<Content, readonly LocatedCheck[]>();

/** Returns the checks in the order of the files. Collected once for all rules. */
export function listLocatedChecks(content: Content): readonly LocatedCheck[] {
  const before = checksByContent.get(content);
  if (before) return before;
  const checks = content.listDocuments('lesson').flatMap(locateChecks);
  checksByContent.set(content, checks);
  return checks;
}

export function locateChecks({
  id: lesson,
  givenFields,
}: Pick<DocumentFile, 'id' | 'givenFields'>): LocatedCheck[] {
  return givenFields.checks.map((check, index) => {
    const id = getTextAt(check, ['id']);
    return {
      lesson,
      index,
      place: id === undefined ? undefined : `${lesson}/${id}`,
      activity: getTextAt(check, ['activity']),
      pausePoint: getTextAt(check, ['pausePoint']),
    };
  });
}

/** Returns the places at one pause point as they are written, undefined if there is no such pause point. */
export function listPlacesAt(
  content: Content,
  activity: string,
  pausePoint: string,
): readonly unknown[] | undefined {
  const item = content.findItem('activity', activity);
  const value = item && getValueAt(content.findVocabulary('activity')?.yaml.value, [item.index]);
  const point = getListAt(value, ['pausePoints']).find(
    (candidate) => getTextAt(candidate, ['id']) === pausePoint,
  );
  return point === undefined ? undefined : getListAt(point, ['checks']);
}
