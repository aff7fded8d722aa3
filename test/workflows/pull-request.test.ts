import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Problem } from '../../src/knowledge/source/problem.ts';
import { FakeGitHub } from './fake-github.ts';
import { type Machine, readWorkflow, runJob, type StepResult } from './workflow-runner.ts';

// Every step is a process.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const FIXTURES = 'test/fixtures/pull-request';
let scratch: string;
let repository: string;
/** Every job runs in the same folder, as on GitHub, so that Node compiles the code only for the first one. */
let workspace: string;
let compileCache: string;

function git(...words: string[]): string {
  return execFileSync('git', ['-C', repository, ...words], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    },
  }).trim();
}

beforeAll(async () => {
  const machine = await mkdtemp(join(tmpdir(), 'hindsight-machine-'));
  workspace = join(machine, 'work');
  compileCache = join(machine, 'compiled');
});
afterAll(() => rm(dirname(workspace), { recursive: true }));

/** A copy of the project with a small content. */
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hindsight-pull-'));
  repository = join(scratch, 'repository');
  await mkdir(repository);
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  }).split('\0');
  for (const file of files.filter((path) => /^(?:src|\.github|[^/]+$)/.test(path) && existsSync(path))) {
    await mkdir(dirname(join(repository, file)), { recursive: true });
    await cp(file, join(repository, file));
  }
  await cp(join(FIXTURES, 'base'), join(repository, 'content'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=base');
});

afterEach(() => rm(scratch, { recursive: true, force: true }));

interface PullRequest {
  readonly base: string;
  readonly head: string;
}

/** Commits a change on a branch that starts at `main`. */
async function propose(change: () => Promise<void>): Promise<PullRequest> {
  const base = git('rev-parse', 'main');
  git('checkout', '--quiet', '-b', 'proposal');
  await change();
  git('add', '--all');
  git('commit', '--quiet', '--message=proposal');
  const head = git('rev-parse', 'proposal');
  git('checkout', '--quiet', 'main');
  return { base, head };
}

/** Runs content.yml. */
async function check(
  { base, head }: PullRequest,
  artefacts = new Map<string, string>(),
): Promise<StepResult[]> {
  await rm(workspace, { recursive: true, force: true });
  const machine: Machine = {
    workspace,
    repository,
    artefacts,
    artefactFolder: join(scratch, 'artefacts'),
    expressions: {
      'github.event.pull_request.base.sha': base,
      'github.base_ref': 'main',
      'github.sha': head,
    },
    environment: { MARKER: join(scratch, 'marker'), NODE_COMPILE_CACHE: compileCache },
  };
  const { jobs } = await readWorkflow('content.yml');
  if (!jobs.check) throw new Error('content.yml has no job `check`');
  return runJob(jobs.check, machine);
}

/** Runs content-report.yml with the artefacts of content.yml. */
async function report(
  github: FakeGitHub,
  head: string,
  artefacts: Map<string, string>,
): Promise<StepResult[]> {
  await rm(workspace, { recursive: true, force: true });
  const machine: Machine = {
    workspace,
    repository,
    artefacts,
    artefactFolder: join(scratch, 'artefacts'),
    expressions: {
      'github.event.workflow_run.id': '1',
      'github.event.workflow_run.html_url': 'https://github.com/example/kb/actions/runs/1',
      "github.event.workflow_run.conclusion == 'success' && '--has-preview' || ''": '',
      'github.event.workflow_run.head_repository.owner.login': 'someone',
      'github.event.workflow_run.head_branch': 'proposal',
      'github.event.workflow_run.head_sha': head,
      'github.token': 'token-of-the-run',
    },
    environment: {
      GITHUB_API_URL: await github.start(),
      GITHUB_REPOSITORY: 'example/kb',
      NODE_COMPILE_CACHE: compileCache,
    },
  };
  const { jobs } = await readWorkflow('content-report.yml');
  if (!jobs.report) throw new Error('content-report.yml has no job `report`');
  return runJob(jobs.report, machine).finally(() => github.stop());
}

function outcomes(ran: readonly StepResult[]): string[] {
  return ran.map(({ name, outcome }) => `${name}: ${outcome}`);
}

function outputOf(ran: readonly StepResult[], name: string): string | undefined {
  return ran.find((step) => step.name === name)?.output;
}

/** Returns the path of the expected output. */
function fixture(name: string): string {
  return resolve(FIXTURES, name);
}

