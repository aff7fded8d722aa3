import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';

const LESSON = 'lessons/keep-the-move-simple';
const PAGE = `${LESSON}/`;

let folder: string;
let address: string;
let server: ChildProcess;
let written: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-preview-'));
  await cp('content', folder, { recursive: true });
  written = await readFile(join(folder, `${LESSON}.mdx`), 'utf8');
  const port = await freePort();
  address = `http://localhost:${port}/`;
  // Astro serves no pages where it believes itself to be the one that is tested.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  // Beside a server that one may have running, which the lock would refuse.
  server = spawn('astro', ['dev', '--ignore-lock', '--port', String(port)], {
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', HINDSIGHT_CONTENT: folder },
    stdio: 'ignore',
  });
  await pageSaying('Nothing to mend', PAGE, 55_000);
}, 60_000);

afterAll(async () => {
  server.kill();
  await once(server, 'exit');
  await rm(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const bound = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof bound !== 'object' || !bound) throw new Error('There is no free port');
  return bound.port;
}

/** The page as it is now; empty where the server does not answer yet. */
async function pageOf(path: string): Promise<string> {
  const response = await fetch(new URL(path, address)).catch(() => undefined);
  return response?.ok ? response.text() : '';
}

/** The page as soon as it says `words`. */
function pageSaying(words: string, path = PAGE, timeout = 20_000): Promise<string> {
  const look = async () => {
    const page = await pageOf(path);
    if (!page.includes(words)) throw new Error(`${path} does not say “${words}”`);
    return page;
  };
  return vi.waitFor(look, { timeout, interval: 200 });
}

const save = (text: string, name = LESSON) => writeFile(join(folder, `${name}.mdx`), text);

test('a message stands behind the paragraph that it is about, and is gone when that is mended', async () => {
  await save(`${written}\nSomebody forgot to look.\n\nA last paragraph.\n`);
  const page = await pageSaying('Unexpected blame');
  expect(page).toContain('1 error, 0 warnings');
  expect(page).toMatch(
    /<p data-line="\d+"[^>]*>Somebody forgot to look\.<\/p><div class="check-message error"/,
  );
  expect(page).toContain('/rules/#no-blame');
  await save(written);
  expect(await pageSaying('Nothing to mend')).not.toContain('check-message');
});

test('it changes with another file that it depends on', async () => {
  const vocabulary = join(folder, 'vocabulary/tags.yaml');
  const tags = await readFile(vocabulary, 'utf8');
  await writeFile(
    vocabulary,
    tags.replace('- id: single-point-of-failure\n', '- id: single-point-of-fail\n'),
  );
  const page = await pageSaying('Unknown tag');
  expect(page).toContain('Did you mean <code>single-point-of-fail</code>?');
  await writeFile(vocabulary, tags);
  await pageSaying('Nothing to mend');
});

test('a file that cannot be read has a page that shows it with its messages, and recovers', async () => {
  await save('---\nstatement: "not closed\n---\n\nText with a lone <b in it.\n');
  const page = await pageSaying('Missing closing quote');
  expect(page).toContain('<code class="language-as-written">---\nstatement: "not closed');
  expect(page).toMatch(
    /Text with a lone &#x3C;b in it\.<\/code><\/pre><\/copy-text>\s*<div class="check-message error"/,
  );
  await save(written);
  await pageSaying('Nothing to mend');
});

test('a new file that has hardly begun has a page; secrets in it are masked', async () => {
  const key = `AKIA${'Q3EGRZ7XK4PLM2WD'}`;
  await save(`statement: none yet, and ${key}\n`, 'lessons/just-begun');
  const page = await pageSaying('Missing frontmatter', 'lessons/just-begun/');
  expect(page).toContain('AKIA••••••••••••••••');
  expect(page).not.toContain(key);
});

test('it says what the search reads', async () => {
  const page = await pageOf(PAGE);
  expect(page).toContain('Indexed text');
  expect(page).toMatch(/<td>×7<\/td><td><span>title<\/span> A move with little staff is kept simple/);
});

test('it adds nothing inline that a strict Content-Security-Policy would refuse', async () => {
  await save(`${written}\nSomebody forgot to look.\n`);
  const page = await pageSaying('Unexpected blame');
  const added = page.match(/<aside class="check-bar.*?<\/aside>|<div class="check-message.*?<\/div>/gs) ?? [];
  expect(added.length).toBe(2);
  for (const html of added) expect(html).not.toMatch(/<script|<style| style=| on\w+=/);
});

test('nothing of it is in the built site', async () => {
  const site = inject('site');
  const files = (await readdir(site, { recursive: true })).filter((file) =>
    /\.(?:html|css|m?js)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(140);
  for (const file of files) {
    const text = await readFile(join(site, file), 'utf8');
    expect(/check-bar|check-message|data-end-line|preview-middleware/.exec(text)?.[0], file).toBeUndefined();
  }
});
