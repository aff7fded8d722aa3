/**
 * Small bad files, each with one fault, and what the check says of it. Each folder below `test/fixtures/bad/` is
 * laid over the folder `base`, which has no fault; its `expected.txt` is the report as a person reads it.
 * (`UPDATE=1` writes them anew, to be read before they are committed.)
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSecrets } from '../../src/knowledge/check/find-secrets.ts';
import { formatTerminalReport } from '../../src/knowledge/check/reporters/terminal.ts';
import { RULES } from '../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { Content } from '../../src/knowledge/source/content.ts';
import type { Problem } from '../../src/knowledge/source/problem.ts';
import { readContentFiles } from '../../src/node/content-folder.ts';
import { loadDictionary } from '../../src/node/word-lists.ts';

const FOLDER = 'test/fixtures/bad';
const EXPECTED = 'expected.txt';
const cases = readdirSync(FOLDER).filter((name) => name !== 'base');
const dictionary = await loadDictionary();
const base = await readContentFiles(join(FOLDER, 'base'));

async function problemsOf(name: string) {
  const own = (await readContentFiles(join(FOLDER, name))).filter(({ path }) => path !== EXPECTED);
  const paths = new Set(own.map(({ path }) => path));
  const content = new Content([...base.filter(({ path }) => !paths.has(path)), ...own], 'content');
  const files = content.files.filter(({ path }) => paths.has(path.slice('content/'.length)));
  const secrets = await findSecrets(files);
  return runRules(content, { files, today: '2026-11-21', secrets, dictionary });
}

const found = new Map<string, Problem[]>();
for (const name of cases) found.set(name, await problemsOf(name));

test('the base has no fault', async () => {
  expect(formatTerminalReport(await problemsOf('base'))).toBe('');
});

test('there are at least 60 bad files', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

describe('each bad file gives exactly the expected message, rule, line and column', () => {
  test.each(cases)('%s', (name) => {
    const report = formatTerminalReport(found.get(name) ?? []);
    if (process.env.UPDATE) writeFileSync(join(FOLDER, name, EXPECTED), report);
    expect(report).toBe(readFileSync(join(FOLDER, name, EXPECTED), 'utf8'));
  });
});

/** The parser makes nothing that is not on its list; the rule is there for the day when it learns something new. */
const UNREACHABLE = ['allowed-markup'];

test('every rule refuses one of them', () => {
  const rules = new Set([...found.values()].flat().map(({ rule }) => rule));
  expect(RULES.map(({ name }) => name).filter((name) => !rules.has(name))).toEqual(UNREACHABLE);
});