test('reports two errors, a warning and a lesson learned again: by annotations, alerts, and one comment that it updates', async () => {
  const pullRequest = await propose(() =>
    cp(join(FIXTURES, 'change'), join(repository, 'content'), { recursive: true }),
  );
  const artefacts = new Map<string, string>();
  const checked = await check(pullRequest, artefacts);
  expect(outcomes(checked)).toEqual([
    'Get the code of the base branch: success',
    'Get the content of the pull request, as data: success',
    'Install what the base branch needs: success',
    'Put the content in its place: success',
    'Check it, with annotations in the diff: failure',
    'Build a preview of the pages: skipped',
    'Keep the pages: skipped',
    'Write the review: success',
    'Pass the review on: success',
  ]);
  const problems = await readProblems(artefacts);
  const annotations = outputOf(checked, 'Check it, with annotations in the diff') ?? '';
  await expect(withoutMessages(annotations, problems)).toMatchFileSnapshot(fixture('annotations.txt'));

  const github = new FakeGitHub(pullRequest.head);
  const reported = await report(github, pullRequest.head, artefacts);
  expect(new Set(reported.map(({ outcome }) => outcome))).toEqual(new Set(['success']));
  expect(github.comments).toHaveLength(1);
  const comment = (github.comments[0]?.body ?? '').replace(pullRequest.head, 'HEAD');
  await expect(withoutMessages(comment, problems)).toMatchFileSnapshot(fixture('comment.md'));
  const alerts = alertsIn(await readFile(artefacts.get('sarif') ?? '', 'utf8'));
  await expect(withoutMessages(alerts, problems)).toMatchFileSnapshot(fixture('alerts.json'));

  const again = new FakeGitHub(pullRequest.head);
  again.comments.push(
    { id: 1, user: { login: 'someone' }, body: '<!-- hindsight: content check -->\nNot ours.' },
    { id: 2, user: { login: 'github-actions[bot]' }, body: '<!-- hindsight: content check -->\nOlder.' },
  );
  await report(again, pullRequest.head, artefacts);
  expect(again.comments.map(({ body }) => body.replaceAll('\n\n', '\n').split('\n').slice(1, 3))).toEqual([
    ['Not ours.'],
    [`Commit ${pullRequest.head}, for \`main\`.`, '### Content check: 2 errors to fix'],
  ]);
  // The other pull request has the same head, and was not compared with its base.
  expect([...github.otherComments, ...again.otherComments]).toEqual([]);

  const late = new FakeGitHub('later');
  const tooLate = await report(late, pullRequest.head, artefacts);
  expect(outcomes(tooLate).at(-1)).toBe('Show the alerts in code scanning: skipped');
  expect(late.comments).toEqual([]);
});

type RuleProblem = Pick<Problem, 'rule' | 'message' | 'hint'>;

async function readProblems(artefacts: ReadonlyMap<string, string>): Promise<RuleProblem[]> {
  const review = await readFile(join(artefacts.get('review') ?? '', 'review.json'), 'utf8');
  return (JSON.parse(review) as { report: { problems: RuleProblem[] } }).report.problems;
}

/** Replaces the messages of the rules, which are asserted in `test/fixtures/bad/`. */
function withoutMessages(text: string, problems: readonly RuleProblem[]): string {
  return problems.reduce(
    (replaced, { rule, message, hint = message }) =>
      replaced.replaceAll(message, `MESSAGE OF ${rule}`).replaceAll(hint, `HINT OF ${rule}`),
    text,
  );
}

/** Returns the results of a SARIF file with the names of their rules: the list of all rules changes with every new rule. */
function alertsIn(sarif: string): string {
  const { version, runs } = JSON.parse(sarif) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleIndex: number }[] }[];
  };
  const results = runs.flatMap(({ tool, results: found }) =>
    found.map(({ ruleIndex, ...result }) => ({ rule: tool.driver.rules[ruleIndex]?.id, ...result })),
  );
  return `${JSON.stringify({ version, results }, null, 2)}\n`;
}

