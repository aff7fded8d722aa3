/** The launcher, and how commands and options are found. */
import { spawnSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { runCommandLines } from './run-command-lines.ts';
import { KB_PATH } from './run-kb.ts';

vi.setConfig({ testTimeout: 60_000 });

test('prints one sentence on a Node that is too old', () => {
  const oldNode = `data:text/javascript,${encodeURIComponent(
    "Object.defineProperty(process, 'versions', { value: { node: '22.17.1' } });",
  )}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', oldNode, KB_PATH, 'check'], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Hindsight needs Node 22\.18 or newer, and this is Node 22\.17\.1\. .*\n$/);
});

test('offers the nearest command, subcommand and option', async () => {
  const cases: [words: string[], code: number, stderr: string | RegExp][] = [
    [['chekc'], 2, 'There is no command `chekc`. Did you mean `check`?\n'],
    [
      ['explode'],
      2,
      /^There is no command `explode`\. Use one of build, bundle, check, search, show, .*, schemas\.\n$/,
    ],
    [['vocab', 'mrege', 'a', 'b'], 2, 'There is no command `mrege`. Did you mean `merge`?\n'],
    [['new', 'postmrtem'], 2, 'There is no command `postmrtem`. Did you mean `postmortem`?\n'],
    [['check', '--fixx'], 2, "Unknown option '--fixx'. Did you mean --fix?\n"],
    [['search'], 2, "Missing required argument 'query'.\n"],
    [
      ['search', 'x', '--explain', '--json'],
      2,
      /^Option '--explain' cannot be used with option '--json'\.\n$/,
    ],
    [['show', 'service:redsi'], 2, /^There is no entry `service:redsi`\. /],
    [['show', 'redsi'], 2, 'There is no entry `redsi`. Did you mean `redis`?\n'],
    [['rename', 'stale-lok', 'x'], 2, 'There is no entry `stale-lok`. Did you mean `stale-lock`?\n'],
    [['review', '--from', 'package.json'], 2, /^`package\.json` is not a review\. /],
    [['review', '--from', 'nowhere'], 2, 'Cannot read `nowhere`: it does not exist. Check the path.\n'],
    [
      ['comment', 'nowhere', '--run-url', 'https://example.org/1'],
      2,
      /^Missing in the environment: .*HEAD_SHA\. Set them, as CI does\.\n$/,
    ],
    [['build', '--audience', 'publik'], 2, 'There is no audience `publik`, did you mean `public`?\n'],
    [['build', '--audience', 'x'], 2, 'There is no audience `x`, use internal or public.\n'],
    [['check', 'nowhere.mdx'], 2, 'There is no file `nowhere.mdx`. Check the path.\n'],
    [['check', 'package.json'], 2, /^`package\.json` is not in the content folder `content`\. /],
    [['check', '--changed', 'main', 'x'], 2, 'Use either file names or --changed, not both.\n'],
    [['check', '--max-warnings', 'few'], 2, /^Option '--max-warnings <number>' argument 'few' is invalid\. /],
    [[], 2, /^Usage: npm run kb -- /],
    [['vocab', '--help'], 0, ''],
    [['help', 'rename'], 0, ''],
    [['help', 'vocab', 'merge'], 0, ''],
    [['help', 'chekc'], 2, 'There is no command `chekc`. Did you mean `check`?\n'],
  ];
  const results = await runCommandLines(cases.map(([words]) => ({ words, content: 'content' })));
  expect(results).toEqual(
    cases.map(([, code, stderr]) => ({
      code,
      stdout: code === 0 ? expect.stringMatching(/^Usage: npm run kb -- /) : '',
      stderr: typeof stderr === 'string' ? stderr : expect.stringMatching(stderr),
    })),
  );
});
