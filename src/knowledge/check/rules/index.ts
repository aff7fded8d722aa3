/** All rules, in the order in which the page `/rules/` shows them. */

import { actionBounded, actionOwner, actionStatus, actionVerb, overdueAction } from './actions.ts';
import { allowedMarkup } from './allowed-markup.ts';
import { blame } from './blame.ts';
import { checkLength, checkValue, checkVerb } from './checks.ts';
import { completeness } from './completeness.ts';
import { componentUse } from './component-use.ts';
import { deprecatedEntry, replacementEnds } from './deprecated-entry.ts';
import { durationAgrees } from './duration-agrees.ts';
import { lessonEvidence, usedTag } from './evidence.ts';
import { missingField, unknownField, vocabularyList, wrongValue } from './fields.ts';
import { fileName } from './file-name.ts';
import { hiddenCharacter } from './hidden-character.ts';
import { idDate } from './id-date.ts';
import { inclusiveWording } from './inclusive-wording.ts';
import { knownComponent } from './known-component.ts';
import { knownEntryRules } from './known-entry.ts';
import { knownPausePoint } from './known-pause-point.ts';
import { knownPlace } from './known-place.ts';
import { knownPage, linkText } from './links.ts';
import { noCode } from './no-code.ts';
import { frontmatterPresent, mdxNotation, yamlNotation } from './notation.ts';
import { pausePointSize } from './pause-point-size.ts';
import { personName } from './person-name.ts';
import { pictureDescription } from './picture-description.ts';
import { readableFile } from './readable-file.ts';
import { redirectFrom, redirectList, redirectTo } from './redirects.ts';
import { repeatedEntry } from './repeated-entry.ts';
import { requiredSections } from './required-sections.ts';
import { reviewDue } from './review-due.ts';
import type { Rule } from './rule.ts';
import { safeLink } from './safe-link.ts';
import { safePicture } from './safe-picture.ts';
import { neededAllowance, personalData, secret } from './secrets.ts';
import { spelling } from './spelling.ts';
import { notInFuture, timelineOrder, timesAgree } from './times.ts';
import { trailingSpace } from './trailing-space.ts';
import { unfinished } from './unfinished.ts';
import { uniqueName } from './unique-name.ts';
import { uniqueProcedure } from './unique-procedure.ts';

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
  redirectList,
  redirectFrom,
  redirectTo,
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
