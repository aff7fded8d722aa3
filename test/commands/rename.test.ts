import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { KINDS, type Ref } from '../../src/knowledge/schema/kinds.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import type { Content } from '../../src/knowledge/source/content.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { runKb } from './run-kb.ts';

// Each command is a process.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-rename-'));
  await cp('content', folder, { recursive: true });
});

/** Runs a command on the temporary copy of the project's content. */
const run = (...words: string[]) => runKb(words, { content: folder });

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

test('renaming a tag, a lesson and a postmortem breaks no link and no address', async () => {
  const before = await readContent(folder);
  const textsBefore = await texts(folder);
  for (const [kind, old, now] of RENAMED) {
    expect(await run('rename', '--kind', kind, old, now)).toMatchObject({
      code: 0,
      stderr: '',
    });
  }
  expect(await run('check', '--format', 'json')).toMatchObject({ code: 0 });

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

  // With the old ids, every file is as before, byte for byte.
  const putBack = (text: string) => RENAMED.reduce((all, [, old, now]) => all.replaceAll(now, old), text);
  const textsAfter = await texts(folder);
  expect(textsAfter.delete('redirects.yaml')).toBe(true);
  expect(new Map([...textsAfter].map(([path, text]) => [putBack(path), putBack(text)]))).toEqual(textsBefore);
});

describe('a change', () => {
  test('is not made if it would introduce an error, which is reported', async () => {
    const before = await texts(folder);
    const { code, stderr } = await run(
      'rename',
      '2018-03-10-manager-mongo-outage',
      '2018-03-11-manager-mongo-outage',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('2018-03-11-manager-mongo-outage.mdx:');
    expect(stderr).toContain('(consistent-id-date)');
    expect(stderr).toContain('No changes made: this would introduce the errors above.');
    expect(await texts(folder)).toEqual(before);
  });

  test('is only shown with --dry-run', async () => {
    const before = await texts(folder);
    const { code, stdout } = await run('vocab', 'rename', '--dry-run', 'stale-lock', 'old-lock');
    expect(code).toBe(0);
    expect(stdout).toContain('vocabulary/tags.yaml  1 place');
    expect(stdout).toMatch(/\d files would be changed\n$/);
    expect(await texts(folder)).toEqual(before);
  });

  test('merges two tags, passes the check, and keeps the old address working', async () => {
    expect(await run('vocab', 'merge', 'stale-address', 'dns-propagation')).toMatchObject({
      code: 0,
      stderr: '',
    });
    const content = await readContent(folder);
    expect(runRules(content).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(content.has({ kind: 'tag', id: 'stale-address' })).toBe(false);
    expect(content.redirects.resolve({ kind: 'tag', id: 'stale-address' }).id).toBe('dns-propagation');
    expect(content.findItem('tag', 'dns-propagation')?.validated.data?.aliases).toContain('/etc/hosts');
  });
});

describe('wrong use', () => {
  test('offers the nearest id for an unknown one', async () => {
    expect(await run('vocab', 'rename', 'stale-lok', 'x')).toMatchObject({
      code: 2,
      stderr: 'There is no service, tag, activity, or organization `stale-lok`. Did you mean `stale-lock`?\n',
    });
  });

  test('asks for the kind if two kinds have the same id', async () => {
    await writeFile(
      join(folder, 'lessons', 'stale-lock.mdx'),
      '---\ntitle: T\nstatement: A lesson.\nreason: So.\n---\n',
    );
    expect(await run('rename', 'stale-lock', 'x')).toMatchObject({
      code: 2,
      stderr: '`stale-lock` is a lesson and a tag. Add --kind to choose one.\n',
    });
  });
});
