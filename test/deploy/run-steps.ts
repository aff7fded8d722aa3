/** Runs the steps of a Dockerfile in folders that take the place of its images. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Copy, Instruction } from 'dockerfile-ast';

/** The step that is replaced by links to the packages of this project. */
const INSTALL = 'npm ci --omit=dev';

/** Returns the lines of `.dockerignore` that are not comments. */
export function readContextRules(): string[] {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n');
  return lines.filter((line) => line && !line.startsWith('#'));
}

interface Build {
  /** The folders of the stages, by their names. */
  readonly stages: Map<string, string>;
  readonly variables: Record<string, string>;
  /** The folder of the current stage. */
  root: string;
  /** The current folder in it. */
  folder: string;
}

/**
 * Runs all steps that come before the start.
 *
 * @param scratch for the folders of the stages that have names
 * @param image the folder of the last stage, which has none; it is created
 */
export function runSteps(instructions: readonly Instruction[], scratch: string, image: string): void {
  const build: Build = { stages: new Map(), variables: {}, root: image, folder: '/' };
  for (const instruction of instructions) {
    const content = instruction.getArgumentsContent() ?? '';
    const steps: Readonly<Record<string, () => void>> = {
      FROM() {
        const name = content.split(' ')[2];
        build.root = name ? join(scratch, name) : image;
        build.folder = '/';
        build.stages.set(name ?? '', build.root);
        mkdirSync(build.root);
      },
      WORKDIR() {
        build.folder = content;
        mkdirSync(join(build.root, content), { recursive: true });
      },
      ARG() {
        const [name = '', value = ''] = content.split('=');
        build.variables[name] = value;
      },
      COPY: () => copyFiles(build, instruction as Copy),
      RUN: () => run(build, content),
    };
    steps[instruction.getKeyword()]?.();
  }
}

function copyFiles({ stages, root, folder }: Build, instruction: Copy): void {
  const from = instruction.getFromFlag()?.getValue();
  const words = instruction.getArguments().map((word) => word.getValue());
  const to = words.at(-1) ?? '';
  const target = join(root, resolve(folder, to));
  for (const path of words.slice(0, -1)) {
    if (from) copy(join(stages.get(from) ?? '', path), target);
    else if (path === '.') for (const name of listContext()) copy(name, join(target, name));
    else copy(path, to.endsWith('/') ? join(target, basename(path)) : target);
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

/** Returns the names that `.dockerignore` lets through. */
function listContext(): string[] {
  return readContextRules()
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
}

function run({ root, folder, variables }: Build, command: string): void {
  const cwd = join(root, folder);
  if (command === INSTALL) {
    linkPackages(cwd);
    return;
  }
  const { HINDSIGHT_CONTENT: _, ...environment } = process.env;
  const env = { ...environment, ...variables, ASTRO_TELEMETRY_DISABLED: '1' };
  execFileSync('sh', ['-c', command], { cwd, env, stdio: 'pipe' });
}

/** Links the packages that are not only for development, as the lock file has them. */
function linkPackages(folder: string): void {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  for (const [path, { dev }] of Object.entries<{ dev?: boolean }>(packages)) {
    const isTop = path.lastIndexOf('node_modules/') === 0;
    if (!isTop || dev || !existsSync(path)) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    symlinkSync(resolve(path), join(folder, path));
  }
}
