import { describe, expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { createContent, LESSON_HEAD, runRule, SMALL_FILES } from '../small-content.ts';

function listRules(body: string, head = LESSON_HEAD, site = ''): string[] {
  const content = createContent({
    'site.yaml': `${SMALL_FILES['site.yaml']}${site}`,
    'lessons/x.mdx': `${head}\n${body}\n`,
  });
  const wanted = ['no-blame', 'valid-allowance', 'valid-rule-level', 'no-unsafe-link'];
  return runRules(content).flatMap(({ rule, severity, line }) =>
    wanted.includes(rule) ? [`${line} ${rule} ${severity}`] : [],
  );
}

const BLAME = 'The engineer forgot to look.';

describe('an allowance', () => {
  const table: [name: string, body: string, rules: string[]][] = [
    ['covers its own line', `${BLAME} {/* allow no-blame: a quotation */}`, []],
    ['covers the next line', `{/* allow no-blame: a quotation */}\n${BLAME}`, []],
    ['covers the next line after an empty one', `{/* allow no-blame: a quotation */}\n\n${BLAME}`, []],
    [
      'does not cover the line after that',
      `{/* allow no-blame: a quotation */}\n${BLAME}\n\n${BLAME}`,
      ['10 no-blame warning'],
    ],
    ['needs a reason', `{/* allow no-blame */}\n${BLAME}`, ['7 valid-allowance error', '8 no-blame warning']],
    ['needs a hit', '{/* allow no-blame: a quotation */}\nText.', ['7 valid-allowance error']],
    ['needs a rule that exists', '{/* allow no-balme: a quotation */}\nText.', ['7 valid-allowance error']],
    [
      'is not for a rule that protects readers',
      '{/* allow no-unsafe-link: why not */}\n[a](javascript:x)',
      ['7 valid-allowance error', '8 no-unsafe-link error'],
    ],
    [
      'needs no hit in a body that could not be read completely',
      '{/* allow no-blame: a quotation */}\nText <https://example.org>.',
      [],
    ],
    ['is no other comment', '{/* We allow no-blame: it is a rule. */}\nText.', []],
  ];
  test.each(table)('%s', (_, body, rules) => {
    expect(listRules(body)).toEqual(rules);
  });

  test('works in fields', () => {
    const head = LESSON_HEAD.replace(
      'statement: Services start by themselves.',
      `# allow no-blame: a quotation\nstatement: ${BLAME}`,
    );
    expect(listRules('', head)).toEqual([]);
    expect(
      listRules('', LESSON_HEAD.replace('Services start by themselves.', `${BLAME} # allow no-blame: x`)),
    ).toEqual([]);
  });
});

describe('the level of a rule in site.yaml', () => {
  test.each([
    ['off', []],
    ['warn', ['7 no-blame warning']],
    ['error', ['7 no-blame error']],
  ])('%s', (level, rules) => {
    expect(listRules(BLAME, LESSON_HEAD, `rules:\n  - { rule: no-blame, level: ${level} }\n`)).toEqual(rules);
  });

  test('cannot switch off what protects readers', () => {
    const site = 'rules:\n  - { rule: no-unsafe-link, level: off }\n';
    expect(listRules('[a](javascript:x)', LESSON_HEAD, site)).toEqual([
      '7 no-unsafe-link error',
      '7 valid-rule-level error',
    ]);
    expect(
      runRule('valid-rule-level', {
        'site.yaml': `${SMALL_FILES['site.yaml']}rules: [{ rule: no-secret, level: off }]\n`,
      }),
    ).toHaveLength(1);
  });
});
