import { describe, expect, test } from 'vitest';
import { createReport } from '../../src/knowledge/check/check-report.ts';
import { fixFiles } from '../../src/knowledge/check/fix.ts';
import { formatGithubReport } from '../../src/knowledge/check/reporters/github.ts';
import { formatJsonReport } from '../../src/knowledge/check/reporters/json.ts';
import { formatMarkdownReport } from '../../src/knowledge/check/reporters/markdown.ts';
import { formatSarifReport } from '../../src/knowledge/check/reporters/sarif.ts';
import { formatTerminalReport } from '../../src/knowledge/check/reporters/terminal.ts';
import { RULES } from '../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { SMALL_FILES } from '../knowledge/small-content.ts';
import { createPlantedSecrets, type PlantedSecret } from './planted-secrets.ts';

const HUNDRED = createPlantedSecrets(100);
const HEAD = '---\ntitle: T\nstatement: S.\nreason: R.\n---\n\n';

/** Places where people leave secrets: a block of code, a sentence, a value, a comment, a broken expression. */
const PLACES: readonly ((line: string) => string)[] = [
  (line) => `${HEAD}\`\`\`sh\n${line}\n\`\`\`\n`,
  (line) => `${HEAD}Somebody ran this, and forgot to look:\n\n    ${line}\n`,
  (line) =>
    `---\ntitle: T\nstatement: S.\nreason: |\n  ${line.replaceAll('\n', '\n  ')}\nservices: [nowhere]\n---\n`,
  (line) => `---\ntitle: T\nstatement: S.\n# ${line.replaceAll('\n', '\n# ')}\nreason: R.\n---\n`,
  (line) => `${HEAD}{/* ${line} */}\n\n{1 + 1}  \n`,
];

async function check(text: string, allowed?: string) {
  const files = [
    { path: 'site.yaml', text: SMALL_FILES['site.yaml'] },
    { path: 'lessons/x.mdx', text },
    ...(allowed === undefined ? [] : [{ path: 'allowed-secrets.yaml', text: allowed }]),
  ];
  const content = await createMaskedContent(files, 'content');
  const secrets = content.secrets?.get('lessons/x.mdx') ?? [];
  const problems = runRules(content, { today: '2026-11-21' });
  return { content, secrets, problems, report: createReport(problems, content.files.length, []) };
}

const everyReport = ({ report, problems, content }: Awaited<ReturnType<typeof check>>) =>
  [
    formatTerminalReport(problems),
    formatGithubReport(report),
    formatJsonReport(report),
    formatMarkdownReport(report),
    formatSarifReport(report, RULES, () => undefined),
    JSON.stringify(problems),
    JSON.stringify(fixFiles(content.files, problems).map(({ fixed }) => fixed)),
  ].join('\n');

