/**
 * Small bad files with one problem each, and the report of the check. A folder in `test/fixtures/bad/` is named after
 * the rule and the case. Its files replace those of the folder `base`, which has no problems. Its `expected.txt` is the
 * report as people read it: `UPDATE=1` writes it, and you read it before you commit it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileChecker } from '../../src/knowledge/check/check-files.ts';
import { formatTerminalReport } from '../../src/knowledge/check/reporters/terminal.ts';
import { RULES } from '../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { readContentFiles } from '../../src/node/content-files.ts';
import { inspectPictures } from '../../src/node/pictures/inspect-pictures.ts';
import { loadDictionary } from '../../src/node/word-lists.ts';

const FOLDER = 'test/fixtures/bad';
const EXPECTED = 'expected.txt';
const cases = readdirSync(FOLDER).filter((name) => name !== 'base');
const dictionary = await loadDictionary();
const base = await readContentFiles(join(FOLDER, 'base'));

async function readCase(name: string) {
  const inputsOfCase = await inspectPictures(await readContentFiles(join(FOLDER, name)), join(FOLDER, name));
  const own = inputsOfCase.filter(({ path }) => path !== EXPECTED);
  const paths = new Set(own.map(({ path }) => path));
  const inputs = [...base.filter(({ path }) => !paths.has(path)), ...own];
  const content = await createMaskedContent(inputs, 'content');
  const files = content.files.filter(({ path }) => paths.has(path.slice('content/'.length)));
  return { content, files };
}

const context = { today: '2026-11-21', dictionary };

async function findProblems(name: string) {
  const { content, files } = await readCase(name);
  return runRules(content, { files, ...context });
}

test('the base has no problems', async () => {
  expect(formatTerminalReport(await findProblems('base'))).toBe('');
});

test('there are at least 60 bad files', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

describe('reports exactly the expected message, rule, line and column', () => {
  test.each(cases)('%s', async (name) => {
    const report = formatTerminalReport(await findProblems(name));
    if (process.env.UPDATE) writeFileSync(join(FOLDER, name, EXPECTED), report);
    expect(report).toBe(readFileSync(join(FOLDER, name, EXPECTED), 'utf8'));
  });
});

test('every error is reported without the rules that only warn', async () => {
  for (const name of cases) {
    const { content, files } = await readCase(name);
    const listErrors = (checker: FileChecker) =>
      files.flatMap((file) => checker.check(file).problems).filter(({ severity }) => severity === 'error');
    const errors = listErrors(new FileChecker(content, context));
    expect(listErrors(new FileChecker(content, context, { skipsWarningRules: true })), name).toEqual(errors);
  }
});

/** No Markdown has other markup today. The rule protects from a future parser that reads more. */
const UNREACHABLE = ['allowed-markup'];

test('each bad file is named after a rule that rejects it', async () => {
  const misnamed: string[] = [];
  for (const name of cases) {
    const problems = await findProblems(name);
    if (!problems.some(({ rule }) => name.startsWith(`${rule}-`))) misnamed.push(name);
  }
  expect(misnamed).toEqual([]);
});

test('every rule rejects a bad file', async () => {
  const problems = await Promise.all(cases.map(findProblems));
  const rules = new Set(problems.flat().map(({ rule }) => rule));
  expect(RULES.map(({ name }) => name).filter((name) => !rules.has(name))).toEqual(UNREACHABLE);
});
