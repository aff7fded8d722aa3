/** All rules, in the order in which the page `/rules/` shows them. */
import { allowedMarkup } from './rules/allowed-markup.ts';
import { componentUse } from './rules/component-use.ts';
import { missingField, unknownField, vocabularyList, wrongValue } from './rules/fields.ts';
import { fileName } from './rules/file-name.ts';
import { knownComponent } from './rules/known-component.ts';
import { knownEntryRules } from './rules/known-entry.ts';
import { knownPausePoint } from './rules/known-pause-point.ts';
import { knownPlace } from './rules/known-place.ts';
import { noCode } from './rules/no-code.ts';
import { frontmatterPresent, mdxNotation, yamlNotation } from './rules/notation.ts';
import { readableFile } from './rules/readable-file.ts';
import { redirectFrom, redirectList, redirectTo } from './rules/redirects.ts';
import type { Rule } from './rules/rule.ts';
import { safeLink } from './rules/safe-link.ts';
import { safePicture } from './rules/safe-picture.ts';
import { uniqueProcedure } from './rules/unique-procedure.ts';

export const RULES: readonly Rule[] = [
  readableFile,
  knownPlace,
  fileName,
  frontmatterPresent,
  yamlNotation,
  mdxNotation,
  unknownField,
  missingField,
  wrongValue,
  vocabularyList,
  ...knownEntryRules,
  knownPausePoint,
  redirectList,
  redirectFrom,
  redirectTo,
  noCode,
  knownComponent,
  componentUse,
  uniqueProcedure,
  allowedMarkup,
  safeLink,
  safePicture,
];
