/**
 * Rules for the checks of a lesson and the opening of an activity, which are items of printed checklists (Degani and Wiener, "Human Factors of
 * Flight-Deck Checklists", NASA CR-177549; Gawande, "The Checklist Manifesto").
 */
import { isDocumentOf, isVocabularyOf } from '../../source/content.ts';
import { getListAt, getTextAt, getValueAt } from '../../source/field-values.ts';
import { toPlainText } from '../../source/inline/plain-text.ts';
import { quote, type Span } from '../../source/problem.ts';
import type { Path, YamlSource } from '../../source/yaml/yaml-source.ts';
import { getFirstWord, startsWithVerb } from '../imperative-verbs.ts';
import type { Rule, RuleInput } from './rule.ts';

interface ItemText {
  readonly text: string | undefined;
  readonly expect: string | undefined;
  getSpan(field: 'text' | 'expect'): Span;
}

function listItemTexts({ file }: RuleInput): ItemText[] {
  if (isDocumentOf(file, 'lesson')) return readItemTexts(file.yaml, ['checks']);
  if (!isVocabularyOf(file, 'activity')) return [];
  return file.items.flatMap(({ index }) => readItemTexts(file.yaml, [index, 'opening']));
}

function readItemTexts(yaml: YamlSource, list: Path): ItemText[] {
  return [...getListAt(yaml.value, list).keys()].map((index) => ({
    text: getTextAt(yaml.value, [...list, index, 'text']),
    expect: getTextAt(yaml.value, [...list, index, 'expect']),
    getSpan: (field) => yaml.spanAt([...list, index, field]),
  }));
}

export const requiredCheckVerb: Rule = {
  name: 'required-check-verb',
  severity: 'warning',
  why: 'People read an item aloud and then do it, so it starts with what to do.',
  example: { wrong: 'text: Open-file limit', right: 'text: Read the open-file limit of the app' },
  check(input) {
    for (const { text, getSpan } of listItemTexts(input)) {
      const word = text === undefined || startsWithVerb(text) ? undefined : getFirstWord(text);
      if (word === undefined || !LATIN_PATTERN.test(word)) continue;
      input.report({
        span: getSpan('text'),
        message: `Unexpected ${quote(word)} at the start of a check, expected a verb that says what to do or confirm`,
      });
    }
  },
};

/** The list of verbs is English, so it cannot tell whether a word of another script is a verb. */
const LATIN_PATTERN = /^[\p{Script=Latin}\P{L}]+$/u;

export const requiredCheckValue: Rule = {
  name: 'required-check-value',
  severity: 'warning',
  why: 'Two people who confirm an item have to agree on what they see. Without a value, each of them decides alone whether it is enough.',
  example: {
    wrong: 'text: Read the open-file limit of the app',
    right: 'text: Read the open-file limit of the app\nexpect: 65,536 or more',
  },
  check({ file, report }) {
    if (!isDocumentOf(file, 'lesson')) return;
    for (const [index, check] of getListAt(file.yaml.value, ['checks']).entries()) {
      // `valid-value` reports an empty one.
      if (getValueAt(check, ['expect']) !== undefined) continue;
      report({
        span: file.yaml.spanAt(['checks', index, 'text']),
        message: 'Unexpected check without a value, expected what you should see in `expect`',
      });
    }
  },
};

/** Matches words that claim success but do not describe what you see. */
const VAGUE_PATTERN =
  /^(?:it )?(?:is |are |all |looks? |should be )*(?:ok(?:ay)?|fine|good|well|works?|working|correct|right|yes|true|as expected|expected|normal|healthy|green|passed?|succeeds?|success(?:ful)?|no problems?|no errors?|done|checked|verified|n\/?a|unknown)[.!]?$/i;

export const noVagueCheckValue: Rule = {
  name: 'no-vague-check-value',
  severity: 'warning',
  why: 'At three in the morning, you need a value to compare with. "ok" is what people answer without looking.',
  example: { wrong: 'expect: ok', right: 'expect: 65,536 or more' },
  check(input) {
    for (const { expect, getSpan } of listItemTexts(input)) {
      if (expect === undefined || !VAGUE_PATTERN.test(toPlainText(expect))) continue;
      input.report({
        span: getSpan('expect'),
        message: `Unexpected ${quote(expect)} in \`expect\`, expected what you should see: a number, a state or a line of output`,
      });
    }
  },
};

/** In characters: a printed item has two lines of about 45 characters. */
const MAX_LENGTHS = { text: 90, expect: 90 } as const;

export const maxCheckLength: Rule = {
  name: 'max-check-length',
  severity: 'warning',
  why: 'Nobody reads an item that is longer than two lines. Explain it in the text of the lesson.',
  example: { wrong: 'text: Confirm that …, that … and, if …, that …', right: 'text: Confirm that …' },
  check(input) {
    for (const check of listItemTexts(input)) {
      for (const field of ['text', 'expect'] as const) {
        const length = toPlainText(check[field] ?? '').length;
        if (length <= MAX_LENGTHS[field]) continue;
        input.report({
          span: check.getSpan(field),
          message: `Unexpected length of ${length} characters, expected at most ${MAX_LENGTHS[field]}`,
        });
      }
    }
  },
};