describe('a malicious pull request', () => {
  const marker = () => join(scratch, 'marker');

  test('is rejected, and none of its code runs', async () => {
    const evil = "import { writeFileSync } from 'node:fs'; writeFileSync(process.env.MARKER, 'ran');\n";
    const pullRequest = await propose(async () => {
      const write = async (path: string, text: string) => {
        await mkdir(dirname(join(repository, path)), { recursive: true });
        await writeFile(join(repository, path), text);
      };
      const lesson = (body: string) => `---\ntitle: T\nstatement: A.\nreason: B.\n---\n\n${body}\n`;
      await write('content/lessons/import.mdx', lesson("import x from './evil.mjs'"));
      await write('content/lessons/expression.mdx', lesson('{globalThis.process.exit(0)}'));
      await write('content/lessons/script.mdx', lesson('<script>alert(1)</script>'));
      await write('content/lessons/evil.mjs', evil);
      // The name of a backup, which is ignored outside a repository.
      await write('content/lessons/backup.mdx.orig', lesson('Text.'));
      await symlink('/etc/passwd', join(repository, 'content/lessons/passwd.mdx'));
      // Files that a later `git clone --recurse-submodules` gets from another repository.
      for (const path of ['content/notes/submodule.mdx', 'content/HEAD']) {
        await mkdir(join(repository, path), { recursive: true });
        git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${path}`);
      }
      // The check must ignore everything outside content/.
      await write('src/commands/kb.mjs', evil);
      await write('src/commands/kb.ts', evil);
      await write('src/commands/check.ts', evil);
      await write('astro.config.mjs', evil);
      await write('.npmrc', 'node-options=--import ./content/lessons/evil.mjs\n');
      await write('content/package.json', '{"scripts":{"prebuild":"touch $MARKER"}}');
      await write(
        'package.json',
        '{"type":"module","scripts":{"check":"touch $MARKER","kb":"touch $MARKER","build":"touch $MARKER"}}',
      );
    });
    const checked = await check(pullRequest);
    expect(outcomes(checked)).toContain('Check it, with annotations in the diff: failure');
    expect(outcomes(checked)).toContain('Build a preview of the pages: skipped');
    const annotations = outputOf(checked, 'Check it, with annotations in the diff') ?? '';
    for (const [path, rule] of [
      ['lessons/import.mdx', 'no-code'],
      ['lessons/expression.mdx', 'no-code'],
      ['lessons/script.mdx', 'known-component'],
      ['lessons/evil.mjs', 'allowed-path'],
      ['lessons/backup.mdx.orig', 'allowed-path'],
      ['lessons/passwd.mdx', 'no-unreadable-file'],
      ['notes/submodule.mdx', 'no-unreadable-file'],
      ['HEAD', 'no-unreadable-file'],
      ['package.json', 'allowed-path'],
    ]) {
      expect(annotations).toMatch(new RegExp(`^::error file=content/${path},.*title=${rule}::`, 'm'));
    }
    expect(annotations).not.toContain('root:');
    expect(existsSync(marker())).toBe(false);
  });

  test('cannot use another folder of the machine as its content', async () => {
    const pullRequest = await propose(async () => {
      await rm(join(repository, 'content'), { recursive: true });
      await symlink('/etc', join(repository, 'content'));
    });
    const checked = await check(pullRequest);
    expect(outcomes(checked)).toContain('Put the content in its place: failure');
    expect(outcomes(checked)).toContain('Check it, with annotations in the diff: skipped');
  });

  test('cannot use another repository as its content', async () => {
    const pullRequest = await propose(async () => {
      git('rm', '-rq', 'content');
      git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},content`);
      await mkdir(join(repository, 'content'), { recursive: true });
    });
    const checked = await check(pullRequest);
    expect(outcomes(checked)).toContain('Put the content in its place: failure');
    expect(outcomes(checked)).toContain('Check it, with annotations in the diff: skipped');
  });

  const OLDER = {
    id: 2,
    user: { login: 'github-actions[bot]' },
    body: '<!-- hindsight: content check -->\n### Content check: No problems found',
  };

  /** Runs content-report.yml with this review, or without one. */
  async function reportReview(text: string | undefined, github: FakeGitHub, head: string) {
    const artefacts = new Map<string, string>();
    if (text !== undefined) {
      const folder = await mkdtemp(join(scratch, 'artefact-'));
      await writeFile(join(folder, 'review.json'), text);
      artefacts.set('review', folder);
    }
    return report(github, head, artefacts);
  }

  test('gets the comment that nothing was reviewed if it passes on anything but a review', async () => {
    const { head } = await propose(async () => writeFile(join(repository, 'content/x.txt'), ''));
    for (const text of [
      '# @everyone, click here',
      '{"version":1,"report":{},"postmortems":[]}',
      '',
      undefined,
    ]) {
      const github = new FakeGitHub(head);
      github.comments.push({ ...OLDER });
      const reported = await reportReview(text, github, head);
      expect(outcomes(reported).at(-1)).toBe('Show the alerts in code scanning: skipped');
      const bodies = [...github.comments, ...github.otherComments].map(({ body }) => body);
      expect(bodies).toHaveLength(2);
      for (const body of bodies) {
        expect(body).toContain(`Commit ${head}, for`);
        expect(body).toContain('The content of this commit could not be reviewed.');
        expect(body).not.toMatch(/No problems found|everyone/);
      }
    }
  });

  test('is reviewed although its content looks like a git repository', async () => {
    const pullRequest = await propose(async () => {
      for (const name of ['objects', 'refs']) {
        await mkdir(join(repository, 'content', name));
        await writeFile(join(repository, 'content', name, 'x'), 'x');
      }
      await writeFile(join(repository, 'content/HEAD'), 'ref: refs/heads/main\n');
    });
    const artefacts = new Map<string, string>();
    const checked = await check(pullRequest, artefacts);
    expect(outputOf(checked, 'Check it, with annotations in the diff')).toMatch(
      /^::error file=content\/HEAD,.*title=allowed-path::/m,
    );
    const github = new FakeGitHub(pullRequest.head);
    await report(github, pullRequest.head, artefacts);
    expect(github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('`content/HEAD:1:1`')]);
  });

  test('that changes the workflows gets a comment that warns about it', async () => {
    const { head } = await propose(async () => writeFile(join(repository, 'content/x.txt'), ''));
    const forged = {
      version: 1,
      base: 'main',
      report: { problems: [], errors: 0, warnings: 0, files: 1, postmortems: [] },
      postmortems: [],
    };
    for (const workflows of ['of the base', 'of the head']) {
      const github = new FakeGitHub(head);
      github.workflows = workflows;
      await reportReview(JSON.stringify(forged), github, head);
      const [comment] = github.comments;
      expect(comment?.body).toContain('No problems found');
      expect(comment?.body.includes('This pull request changes `.github/`')).toBe(
        workflows === 'of the head',
      );
    }
  });
});
