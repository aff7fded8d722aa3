import { describe, expect, test } from 'vitest';
import { createReport } from '../../src/knowledge/check/check-report.ts';
import { findSecrets } from '../../src/knowledge/check/find-secrets.ts';
import { fixFiles } from '../../src/knowledge/check/fix.ts';
import { formatGithubReport } from '../../src/knowledge/check/reporters/github.ts';
import { formatJsonReport } from '../../src/knowledge/check/reporters/json.ts';
import { formatMarkdownReport } from '../../src/knowledge/check/reporters/markdown.ts';
import { formatSarifReport } from '../../src/knowledge/check/reporters/sarif.ts';
import { formatTerminalReport } from '../../src/knowledge/check/reporters/terminal.ts';
import { RULES } from '../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { Content } from '../../src/knowledge/source/content.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { SMALL_FILES } from '../knowledge/small-content.ts';
import { createPlantedSecrets, type PlantedSecret } from './planted-secrets.ts';

const HUNDRED = createPlantedSecrets(100);
const HEAD = '---\ntitle: T\nstatement: S.\nreason: R.\n---\n\n';

/** Where people leave them: in a block of code, in a sentence, as a value, in a comment, in what was seen. */
const PLACES: readonly ((line: string) => string)[] = [
  (line) => `${HEAD}\`\`\`sh\n${line}\n\`\`\`\n`,
  (line) => `${HEAD}Somebody ran this, and forgot to look:\n\n    ${line}\n`,
  (line) =>
    `---\ntitle: T\nstatement: S.\nreason: |\n  ${line.replaceAll('\n', '\n  ')}\nservices: [nowhere]\n---\n`,
  (line) => `---\ntitle: T\nstatement: S.\n# ${line.replaceAll('\n', '\n# ')}\nreason: R.\n---\n`,
  (line) => `${HEAD}{/* ${line} */}\n\n{1 + 1}  \n`,
];

async function judge(text: string, allowed?: string) {
  const files = [
    { path: 'site.yaml', text: SMALL_FILES['site.yaml'] },
    { path: 'lessons/x.mdx', text },
    ...(allowed === undefined ? [] : [{ path: 'allowed-secrets.yaml', text: allowed }]),
  ];
  const content = new Content(files, 'content');
  const secrets = await findSecrets(content.files);
  const problems = runRules(content, { secrets, today: '2026-11-21' });
  return { content, secrets, problems, report: createReport(problems, content.files.length, []) };
}

const everyReport = ({ report, problems, content }: Awaited<ReturnType<typeof judge>>) =>
  [
    formatTerminalReport(problems),
    formatGithubReport(report),
    formatJsonReport(report),
    formatMarkdownReport(report),
    formatSarifReport(report, RULES, () => undefined),
    JSON.stringify(problems),
    JSON.stringify(fixFiles(content.files, problems).map(({ fixed }) => fixed)),
  ].join('\n');

test('a hundred secrets of at least twenty kinds are planted', () => {
  expect(HUNDRED.length).toBe(100);
  expect(new Set(HUNDRED.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(HUNDRED.map(({ secret }) => secret)).size).toBe(100);
});

describe('all of them are found, and none is printed whole', () => {
  const named = HUNDRED.map((planted, index) => [`${planted.kind} ${index + 1}`, planted, index] as const);
  test.each(named)('%s', async (_name, { secret, line }: PlantedSecret, index) => {
    const place = PLACES[index % PLACES.length] as (line: string) => string;
    const text = place(line);
    const judged = await judge(text);
    const found = judged.problems.filter(({ rule }) => rule === 'no-secret' || rule === 'no-personal-data');
    expect(found.length).toBeGreaterThan(0);
    const start = text.indexOf(secret.split('\n')[0] ?? '');
    const spans = judged.secrets.get('content/lessons/x.mdx')?.map(({ span }) => span) ?? [];
    expect(spans.some((span) => span.start <= start && span.end > start)).toBe(true);
    // No printed line holds more than the four characters that a mask shows.
    const printed = everyReport(judged);
    for (const part of secret.split('\n')) {
      expect(printed).not.toContain(part);
      expect(printed).not.toContain(part.slice(0, 9));
      expect(printed).not.toContain(part.slice(-8));
    }
  });
});

describe('what is no secret', () => {
  test('the content of the project gives no false alarm', async () => {
    expect([...(await findSecrets((await readContent('content')).files))]).toEqual([]);
  });

  test.each([
    'export REDIS_PASSWORD="$(cat /run/secrets/redis)"',
    'redis://:$REDIS_PASSWORD@cache:6379',
    'postgres://app:<password>@db/app',
    'The password: it was too long for replication.',
    'password = "password"',
    'git clone git@github.com:example/app.git',
    'mail to ops@example.org',
    'Version 10.15.7 of it, on 209.132.180.169.',
    'The token: none was left.',
    'secret: unknown',
    'mysql -p -u root',
    'commit 3f2a9c1d4e5b6a7f8091a2b3c4d5e6f708192a3b',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ])('%s', async (line) => {
    expect((await judge(`${HEAD}\`\`\`\n${line}\n\`\`\`\n`)).secrets).toEqual(new Map());
  });
});

describe('one that is allowed on purpose', () => {
  const text = `${HEAD}On 10.0.12.7 and on 10.0.12.8.\n`;
  const found = async () => (await judge(text)).secrets.get('content/lessons/x.mdx') ?? [];
  const allowance = (fingerprint: string | undefined) =>
    `- file: lessons/x.mdx\n  fingerprint: ${fingerprint}\n  reason: An address of the example network.\n`;

  test('is named by its file and its fingerprint, and gives a reason', async () => {
    const [first, second] = await found();
    const one = await judge(text, allowance(first?.fingerprint));
    expect(
      one.problems.filter(({ rule }) => rule === 'no-personal-data').map(({ column }) => column),
    ).toEqual([21]);
    const both = await judge(text, allowance(first?.fingerprint) + allowance(second?.fingerprint));
    expect(both.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('without a reason it is not allowed', async () => {
    const [first] = await found();
    const { problems } = await judge(text, allowance(first?.fingerprint).replace(/ {2}reason: .*\n/, ''));
    expect(problems.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['required-field', 'no-personal-data', 'no-personal-data']),
    );
  });

  test('in another file it is not allowed', async () => {
    const [first] = await found();
    const { problems } = await judge(text, allowance(first?.fingerprint).replace('x.mdx', 'y.mdx'));
    expect(problems.filter(({ rule }) => rule === 'no-personal-data').length).toBe(2);
  });

  test('a comment that switches another tool off allows nothing', async () => {
    const token = createPlantedSecrets(3)[2]?.secret;
    const { problems } = await judge(`${HEAD}{/* secretlint-disable */}\n\n\`${token}\`\n`);
    expect(problems.map(({ rule }) => rule)).toContain('no-secret');
  });
});

test('a file that holds a secret is not mended, because what is moved would be the mask', async () => {
  const [, , token] = createPlantedSecrets(3);
  const { problems } = await judge(`${HEAD}\`${token?.secret}\` \n`);
  expect(problems.map(({ rule }) => rule)).toContain('no-trailing-space');
  expect(problems.every(({ edits }) => edits === undefined)).toBe(true);
});
