/** All rules, in the order in which the page `/rules/` shows them. */

import { actionBounded, actionOwner, actionStatus, actionVerb, overdueAction } from './rules/actions.ts';
import { allowedMarkup } from './rules/allowed-markup.ts';
import { blame } from './rules/blame.ts';
import { checkLength, checkValue, checkVerb } from './rules/checks.ts';
import { completeness } from './rules/completeness.ts';
import { componentUse } from './rules/component-use.ts';
import { deprecatedEntry, replacementEnds } from './rules/deprecated-entry.ts';
import { durationAgrees } from './rules/duration-agrees.ts';
import { lessonEvidence, usedTag } from './rules/evidence.ts';
import { missingField, unknownField, vocabularyList, wrongValue } from './rules/fields.ts';
import { fileName } from './rules/file-name.ts';
import { hiddenCharacter } from './rules/hidden-character.ts';
import { idDate } from './rules/id-date.ts';
import { inclusiveWording } from './rules/inclusive-wording.ts';
import { knownComponent } from './rules/known-component.ts';
import { knownEntryRules } from './rules/known-entry.ts';
import { knownPausePoint } from './rules/known-pause-point.ts';
import { knownPlace } from './rules/known-place.ts';
import { knownPage, linkText } from './rules/links.ts';
import { noCode } from './rules/no-code.ts';
import { frontmatterPresent, mdxNotation, yamlNotation } from './rules/notation.ts';
import { pausePointSize } from './rules/pause-point-size.ts';
import { personName } from './rules/person-name.ts';
import { pictureDescription } from './rules/picture-description.ts';
import { readableFile } from './rules/readable-file.ts';
import { repeatedEntry } from './rules/repeated-entry.ts';
import { requiredSections } from './rules/required-sections.ts';
import { reviewDue } from './rules/review-due.ts';
import type { Rule } from './rules/rule.ts';
import { safeLink } from './rules/safe-link.ts';
import { safePicture } from './rules/safe-picture.ts';
import { neededAllowance, personalData, secret } from './rules/secrets.ts';
import { spelling } from './rules/spelling.ts';
import { notInFuture, timelineOrder, timesAgree } from './rules/times.ts';
import { trailingSpace } from './rules/trailing-space.ts';
import { unfinished } from './rules/unfinished.ts';
import { uniqueName } from './rules/unique-name.ts';
import { uniqueProcedure } from './rules/unique-procedure.ts';

export const RULES: readonly Rule[] = [
  // Whether it can be read.
  readableFile,
  knownPlace,
  fileName,
  frontmatterPresent,
  yamlNotation,
  mdxNotation,
  hiddenCharacter,
  trailingSpace,
  // Its fields.
  unknownField,
  missingField,
  wrongValue,
  vocabularyList,
  uniqueName,
  // What it names.
  ...knownEntryRules,
  knownPausePoint,
  deprecatedEntry,
  replacementEnds,
  repeatedEntry,
  knownPage,
  linkText,
  // Times.
  idDate,
  timelineOrder,
  timesAgree,
  durationAgrees,
  notInFuture,
  // What a postmortem, a lesson and a vocabulary need.
  requiredSections,
  unfinished,
  completeness,
  actionVerb,
  actionOwner,
  actionBounded,
  actionStatus,
  overdueAction,
  reviewDue,
  lessonEvidence,
  usedTag,
  checkVerb,
  checkValue,
  checkLength,
  pausePointSize,
  // Its words.
  blame,
  personName,
  inclusiveWording,
  spelling,
  pictureDescription,
  // What must never be published, or run.
  secret,
  personalData,
  neededAllowance,
  noCode,
  knownComponent,
  componentUse,
  uniqueProcedure,
  allowedMarkup,
  safeLink,
  safePicture,
];
