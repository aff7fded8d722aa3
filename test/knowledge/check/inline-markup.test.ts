/** The rules read the sentences in fields and in attributes of components like those of a body: without their code. */
import { describe, expect, test } from 'vitest';
import type { RuleContext } from '../../../src/knowledge/check/rules/rule.ts';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { createMaskedContent } from '../../../src/knowledge/source/masked-content.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD, SMALL_CONTEXT, SMALL_FILES } from '../small-content.ts';

const PATH = 'lessons/start-at-boot.mdx';

/** Lists what the rules report about a lesson with this statement: `rule: the text at its place`. */
function listFindings(statement: string, context: RuleContext = SMALL_CONTEXT): string[] {
  const text = LESSON_HEAD.replace('Services start by themselves.', statement);
  return listProblems(PATH, `${text}\nText.\n`, context);
}

function listProblems(path: string, text: string, context: RuleContext = SMALL_CONTEXT): string[] {
  const content = createContent({ [path]: text });
  const files = content.files.filter((file) => file.path.endsWith(path));
  const lines = text.split('\n');
  return runRules(content, { files, ...context })
    .filter(({ rule }) => rule !== 'required-lesson-evidence')
    .map(({ rule, line, column, endLine, endColumn }) => {
      const end = line === endLine ? endColumn - 1 : undefined;
      return `${rule}: ${lines[line - 1]?.slice(column - 1, end)}`;
    });
}

const KNOWS_ALL_BUT_REPLICATON = {
  ...SMALL_CONTEXT,
  dictionary: { has: (word: string) => word.toLowerCase() !== 'replicaton', suggest: () => undefined },
};

describe('wording', () => {
  test.each([
    ['Somebody forgot it.', ['no-blame: forgot']],
    ['The unit `somebody-forgot human error` stops.', []],
    ['"The command `human error` stops, and it was human error."', ['no-blame: human error']],
    ['The page [of units](https://example.org/human/error) says it.', []],
    ['The page [human error](https://example.org/) says it.', ['no-blame: human error']],
    ['>-\n  The unit `human\n  error` stops, and it was human error.', ['no-blame: human error']],
  ])('of %s', (statement, findings) => {
    expect(listFindings(statement)).toEqual(findings);
  });

  test('has no spelling in code and addresses', () => {
    const find = (statement: string) => listFindings(statement, KNOWS_ALL_BUT_REPLICATON);
    expect(find('The replicaton stopped.')).toEqual(['known-word: replicaton']);
    expect(find('The unit `replicaton` and [its page](https://example.org/replicaton) exist.')).toEqual([]);
    expect(find('The **replicaton** and *replicaton*.')).toEqual([
      'known-word: replicaton',
      'known-word: replicaton',
    ]);
  });

  test('has no TODO in code', () => {
    expect(listFindings('The file `TODO` is empty.')).toEqual([]);
    expect(listFindings('The file is empty. TODO say which.')).toEqual(['no-todo: TODO']);
  });

  test('allows old terms in quotations, also around code', () => {
    expect(listFindings('The log said “the slave `a` is gone”.')).toEqual([]);
    expect(listFindings('The `slave` process of "a slave" ended.')).toEqual([]);
    expect(listFindings('The slave `a` is gone.')).toEqual(['no-exclusionary-wording: slave']);
  });

  test('is read in the attributes of components in the same way', () => {
    const body = (title: string) =>
      `${NOTE_HEAD}\n<Callout kind="note" title="${title}">\n\nText.\n\n</Callout>\n`;
    expect(listProblems('notes/redis.mdx', body('Not `human error` but human error'))).toEqual([
      'no-blame: human error',
    ]);
  });
});

