import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Runs a linter of the project in a folder that contains only these files and the linter's own settings. */
async function runLinter(
  command: 'depcruise' | 'knip',
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<{ code: number; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-lint-'));
  folders.push(folder);
  for (const settings of ['.dependency-cruiser.mjs', 'knip.jsonc', 'tsconfig.json']) {
    await cp(settings, join(folder, settings));
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return new Promise((resolve) => {
    const binary = join(process.cwd(), 'node_modules/.bin', command);
    const env = { ...process.env, PATH: `${join(process.cwd(), 'node_modules/.bin')}:${process.env.PATH}` };
    execFile(binary, args, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

const cruise = (files: Readonly<Record<string, string>>) =>
  runLinter('depcruise', ['src', '--output-type', 'err'], { 'tsconfig.json': '{}', ...files });

const A_ROOM = { 'src/knowledge/schema/kinds.ts': 'export const KINDS = [];\n' };

describe('the order of rooms', () => {
  test('accepts an import from an earlier room', async () => {
    const { code, output } = await cruise({
      ...A_ROOM,
      'src/knowledge/graph/entries.ts':
        "import { KINDS } from '../schema/kinds.ts';\nexport const ENTRIES = KINDS;\n",
    });
    expect(output).toContain('no dependency violations found');
    expect(code).toBe(0);
  });

  test.each([
    [
      'an import from a later room',
      'schema-imports-only-earlier-rooms',
      {
        'src/knowledge/schema/kinds.ts':
          "import { ENTRIES } from '../graph/entries.ts';\nexport const KINDS = ENTRIES;\n",
        'src/knowledge/graph/entries.ts': 'export const ENTRIES = [];\n',
      },
    ],
    [
      'types that import each other',
      'no-circular-import',
      {
        'src/knowledge/schema/a.ts': "import type { B } from './b.ts';\nexport type A = B;\n",
        'src/knowledge/schema/b.ts': "import type { A } from './a.ts';\nexport type B = A;\n",
      },
    ],
    [
      'a file in no room',
      'every-file-has-a-room',
      { ...A_ROOM, 'src/knowledge/loose.ts': "export { KINDS } from './schema/kinds.ts';\n" },
    ],
    [
      'knowledge that reads the disk',
      'knowledge-uses-no-platform',
      {
        'src/knowledge/schema/kinds.ts':
          "import { readFileSync } from 'node:fs';\nexport const KINDS = readFileSync;\n",
      },
    ],
    [
      'knowledge that imports a shell',
      'knowledge-is-pure',
      {
        'src/knowledge/schema/kinds.ts': "export { today } from '../../node/clock.ts';\n",
        'src/node/clock.ts': 'export const today = 1;\n',
      },
    ],
    [
      'code for the browser that imports code for Node',
      'browser-code-runs-in-the-browser',
      {
        'src/elements/panel.ts': "export { today } from '../node/clock.ts';\n",
        'src/node/clock.ts': 'export const today = 1;\n',
      },
    ],
    [
      'a command that something else imports',
      'commands-are-a-shell',
      {
        'src/node/clock.ts': "export { run } from '../commands/kb.ts';\n",
        'src/commands/kb.ts': 'export const run = 1;\n',
      },
    ],
  ])('refuses %s', async (_, rule, files) => {
    const { code, output } = await cruise(files);
    expect(output).toContain(`error ${rule}`);
    expect(code).toBeGreaterThan(0);
  });
});

describe('what nothing uses', () => {
  const MANIFEST = {
    name: 'small',
    type: 'module',
    scripts: { kb: 'node src/commands/kb.ts' },
    dependencies: {} as Record<string, string>,
  };
  const FILES = {
    'package.json': JSON.stringify(MANIFEST),
    'src/commands/kb.ts': "import { used } from '../node/clock.ts';\nconsole.log(used);\n",
    'src/node/clock.ts': 'export const used = 1;\n',
  };

  test('accepts files, exports and dependencies that are used', async () => {
    const { code, output } = await runLinter('knip', ['--no-progress', '--no-config-hints'], FILES);
    expect(output).toBe('');
    expect(code).toBe(0);
  });

  test.each([
    ['a file', 'Unused files (1)', { 'src/node/alone.ts': 'export const alone = 1;\n' }],
    [
      'an export',
      'Unused exports (1)',
      { 'src/node/clock.ts': 'export const used = 1;\nexport const unused = 2;\n' },
    ],
    [
      'a dependency',
      'Unused dependencies (1)',
      { 'package.json': JSON.stringify({ ...MANIFEST, dependencies: { 'left-pad': '1.3.0' } }) },
    ],
  ])('refuses %s that nothing uses', async (_, heading, files) => {
    const { code, output } = await runLinter('knip', ['--no-progress', '--no-config-hints'], {
      ...FILES,
      ...files,
    });
    expect(output).toContain(heading);
    expect(code).toBeGreaterThan(0);
  });
});