test('plants a hundred secrets of at least twenty kinds', () => {
  expect(HUNDRED.length).toBe(100);
  expect(new Set(HUNDRED.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(HUNDRED.map(({ secret }) => secret)).size).toBe(100);
});

describe('finds every planted secret, and never prints one in full', () => {
  const named = HUNDRED.map((planted, index) => [`${planted.kind} ${index + 1}`, planted, index] as const);
  test.each(named)('%s', async (_name, { secret, line }: PlantedSecret, index) => {
    const place = PLACES[index % PLACES.length] as (line: string) => string;
    const text = place(line);
    const checked = await check(text);
    const found = checked.problems.filter(({ rule }) => rule === 'no-secret' || rule === 'no-personal-data');
    expect(found.length).toBeGreaterThan(0);
    const start = text.indexOf(secret.split('\n')[0] ?? '');
    expect(checked.secrets.some(({ span }) => span.start <= start && span.end > start)).toBe(true);
    // A mask shows at most four characters.
    const printed = everyReport(checked);
    for (const part of secret.split('\n')) {
      expect(printed).not.toContain(part);
      expect(printed).not.toContain(part.slice(0, 9));
      expect(printed).not.toContain(part.slice(-8));
    }
  });
});

/** From parts, so that no scanner takes this file for a leak. */
const HEX = '3f2a9c1d4e5b6a7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7';
const SLACK_APP = ['xa', 'pp-1-A', 'B7C9D1E3F5', '-123456789012-', HEX].join('');
const GITHUB = ['gh', 'p_', 'x7Kq2mWv9Rt4Zs8Lp3Nc6Yb1Hd5Jf0Gu2Ea4'].join('');

/** Lines with a secret that is longer than its usual shape, and the parts of it that must not be shown. */
const UNUSUAL_SHAPES: readonly [line: string, parts: readonly string[]][] = [
  [SLACK_APP, ['B7C9D1E3F5', HEX.slice(0, 8), HEX.slice(-8)]],
  ['PASSWORD=abc123;def456;ghi789', ['abc1', 'def456', 'ghi789']],
  ['PASSWORD=abc123,def456&ghi789', ['abc1', 'def456', 'ghi789']],
  ['PASSWORD=abc123(def456)ghi789', ['abc1', 'def456', 'ghi789']],
  ['PASSWORD=abc123{def456}ghi789', ['abc1', 'def456', 'ghi789']],
  ['PASSWORD=abc123"def456"ghi789', ['abc1', 'def456', 'ghi789']],
  [`PASSWORD="abc123'def456"`, ['abc1', 'def456']],
  ['PASSWORD="abc123\\"def456"', ['abc1', 'def456']],
  ['requirepass abc123;def456', ['abc1', 'def456']],
  ['mysql -u root -pabc123;def456 app', ['abc1', 'def456']],
  ['curl -u admin:abc123|def456 https://example.org', ['abc1', 'def456']],
  ['postgres://app:abc123@def456@db/app', ['abc1', 'def456']],
  ['postgres://app:abc123/def456@db/app', ['abc1', 'def456']],
  ['Authorization: Bearer abc123def456ghi789:jkl012;mno345', ['jkl012', 'mno345']],
  [`${GITHUB}.jkl012;mno345`, ['jkl012', 'mno345', GITHUB.slice(-8)]],
  [`pre-${GITHUB}-jkl012`, ['jkl012', GITHUB.slice(-8)]],
];

describe('hides the whole of a secret of an unusual shape', () => {
  const named = UNUSUAL_SHAPES.map(([line, parts]) => [line.slice(0, 24), line, parts] as const);
  test.each(named)('%s', async (_name, line, parts) => {
    for (const place of PLACES) {
      const checked = await check(place(line));
      // Pages, the preview and every message are made from these texts.
      const shown = everyReport(checked) + checked.content.files.map(({ text }) => text).join('\n');
      for (const part of parts) expect(shown).not.toContain(part);
    }
  });

  test('and shows no character of a password', async () => {
    const { problems } = await check(`${HEAD}PASSWORD=hunter2-hunter2-hunter2\n`);
    expect(problems.find(({ rule }) => rule === 'no-secret')?.message).toContain(`\`${'•'.repeat(23)}\``);
  });

  test('but not the marks around it', async () => {
    const { content } = await check(`${HEAD}It was (\`${GITHUB}\`), or "${GITHUB}".\n`);
    const hidden = `ghp_${'•'.repeat(36)}`;
    const lesson = content.files.find(({ path }) => path.endsWith('x.mdx'));
    expect(lesson?.text).toContain(`It was (\`${hidden}\`), or "${hidden}".`);
  });
});

describe('ignores text that is no secret', () => {
  test('in the content of this project', async () => {
    expect((await readContent('content')).secrets).toEqual(new Map());
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
    expect((await check(`${HEAD}\`\`\`\n${line}\n\`\`\`\n`)).secrets).toEqual([]);
  });
});

describe('an allowed secret', () => {
  const text = `${HEAD}On 10.0.12.7 and on 10.0.12.8.\n`;
  const allow = (fingerprint: string | undefined) =>
    `- file: lessons/x.mdx\n  fingerprint: ${fingerprint}\n  reason: An address of the example network.\n`;

  test('is named by its file and its fingerprint', async () => {
    const [first, second] = (await check(text)).secrets;
    const one = await check(text, allow(first?.fingerprint));
    expect(
      one.problems.filter(({ rule }) => rule === 'no-personal-data').map(({ column }) => column),
    ).toEqual([21]);
    const both = await check(text, allow(first?.fingerprint) + allow(second?.fingerprint));
    expect(both.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('needs a reason', async () => {
    const [first] = (await check(text)).secrets;
    const { problems } = await check(text, allow(first?.fingerprint).replace(/ {2}reason: .*\n/, ''));
    expect(problems.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['required-field', 'no-personal-data', 'no-personal-data']),
    );
  });

  test('is allowed in its own file only', async () => {
    const [first] = (await check(text)).secrets;
    const { problems } = await check(text, allow(first?.fingerprint).replace('x.mdx', 'y.mdx'));
    expect(problems.filter(({ rule }) => rule === 'no-personal-data').length).toBe(2);
  });

  test('reports a secret despite a comment that switches off another tool', async () => {
    const token = createPlantedSecrets(3)[2]?.secret;
    const { problems } = await check(`${HEAD}{/* secretlint-disable */}\n\n\`${token}\`\n`);
    expect(problems.map(({ rule }) => rule)).toContain('no-secret');
  });
});

test('offers no fixes for a file with a secret, because a fix could write the mask into it', async () => {
  const [, , token] = createPlantedSecrets(3);
  const { problems } = await check(`${HEAD}\`${token?.secret}\` \n`);
  expect(problems.map(({ rule }) => rule)).toContain('no-trailing-space');
  expect(problems.every(({ edits }) => edits === undefined)).toBe(true);
});

describe('an address in a private network', () => {
  const note = (visibility: string) =>
    `---\ntitle: T\nsummary: S.\n${visibility}status: reviewed\n---\n\nOn 10.0.12.7 and db-1.prod.internal, version 10.5.12.1.\n`;
  const findRules = async (path: string, text: string) => {
    const content = await createMaskedContent([{ path, text }], 'content');
    return runRules(content).flatMap(({ rule, column }) => (rule === 'no-personal-data' ? [column] : []));
  };

  test('is found in the address of a page and the name of a node, and not in a path', async () => {
    const head = '---\ntitle: T\nsummary: S.\nvisibility: public\nstatus: reviewed\n---\n\n';
    const find = (text: string) => findRules('notes/x.mdx', `${head}${text}\n`);
    expect(await find('See https://grafana.corp.internal/d/1.')).toEqual([13]);
    expect(await find('See `rabbit@mq-1.internal`.')).toEqual([13]);
    expect(await find('See `lib/a.internal`.')).toEqual([]);
  });

  test('is data in an internal note', async () => {
    expect(await findRules('notes/x.mdx', note(''))).toEqual([]);
    expect(await findRules('notes/x.mdx', note('visibility: internal\n'))).toEqual([]);
  });

  test('is an error in a public note, and in a lesson, which has no such field', async () => {
    expect(await findRules('notes/x.mdx', note('visibility: public\n'))).toEqual([4, 18]);
    expect(await findRules('notes/x.mdx', note('visibility: "public" # all\n'))).toEqual([4, 18]);
    expect(await findRules('notes/x.mdx', note('"visibility" : "pub\\u006cic"\n'))).toEqual([4, 18]);
    expect(await findRules('notes/x.mdx', note('visibility:\n  public\n'))).toHaveLength(2);
    expect(await findRules('notes/x.mdx', note('visibility: >-\n  public\n'))).toHaveLength(2);
    expect(await findRules('notes/x.mdx', note('? visibility\n: public\n'))).toHaveLength(2);
    expect(await findRules('lessons/x.mdx', note(''))).toEqual([4, 18]);
  });
});

describe('a secret that only shows after decoding is hidden where it is written', () => {
  const token = ['gh', 'p_', 'x7Kq2mWv9Rt4Zs8Lp3Nc6Yb1Hd5Jf0Gu2Ea4'].join('');
  const table: [name: string, line: string][] = [
    ['character references', token.replace('p_', '&#112;&lowbar;')],
    ['a backslash', token.replace('_', '\\_')],
    ['emphasis', `${token.slice(0, 12)}**${token.slice(12)}**`],
    ['a zero-width space', `${token.slice(0, 12)}\u200b${token.slice(12)}`],
    ['a comment', `${token.slice(0, 12)}{/* x */}${token.slice(12)}`],
    ['Base64', btoa(`the token is ${token} and works`)],
    ['percent-encoding', `https://example.org/?q=${token.replace('_', '%5F')}`],
  ];
  test.each(table)('%s', async (_name, line) => {
    const { content, problems } = await check(`${HEAD}Before ${line} after.\n`);
    const lesson = content.files.find(({ path }) => path.endsWith('x.mdx'))?.text ?? '';
    expect(problems.map(({ rule }) => rule)).toContain('no-secret');
    expect(lesson).not.toContain(line.slice(-10));
    expect(lesson).toMatch(/Before \S*•+\S* ?•*\S* after\.|Before .*•.* after\./);
  });
});
