import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { getDocumentPart } from '../../src/knowledge/search/document-parts.ts';

const LESSON = 'lessons/keep-the-move-simple';
const PAGE = `${LESSON}/`;
const NO_PROBLEMS = 'No problems found';

let folder: string;
let address: string;
let server: ChildProcess;
let written: string;
let output = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-preview-'));
  await cp('content', folder, { recursive: true });
  written = await readFile(join(folder, `${LESSON}.mdx`), 'utf8');
  const port = await freePort();
  address = `http://localhost:${port}/`;
  // Astro serves no pages if it believes that it is tested itself.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  // The lock would refuse to start next to a server that is running already.
  server = spawn('astro', ['dev', '--ignore-lock', '--port', String(port)], {
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', HINDSIGHT_CONTENT: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (output += data));
  await waitForPage(NO_PROBLEMS);
});

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

/** Returns the page as it is now, or an empty text if the server does not answer yet. */
async function pageOf(path: string): Promise<string> {
  const response = await fetch(new URL(path, address)).catch(() => undefined);
  return response?.ok ? response.text() : '';
}

/** Returns the page as soon as it contains `words`. */
function waitForPage(words: string, path = PAGE): Promise<string> {
  const look = async () => {
    const page = await pageOf(path);
    if (!page.includes(words)) throw new Error(`${path} does not contain “${words}”`);
    return page;
  };
  return vi.waitFor(look, { timeout: 120_000, interval: 200 });
}

const save = (text: string, name = LESSON) => writeFile(join(folder, `${name}.mdx`), text);

test('a message follows the paragraph it is about, and disappears when that is fixed', async () => {
  await save(`${written}\nSomebody forgot to look.\n\nA last paragraph.\n`);
  const page = await waitForPage('/rules/#no-blame');
  expect(page).toContain('0 errors, 1 warning');
  expect(page).toMatch(
    /<p data-line="\d+"[^>]*>Somebody forgot to look\.<\/p><div class="check-message warning"/,
  );
  await save(written);
  expect(await waitForPage(NO_PROBLEMS)).not.toContain('check-message');
});

test('the service worker of a built site on the same port is removed', async () => {
  expect(await pageOf('sw.js')).toContain('unregister');
});

test('a page updates when a vocabulary that it depends on changes', async () => {
  const vocabulary = join(folder, 'vocabulary/tags.yaml');
  const tags = await readFile(vocabulary, 'utf8');
  await writeFile(
    vocabulary,
    tags.replace('- id: single-point-of-failure\n', '- id: single-point-of-fail\n'),
  );
  const page = await waitForPage('/rules/#known-tag');
  expect(page).toContain('Did you mean <code>single-point-of-fail</code>?');
  await writeFile(vocabulary, tags);
  await waitForPage(NO_PROBLEMS);
});

test('a file with broken YAML has a page with its text and messages, and recovers', async () => {
  await save('---\nstatement: "not closed\n---\n\nText with a lone <b in it.\n');
  const page = await waitForPage('<code class="language-as-written">---\nstatement: "not closed');
  expect(page).toContain('/rules/#valid-yaml');
  expect(page).toMatch(
    /Text with a lone &#x3C;b in it\.<\/code><\/pre><\/copy-text>\s*<div class="check-message error"/,
  );
  await save(written);
  await waitForPage(NO_PROBLEMS);
});

test('a new file without frontmatter has a page, with its secrets masked', async () => {
  const key = `AKIA${'Q3EGRZ7XK4PLM2WD'}`;
  await save(`statement: none yet, and ${key}\n`, 'lessons/just-begun');
  const page = await waitForPage('/rules/#required-frontmatter', 'lessons/just-begun/');
  expect(page).toContain('AKIA••••••••••••••••');
  expect(page).not.toContain(key);
});

test('lists, other pages and the documents of the search show no secret', async () => {
  const key = ['AKIA', 'Q3EGRZ7XK4PLM2WD'].join('');
  const encoded = ['&#65;KIA', 'Q3EGRZ7XK4PLM2WD'].join('');
  const lesson = `---\ntitle: The key is ${key}\nstatement: It is ${key}.\nreason: Because of ${key}.\n---\n\nHere: ${encoded}\n`;
  await save(lesson, 'lessons/leaked');
  const services = join(folder, 'vocabulary/services.yaml');
  const before = await readFile(services, 'utf8');
  await writeFile(services, `${before}- id: leaky\n  title: Leaky ${key}\n  meaning: It is ${key}.\n`);
  await waitForPage('lessons/leaked/', 'lessons/');
  await waitForPage('services/leaky/', 'services/');
  await waitForPage('AKIA••••••••••••••••', 'lessons/leaked/');
  for (const path of [
    'lessons/',
    'lessons/leaked/',
    'services/',
    'services/leaky/',
    `search-documents/${getDocumentPart({ kind: 'lesson', id: 'leaked' })}.json`,
    `search-documents/${getDocumentPart({ kind: 'service', id: 'leaky' })}.json`,
  ]) {
    const page = await pageOf(path);
    expect([path, page.includes(key.slice(4)), page.includes(encoded)]).toEqual([path, false, false]);
  }
  await writeFile(services, before);
  await rm(join(folder, 'lessons/leaked.mdx'));
});

test('a page lists its indexed text', async () => {
  const page = await pageOf(PAGE);
  expect(page).toContain('Indexed text');
  const title = /^title: (.*)$/m.exec(written)?.[1];
  expect(page).toContain(`<td>×7</td><td><span>title</span> ${title}<`);
});

test('messages have no inline code that a strict Content-Security-Policy rejects', async () => {
  await save(`${written}\nSomebody forgot to look.\n`);
  const page = await waitForPage('/rules/#no-blame');
  const added = page.match(/<aside class="check-bar.*?<\/aside>|<div class="check-message.*?<\/div>/gs) ?? [];
  expect(added.length).toBe(2);
  for (const html of added) expect(html).not.toMatch(/<script|<style| style=| on\w+=/);
});

test.each(['notes/%E0%A4%A/', '%', 'content/lessons/keep-the-move-simple.mdx', 'content/site.yaml?raw'])(
  'answers %s with 404',
  async (path) => {
    const response = await fetch(`${address}${path}`);
    expect([response.status, await response.text()]).toEqual([404, 'There is no such page.\n']);
  },
);

test('the pages stay while the content folder is gone, and it is watched again when it is back', async () => {
  await save(written);
  await waitForPage(NO_PROBLEMS);
  output = '';
  await rename(folder, `${folder}-away`);
  await vi.waitFor(() => expect(output).toMatch(/There is no content folder `.*hindsight-preview-\w+`\./), {
    timeout: 60_000,
  });
  expect(await pageOf(PAGE)).toContain(NO_PROBLEMS);
  expect(server.exitCode).toBeNull();
  expect(output).not.toMatch(/^ +at /m);
  await rename(`${folder}-away`, folder);
  await waitForPage(NO_PROBLEMS);
  await save(`${written}\nSomebody forgot to look.\n`);
  await waitForPage('/rules/#no-blame');
});
