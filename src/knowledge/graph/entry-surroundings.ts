/** Answers what the entry of a document shows of other files. */
import type { Ref } from '../schema/kinds.ts';
import type { OrganizationData } from '../schema/vocabulary.ts';
import type { Content } from '../source/content.ts';
import { createTitleFinder, type TitleFinder } from './entries.ts';

export interface EntrySurroundings {
  readonly findTitle: TitleFinder;
  has(ref: Ref): boolean;
  /** Returns whether there is an activity with this id in which people read a step and do it. */
  isReadDo(activity: string): boolean;
  /** Returns the organizations that are valid. */
  listOrganizations(): readonly OrganizationData[];
}

export function viewSurroundings(content: Content): EntrySurroundings {
  return {
    findTitle: createTitleFinder(content),
    has: (ref) => content.has(ref),
    isReadDo: (activity) =>
      (content.findVocabulary('activity')?.items ?? []).some(
        ({ validated: { data } }) => data?.id === activity && data.mode === 'read-do',
      ),
    listOrganizations: () =>
      (content.findVocabulary('organization')?.items ?? []).flatMap(({ validated }) => validated.data ?? []),
  };
}
