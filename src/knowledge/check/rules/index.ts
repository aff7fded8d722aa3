/** All rules, in the order in which the page `/rules/` shows them. */

import {
  consistentActionStatus,
  noOverdueAction,
  requiredActionDoneWhen,
  requiredActionOwner,
  requiredActionVerb,
} from './actions.ts';
import { allowedMarkup } from './allowed-markup.ts';
import { allowedPath } from './allowed-path.ts';
import { consistentDuration } from './consistent-duration.ts';
import { consistentIdDate } from './consistent-id-date.ts';
import { consistentTimes, noFutureTime, validTimelineOrder } from './consistent-times.ts';
import { knownComponent } from './known-component.ts';
import { knownEntryRules } from './known-entry.ts';
import { knownPausePoint } from './known-pause-point.ts';
import { knownWord } from './known-word.ts';
import { maxCheckLength, noVagueCheckValue, requiredCheckVerb } from './lesson-checks.ts';
import { knownPage, noVagueLinkText } from './links.ts';
import { maxChecksPerPausePoint } from './max-checks-per-pause-point.ts';
import { minCompleteness } from './min-completeness.ts';
import { noAmbiguousName } from './no-ambiguous-name.ts';
import { noBlame } from './no-blame.ts';
import { noCode } from './no-code.ts';
import { noDuplicateProcedure } from './no-duplicate-procedure.ts';
import { noDuplicateReference } from './no-duplicate-reference.ts';
import { noExclusionaryWording } from './no-exclusionary-wording.ts';
import { noInvisibleCharacter } from './no-invisible-character.ts';
import { noOverdueReview } from './no-overdue-review.ts';
import { noPersonName } from './no-person-name.ts';
import { noPersonalData, noSecret, noUnusedAllowedSecret } from './no-secrets.ts';
import { noTodo } from './no-todo.ts';
import { noTrailingSpace } from './no-trailing-space.ts';
import { noUnreadableFile } from './no-unreadable-file.ts';
import { noUnsafeLink } from './no-unsafe-link.ts';
import { noDeprecatedEntry, noReplacementCycle } from './replaced-entries.ts';
import { requiredPictureDescription } from './required-picture-description.ts';
import { requiredSections } from './required-sections.ts';
import type { Rule } from './rule.ts';
import { knownField, requiredField, validValue, validVocabulary } from './schema-fields.ts';
import { noUnusedTag, requiredLessonEvidence } from './unused-entries.ts';
import { validComponentUse } from './valid-component-use.ts';
import { validFileName } from './valid-file-name.ts';
import { validPicture } from './valid-picture.ts';
import { noRedirectChain, validRedirectFrom, validRedirects } from './valid-redirects.ts';
import { requiredFrontmatter, validMdx, validYaml } from './valid-syntax.ts';

export const RULES: readonly Rule[] = [
  // Whether it can be read.
  noUnreadableFile,
  allowedPath,
  validFileName,
  requiredFrontmatter,
  validYaml,
  validMdx,
  noInvisibleCharacter,
  noTrailingSpace,
  // Its fields.
  knownField,
  requiredField,
  validValue,
  validVocabulary,
  noAmbiguousName,
  // What it names.
  ...knownEntryRules,
  knownPausePoint,
  validRedirects,
  validRedirectFrom,
  noRedirectChain,
  noDeprecatedEntry,
  noReplacementCycle,
  noDuplicateReference,
  knownPage,
  noVagueLinkText,
  // Times.
  consistentIdDate,
  validTimelineOrder,
  consistentTimes,
  consistentDuration,
  noFutureTime,
  // What a postmortem, a lesson and a vocabulary need.
  requiredSections,
  noTodo,
  minCompleteness,
  requiredActionVerb,
  requiredActionOwner,
  requiredActionDoneWhen,
  consistentActionStatus,
  noOverdueAction,
  noOverdueReview,
  requiredLessonEvidence,
  noUnusedTag,
  requiredCheckVerb,
  noVagueCheckValue,
  maxCheckLength,
  maxChecksPerPausePoint,
  // Its words.
  noBlame,
  noPersonName,
  noExclusionaryWording,
  knownWord,
  requiredPictureDescription,
  // What must never be published, or run.
  noSecret,
  noPersonalData,
  noUnusedAllowedSecret,
  noCode,
  knownComponent,
  validComponentUse,
  noDuplicateProcedure,
  allowedMarkup,
  noUnsafeLink,
  validPicture,
];
