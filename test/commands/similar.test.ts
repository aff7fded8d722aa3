import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runKb } from './run-kb.ts';

// Each command is a process.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hindsight-similar-'));
  await cp('content', join(scratch, 'content'), { recursive: true });
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

const similar = (...words: string[]) => runKb(['similar', ...words], { content: join(scratch, 'content') });

test('prints similar incidents with reasons, lessons learned again, and lessons that may apply', async () => {
  const file = join(scratch, 'content/postmortems/2018-03-10-manager-mongo-outage.mdx');
  const text = await readFile(file, 'utf8');
  // Only one organization can learn a lesson again.
  await writeFile(file, text.replace('organization: the-manager', 'organization: rafflecopter'));
  const { code, stdout } = await similar(file);
  await writeFile(file, text);
  expect(code).toBe(0);
  const headings = stdout.split('\n').filter((line) => /^\S/.test(line));
  expect(headings).toEqual([
    'Similar incidents',
    'Lessons learned again',
    'Lessons from similar incidents that may apply here',
  ]);
  expect(stdout).toContain(
    [
      '  2015-03-linode-xen-reboots  Xen security reboots at Linode take every Rafflecopter server down',
      '    the same lessons: `close-connections-cleanly`, `survive-a-reboot-without-hands`',
      '    the same issues: `ungraceful-shutdown`, `manual-step`',
    ].join('\n'),
  );
  expect(stdout).toMatch(
    /^ {2}close-connections-cleanly .*\n {4}about 3 years after 2015-03-linode-xen-reboots$/m,
  );
});

test('reads the valid part of a draft outside the content folder', async () => {
  const draft = join(scratch, 'notes.mdx');
  await writeFile(
    draft,
    `---
title: The search takes the site down
severity: awful
---

Elasticsearch was flooded with a request for each letter that somebody typed, and HAProxy took every web server out of the
pool because the health check asks Elasticsearch too. <what now
`,
  );
  const { code, stdout } = await similar(draft);
  expect(code).toBe(0);
  const [heading, first] = stdout.split('\n');
  expect(heading).toBe('Similar incidents');
  expect(first).toMatch(/^ {2}learn-search-overload /);
  expect(stdout).toMatch(/^ {4}both mention: .*load balancer/m);
  expect(stdout).toMatch(/^ {2}put-a-timeout-on-every-dependency /m);
});

test('prints possible duplicates first, and as JSON', async () => {
  const text = await readFile('content/postmortems/2009-12-gnome-server-move.mdx', 'utf8');
  const copy = join(scratch, '2009-12-gnome-server-move.mdx');
  await writeFile(copy, text.replace('All 8 servers', 'Eight servers'));
  const { stdout } = await similar(copy);
  expect(stdout).toMatch(/^Possible duplicates\n {2}2009-12-gnome-server-move {2}Eight gnome\.org servers/);
  const json = JSON.parse((await similar(copy, '--json')).stdout);
  expect(json.duplicates).toEqual([
    {
      id: '2009-12-gnome-server-move',
      title: 'Eight gnome.org servers move to a new location and new addresses',
      reasons: expect.arrayContaining(['the same title', 'nearly the same text']),
    },
  ]);
  expect(json.similar.map(({ id }: { id: string }) => id)).not.toContain('2009-12-gnome-server-move');
});

test('rejects a file that is not a postmortem', async () => {
  const lesson = join(scratch, 'content/lessons/keep-the-move-simple.mdx');
  expect(await similar(lesson)).toMatchObject({
    code: 2,
    stderr: `\`${lesson}\` is a lesson. Name the file of a postmortem.\n`,
  });
  expect(await similar('gone.mdx')).toMatchObject({
    code: 2,
    stderr: 'Cannot read `gone.mdx`: it does not exist. Check the path.\n',
  });
});
