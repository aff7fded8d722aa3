import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { KINDS, type Ref } from '../../src/knowledge/schema/kinds.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import type { Content } from '../../src/knowledge/source/content.ts';
import { readContent } from '../../src/node/content-folder.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-rename-'));
  await cp('content', folder, { recursive: true });
});

/** A command on the scratch copy of the project's content. */
async function run(script: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return promisify(execFile)(process.execPath, [script, ...words], {
    env: { ...process.env, HINDSIGHT_CONTENT: folder, NO_COLOR: '1' },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error) => ({ code: error.code, out: error.stdout, err: error.stderr }),
  );
}

async function texts(of: string): Promise<Map<string, string>> {
  const found = await readdir(of, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [
        path.slice(of.length + 1),
        await readFile(path, 'utf8'),
      ]),
    ),
  );
}

function allRefs(content: Content): Ref[] {
  return KINDS.flatMap((kind) => content.listIds(kind).map((id) => ({ kind, id })));
}

const RENAMED: [kind: string, old: string, now: string][] = [
  ['tag', 'not-reboot-safe', 'reboot-unsafe'],
  ['lesson', 'survive-a-reboot-without-hands', 'come-back-by-itself'],
  ['postmortem', '2018-03-10-manager-mongo-outage', '2018-03-10-manager-down'],
];

test('a renamed tag, lesson and postmortem leave no broken link and no dead address', async () => {
  const before = await readContent(folder);
  const textsBefore = await texts(folder);
  for (const [kind, old, now] of RENAMED) {
    expect(await run('src/commands/kb.ts', 'rename', '--kind', kind, old, now)).toMatchObject({
      code: 0,
      err: '',
    });
  }
  expect(await run('src/commands/check.mjs', '--format', 'json')).toMatchObject({ code: 0 });

  const after = await readContent(folder);
  const { entry: addressOf } = createAddresses();
  const dead = allRefs(before).filter((ref) => !after.has(after.redirects.resolve(ref)));
  expect(dead.map(addressOf)).toEqual([]);
  const moved = allRefs(before).filter((ref) => !after.has(ref));
  expect(moved.map((ref) => [addressOf(ref), addressOf(after.redirects.resolve(ref))])).toEqual([
    ['/postmortems/2018-03-10-manager-mongo-outage/', '/postmortems/2018-03-10-manager-down/'],
    ['/lessons/survive-a-reboot-without-hands/', '/lessons/come-back-by-itself/'],
    ['/tags/not-reboot-safe/', '/tags/reboot-unsafe/'],
  ]);

  // With the ids put back, every file is what it was, byte for byte.
  const putBack = (text: string) => RENAMED.reduce((all, [, old, now]) => all.replaceAll(now, old), text);
  const textsAfter = await texts(folder);
  expect(textsAfter.delete('redirects.yaml')).toBe(true);
  expect(new Map([...textsAfter].map(([path, text]) => [putBack(path), putBack(text)]))).toEqual(textsBefore);
});

describe('a change is made as a whole or not at all', () => {
  test('one that would bring an error in is refused, and says which', async () => {
    const before = await texts(folder);
    const { code, err } = await run(
      'src/commands/kb.ts',
      'rename',
      '2018-03-10-manager-mongo-outage',
      '2018-03-11-manager-mongo-outage',
    );
    expect(code).toBe(1);
    expect(err).toContain('2018-03-11-manager-mongo-outage.mdx:');
    expect(err).toContain('(consistent-id-date)');
    expect(err).toContain('Nothing was changed: it would bring these errors in.');
    expect(await texts(folder)).toEqual(before);
  });

  test('a dry run says what would change, and changes nothing', async () => {
    const before = await texts(folder);
    const { code, out } = await run(
      'src/commands/kb.ts',
      'vocab',
      'rename',
      '--dry-run',
      'stale-lock',
      'old-lock',
    );
    expect(code).toBe(0);
    expect(out).toContain('vocabulary/tags.yaml  1 place');
    expect(out).toMatch(/\d files would be changed\n$/);
    expect(await texts(folder)).toEqual(before);
  });

  test('two tags become one: the check passes, and the old address leads on', async () => {
    expect(
      await run('src/commands/kb.ts', 'vocab', 'merge', 'stale-address', 'dns-propagation'),
    ).toMatchObject({
      code: 0,
      err: '',
    });
    const content = await readContent(folder);
    expect(runRules(content).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(content.has({ kind: 'tag', id: 'stale-address' })).toBe(false);
    expect(content.redirects.resolve({ kind: 'tag', id: 'stale-address' }).id).toBe('dns-propagation');
    expect(content.findItem('tag', 'dns-propagation')?.validated.data?.aliases).toContain('/etc/hosts');
  });
});

describe('wrong use', () => {
  test('an unknown id is answered with the nearest', async () => {
    expect(await run('src/commands/kb.ts', 'vocab', 'rename', 'stale-lok', 'x')).toMatchObject({
      code: 2,
      err: 'There is no service or tag or activity `stale-lok`. Did you mean `stale-lock`?\n',
    });
  });

  test('an id that two kinds have is asked back', async () => {
    await writeFile(
      join(folder, 'lessons', 'stale-lock.mdx'),
      '---\ntitle: T\nstatement: A lesson.\nreason: So.\n---\n',
    );
    expect(await run('src/commands/kb.ts', 'rename', 'stale-lock', 'x')).toMatchObject({
      code: 2,
      err: '`stale-lock` is a lesson and a tag: say which with `--kind`.\n',
    });
  });
});
