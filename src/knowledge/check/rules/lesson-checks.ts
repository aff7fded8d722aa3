/**
 * The checks of a lesson, as items of a printed checklist (Degani and Wiener, "Human Factors of Flight-Deck
 * Checklists", NASA CR-177549; Gawande, "The Checklist Manifesto").
 */
import { getListAt, getTextAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import type { Path } from '../../source/yaml/yaml-source.ts';
import { getFirstWord, startsWithVerb } from '../imperative-verbs.ts';
import type { Rule, RuleInput } from './rule.ts';

function* readChecks({ file }: RuleInput) {
  if (file.type !== 'document' || file.kind !== 'lesson') return;
  const { yaml } = file;
  for (const index of getListAt(yaml.value, ['checks']).keys()) {
    const path = (field: string): Path => ['checks', index, field];
    yield {
      text: getTextAt(yaml.value, path('text')),
      expect: getTextAt(yaml.value, path('expect')),
      spanOf: (field: string) => yaml.spanAt(path(field)),
    };
  }
}

export const requiredCheckVerb: Rule = {
  name: 'required-check-verb',
  severity: 'warning',
  why: 'An item is read aloud and done; it says what to do.',
  example: { wrong: 'text: Open-file limit', right: 'text: Read the open-file limit of the app' },
  check(input) {
    for (const { text, spanOf } of readChecks(input)) {
      const word = text === undefined || startsWithVerb(text) ? undefined : getFirstWord(text);
      if (word === undefined) continue;
      input.report({
        span: spanOf('text'),
        message: `Unexpected ${quote(word)} at the start of a check, expected a verb: what to do or confirm`,
      });
    }
  },
};

/** Words that say "it is well" and not what one sees. */
const VAGUE_PATTERN =
  /^(?:it )?(?:is |are |all |looks? |should be )*(?:ok(?:ay)?|fine|good|well|works?|working|correct|right|yes|true|as expected|expected|normal|healthy|green|passed?|succeeds?|success(?:ful)?|no problems?|no errors?|done|checked|verified|n\/?a|unknown)[.!]?$/i;

export const noVagueCheckValue: Rule = {
  name: 'no-vague-check-value',
  severity: 'warning',
  why: 'Whoever goes through a list at three in the morning needs the value to compare with; "ok" is what one says without looking.',
  example: { wrong: 'expect: ok', right: 'expect: 65,536 or more' },
  check(input) {
    for (const { expect, spanOf } of readChecks(input)) {
      if (expect === undefined || !VAGUE_PATTERN.test(expect.trim())) continue;
      input.report({
        span: spanOf('expect'),
        message: `Unexpected ${quote(expect)} as the expected value, expected what one sees: a number, a state, a line of output`,
      });
    }
  },
};

/** Characters. A line of a printed item holds about 45 of them, and an item has two lines. */
const MAX_LENGTHS = { text: 90, expect: 90 } as const;

export const maxCheckLength: Rule = {
  name: 'max-check-length',
  severity: 'warning',
  why: 'An item that is longer than two lines is not read. What needs more words belongs into the lesson.',
  example: { wrong: 'text: Confirm that … and that … and, where …', right: 'two checks' },
  check(input) {
    for (const check of readChecks(input)) {
      for (const field of ['text', 'expect'] as const) {
        const length = check[field]?.trim().length ?? 0;
        if (length <= MAX_LENGTHS[field]) continue;
        input.report({
          span: check.spanOf(field),
          message: `Unexpected length of ${length} characters, expected at most ${MAX_LENGTHS[field]}`,
        });
      }
    }
  },
};