describe('links', () => {
  test.each([
    ['See [the app](javascript:alert(1)).', ['no-unsafe-link: [the app](javascript:alert(1))']],
    ['See [the app](#here).', ['no-unsafe-link: [the app](#here)']],
    ['See [the app](../other/).', ['no-unsafe-link: [the app](../other/)']],
    ['See [the app](/lessons/nowhere/).', ['known-link-target: [the app](/lessons/nowhere/)']],
    ['See [here](https://example.org/).', ['no-vague-link-text: [here](https://example.org/)']],
    ['See [the lesson](/lessons/start-at-boot/), <https://example.org/> and `[a](b)`.', []],
    [
      'See [here](/tags/a/) and [here](/tags/a/).',
      [
        'known-link-target: [here](/tags/a/)',
        'no-vague-link-text: [here](/tags/a/)',
        'known-link-target: [here](/tags/a/)',
        'no-vague-link-text: [here](/tags/a/)',
      ],
    ],
  ])('of %s', (statement, findings) => {
    expect(listFindings(statement).sort()).toEqual(findings.sort());
  });

  test('are checked in vocabularies and in attributes of components', () => {
    const services = SMALL_FILES['vocabulary/services.yaml'].replace('A store in memory.', '"[A](b) store."');
    expect(listProblems('vocabulary/services.yaml', services)).toEqual(['no-unsafe-link: [A](b)']);
    const body = `${NOTE_HEAD}\n<Callout kind="note" title="As [the app](b) does">\n\nText.\n\n</Callout>\n`;
    expect(listProblems('notes/redis.mdx', body)).toEqual(['no-unsafe-link: [the app](b)']);
  });
});

describe('markup', () => {
  test('has no pictures', () => {
    expect(listFindings('Before ![the graph](graph.png) and after.')).toEqual([
      'allowed-markup: ![the graph](graph.png)',
    ]);
  });

  test('has a limit', () => {
    const statement = 'Is *a* '.repeat(3_000).trim();
    expect(listFindings(statement)).toEqual([`allowed-markup: ${statement}`]);
  });

  test('is not cut off by a comment of YAML', () => {
    expect(listFindings('Run `grep #1 app.log` now.')).toEqual(['valid-yaml:  #1 app.log` now.']);
    expect(listFindings('"Run `grep #1 app.log` now."')).toEqual([]);
    expect(listFindings('Run `grep`. # in the `app` log')).toEqual([]);
    expect(listFindings('The name is ` alone. # a comment')).toEqual([]);
  });

  test('of HTML and expressions is text', () => {
    expect(listFindings('The tag <b>id</b> has {1 + 1} names.')).toEqual([]);
  });
});

describe('checks', () => {
  const findIn = (text: string, value = 'active') =>
    listProblems(
      PATH,
      LESSON_HEAD.replace(
        /---\n$/,
        `checks:\n  - activity: planned-reboot\n    pausePoint: after\n    text: ${text}\n    expect: ${value}\n---\n\nText.\n`,
      ),
    ).filter((problem) => !problem.startsWith('required-check-place'));

  test('start with a verb in any face, or with a command', () => {
    expect(findIn('"**Restart** the app"')).toEqual([]);
    expect(findIn('"`systemctl restart app` on the server"')).toEqual([]);
    expect(findIn('The `app` restarts')).toEqual(['required-check-verb: The `app` restarts']);
  });

  test('have the length and the value that people see', () => {
    const address = 'https://example.org/a/very/long/address/that/nobody/sees/on/the/page/of/the/checklist';
    expect(findIn(`Read [the page](${address}) about it`)).toEqual([]);
    expect(findIn('Read it', '"**ok**"')).toEqual(['no-vague-check-value: "**ok**"']);
  });
});

test('a secret in the code of a field is found and masked', async () => {
  const text = LESSON_HEAD.replace(
    'Services start by themselves.',
    'Connect with `redis://:hunter22secret@cache.example.org:6379`.',
  );
  const files = Object.entries({ ...SMALL_FILES, [PATH]: `${text}\nText.\n` }).map(([path, content]) => ({
    path,
    text: content,
  }));
  const content = await createMaskedContent(files, 'content');
  const problems = runRules(content, SMALL_CONTEXT).filter(({ rule }) => rule === 'no-secret');
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).not.toContain('hunter22secret');
});
