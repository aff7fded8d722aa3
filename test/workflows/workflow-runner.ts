/**
 * Runs the jobs of a workflow as GitHub does, as far as ours go: steps in order, `run` through bash, outputs,
 * artefacts, and what is skipped after a failure. `npm ci` takes the packages that are installed here. An
 * expression or an action that nobody has taught it is an error, so that a workflow cannot do more than is tested.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly 'continue-on-error'?: boolean;
}

export interface Job {
  readonly permissions?: Record<string, string>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions?: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

export async function readWorkflow(name: string): Promise<Workflow> {
  return parse(await readFile(`.github/workflows/${name}`, 'utf8')) as Workflow;
}

export interface Machine {
  /** The folder in which the job runs. */
  readonly workspace: string;
  /** The repository that is checked out. */
  readonly repository: string;
  /** Artefacts by name: folders that were kept. */
  readonly artefacts: Map<string, string>;
  /** The folder that new artefacts are copied to. */
  readonly artefactFolder: string;
  /** The values of the expressions that may occur. */
  readonly expressions: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly name: string;
  readonly outcome: 'success' | 'failure' | 'skipped';
  readonly output: string;
}

export async function runJob(job: Job, machine: Machine): Promise<StepResult[]> {
  const ran: StepResult[] = [];
  const expressions: Record<string, string> = { ...machine.expressions };
  const mayFail = new Set(job.steps.filter((step) => step['continue-on-error']).map(({ name }) => name));
  for (const step of job.steps) {
    const hasFailed = ran.some(({ name, outcome }) => outcome === 'failure' && !mayFail.has(name));
    if (!shouldRun(step, hasFailed, expressions)) {
      ran.push({ name: step.name, outcome: 'skipped', output: '' });
      continue;
    }
    const valued = (text: string) => replaceExpressions(text, expressions);
    if (step.run === undefined) {
      const outcome = await runAction(step, machine, valued);
      ran.push({ name: step.name, outcome, output: '' });
    } else {
      const { result, outputs } = await runCommands(step, machine, valued);
      ran.push({ name: step.name, ...result });
      if (result.outcome === 'success') expressions[`steps.${step.id}.outcome == 'success'`] = 'true';
      for (const [name, value] of outputs) expressions[`steps.${step.id}.outputs.${name}`] = value;
    }
  }
  return ran;
}

function shouldRun(
  { if: condition }: Step,
  hasFailed: boolean,
  expressions: Record<string, string>,
): boolean {
  if (condition === undefined) return !hasFailed;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how GitHub writes expressions
  if (condition === '${{ !cancelled() }}') return true;
  return !hasFailed && Boolean(expressions[condition]);
}

function replaceExpressions(text: string, expressions: Record<string, string>): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    const value = expressions[expression];
    if (value === undefined) throw new Error(`Unknown expression: ${expression}`);
    return value;
  });
}

async function runAction(
  step: Step,
  machine: Machine,
  valued: (text: string) => string,
): Promise<'success' | 'failure'> {
  const { workspace, artefacts, artefactFolder, repository } = machine;
  const input = (name: string) => valued(step.with?.[name] ?? '');
  const path = join(workspace, input('path'));
  const kept = artefacts.get(input('name'));
  switch (step.uses?.split('@')[0]) {
    case 'actions/checkout':
      await promisify(execFile)('git', ['clone', '--quiet', '--no-hardlinks', repository, path]);
      await promisify(execFile)('git', ['-C', path, 'checkout', '--quiet', input('ref') || 'main']);
      return 'success';
    case 'actions/upload-artifact': {
      const folder = join(artefactFolder, input('name'));
      await cp(path, folder, { recursive: true });
      artefacts.set(input('name'), folder);
      return 'success';
    }
    case 'actions/download-artifact':
      if (!kept) return 'failure';
      await cp(kept, path, { recursive: true });
      return 'success';
    case 'github/codeql-action/upload-sarif':
      artefacts.set('sarif', join(workspace, input('sarif_file')));
      return 'success';
    default:
      throw new Error(`Unknown action: ${step.uses}`);
  }
}

async function runCommands(step: Step, machine: Machine, valued: (text: string) => string) {
  const { workspace, environment } = machine;
  const written = valued(step.run ?? '');
  if (written === 'npm ci') {
    await symlink(resolve('node_modules'), join(workspace, 'node_modules'));
    return { result: { outcome: 'success' as const, output: '' }, outputs: [] };
  }
  const outputFile = join(workspace, '..', 'outputs');
  await mkdir(join(workspace, '..'), { recursive: true });
  await writeFile(outputFile, '');
  const env = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => [name, valued(value)]),
  );
  const result = await promisify(execFile)('bash', ['-eo', 'pipefail', '-c', written], {
    cwd: workspace,
    env: { PATH: process.env.PATH ?? '', HOME: workspace, ...environment, ...env, GITHUB_OUTPUT: outputFile },
  }).then(
    ({ stdout, stderr }) => ({ outcome: 'success' as const, output: stdout + stderr }),
    (error) => ({ outcome: 'failure' as const, output: `${error.stdout}${error.stderr}` }),
  );
  const lines = (await readFile(outputFile, 'utf8')).split('\n').filter(Boolean);
  return { result, outputs: lines.map((line) => line.split('=') as [string, string]) };
}
