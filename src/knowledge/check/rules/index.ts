/** Lists all rules, in the order of the page `/rules/`. Each is in a file with its name, or in the file of its family. */

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
import { consistentOutline } from './consistent-outline.ts';
import { consistentTimes } from './consistent-times.ts';
import { knownCheck } from './known-check.ts';
import { knownCheckEvidence } from './known-check-evidence.ts';
import { knownComponent } from './known-component.ts';
import { knownEntryRules } from './known-entry.ts';
import { knownFactorTag } from './known-factor-tag.ts';
import { knownLinkTarget } from './known-link-target.ts';
import { knownPausePoint } from './known-pause-point.ts';
import { knownTeam } from './known-team.ts';
import { knownWord } from './known-word.ts';
import { maxCheckLength, noVagueCheckValue, requiredCheckValue, requiredCheckVerb } from './lesson-checks.ts';
import { maxChecksPerPausePoint } from './max-checks-per-pause-point.ts';
import { maxEntries } from './max-entries.ts';
import { maxPausePoints } from './max-pause-points.ts';
import { minAccentContrast } from './min-accent-contrast.ts';
import { minCompleteness } from './min-completeness.ts';
import { noAmbiguousName } from './no-ambiguous-name.ts';
import { noBlame } from './no-blame.ts';
import { noCode } from './no-code.ts';
import { noDuplicateAnchor } from './no-duplicate-anchor.ts';
import { noDuplicateCheckId } from './no-duplicate-check-id.ts';
import { noDuplicateHeading } from './no-duplicate-heading.ts';
import { noDuplicateReference } from './no-duplicate-reference.ts';
import { noExclusionaryWording } from './no-exclusionary-wording.ts';
import { noFutureTime } from './no-future-time.ts';
import { noInvisibleCharacter } from './no-invisible-character.ts';
import { noOverdueReview } from './no-overdue-review.ts';
import { noPersonName } from './no-person-name.ts';
import { noPictureMetadata } from './no-picture-metadata.ts';
import { noReplacedEntry } from './no-replaced-entry.ts';
import { noReplacementCycle } from './no-replacement-cycle.ts';
import { noSecondHome } from './no-second-home.ts';
import { noPersonalData, noSecret } from './no-secret.ts';
import { noTodo } from './no-todo.ts';
import { noTrailingSpace } from './no-trailing-space.ts';
import { noUnreadableFile } from './no-unreadable-file.ts';
import { noUnsafeLink } from './no-unsafe-link.ts';
import { noUnusedAllowedSecret } from './no-unused-allowed-secret.ts';
import { noUnusedPicture } from './no-unused-picture.ts';
import { noUnusedTag } from './no-unused-tag.ts';
import { noVagueLinkText } from './no-vague-link-text.ts';
import { noRedirectChain, validRedirectFrom, validRedirects } from './redirects.ts';
import { requiredCheckPlace } from './required-check-place.ts';
import { requiredDestructiveMark } from './required-destructive-mark.ts';
import { requiredFrontmatter } from './required-frontmatter.ts';
import { requiredLessonEvidence } from './required-lesson-evidence.ts';
import { requiredPictureDescription } from './required-picture-description.ts';
import { requiredSections } from './required-sections.ts';
import type { Rule } from './rule.ts';
import { knownField, requiredField, validValue } from './schema-fields.ts';
import { createValidAllowance } from './valid-allowance.ts';
import { validComponentUse } from './valid-component-use.ts';
import { validFileName } from './valid-file-name.ts';
import { validMdx } from './valid-mdx.ts';
import { validPicture } from './valid-picture.ts';
import { createValidRuleLevel } from './valid-rule-level.ts';
import { validTimelineOrder } from './valid-timeline-order.ts';
import { validVocabulary } from './valid-vocabulary.ts';
import { validYaml } from './valid-yaml.ts';

export const RULES: readonly Rule[] = [
  // Files that can be read.
  noUnreadableFile,
  allowedPath,
  validFileName,
  requiredFrontmatter,
  validYaml,
  validMdx,
  noInvisibleCharacter,
  noTrailingSpace,
  // Fields.
  knownField,
  requiredField,
  validValue,
  validVocabulary,
  minAccentContrast,
  noAmbiguousName,
  noSecondHome,
  noDuplicateCheckId,
  maxEntries,
  maxPausePoints,
  // References to other entries.
  ...knownEntryRules,
  knownPausePoint,
  knownCheck,
  knownCheckEvidence,
  knownFactorTag,
  knownTeam,
  validRedirects,
  validRedirectFrom,
  noRedirectChain,
  noReplacedEntry,
  noReplacementCycle,
  noDuplicateReference,
  knownLinkTarget,
  noVagueLinkText,
  // Times.
  consistentIdDate,
  validTimelineOrder,
  consistentTimes,
  consistentDuration,
  noFutureTime,
  // Complete postmortems, lessons, procedures and vocabularies.
  requiredSections,
  noDuplicateHeading,
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
  requiredCheckPlace,
  requiredCheckVerb,
  requiredCheckValue,
  noVagueCheckValue,
  maxCheckLength,
  maxChecksPerPausePoint,
  requiredDestructiveMark,
  consistentOutline,
  // Wording.
  noBlame,
  noPersonName,
  noExclusionaryWording,
  knownWord,
  requiredPictureDescription,
  // Content that must not be published, or that could do harm.
  noSecret,
  noPersonalData,
  noUnusedAllowedSecret,
  noPictureMetadata,
  createValidAllowance(() => RULES),
  createValidRuleLevel(() => RULES),
  noCode,
  knownComponent,
  validComponentUse,
  noDuplicateAnchor,
  allowedMarkup,
  noUnsafeLink,
  validPicture,
  noUnusedPicture,
];
