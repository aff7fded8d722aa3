import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preview, type UserConfig } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contentGuard, isAllowed } from '../../src/integrations/content-guard.ts';

const INSIDE = { contentFolder: '/project/content', root: '/project', base: '/' };
const OUTSIDE = { contentFolder: '/elsewhere/knowledge', root: '/project', base: '/kb/' };

describe('rejects', () => {
  test.each([
    '/content/notes/x.mdx',
    '/content/notes/x.mdx?import',
    '/content/notes/x.mdx?raw',
    '/content/site.yaml?url',
    '/content',
    '/content/',
    '//content/notes/x.mdx',
    '/./content/notes/x.mdx',
    '/src/../content/notes/x.mdx',
    '/%63ontent/notes/x.mdx',
    '/content%2fnotes%2fx.mdx',
    '/content\\notes\\x.mdx',
    '/CONTENT/notes/x.mdx',
    '/@fs/project/content/notes/x.mdx',
    '/@fs//project/content/notes/x.mdx',
    '/notes/%E0%A4%A/',
    '/%',
    '/%ff',
  ])('%s', (url) => {
    expect(isAllowed(url, INSIDE)).toBe(false);
  });

  test.each([
    '/@fs/elsewhere/knowledge/notes/x.mdx',
    '/kb/@fs/elsewhere/knowledge/notes/x.mdx',
    '/kb/notes/%E0%A4%A/',
    '/kb/content/notes/x.mdx',
    '/content/site.yaml?raw',
  ])('%s with a content folder outside the project', (url) => {
    expect(isAllowed(url, OUTSIDE)).toBe(false);
  });
});

test('rejects content below the prefix of the site', () => {
  expect(isAllowed('/kb/content/notes/x.mdx', { ...INSIDE, base: '/kb/' })).toBe(false);
});

describe('allows', () => {
  test.each([
    '/',
    '/notes/x/',
    '/notes/%E6%95%B0/',
    '/search/?q=%E0%A4%A',
    '/contents/',
    '/content-guide/',
    '/pictures/notes/graph.png',
    '/src/pages/index.astro',
    '/@vite/client',
    '/@id/astro:scripts/page.js',
    '/@fs/project/node_modules/x.js',
  ])('%s', (url) => {
    expect(isAllowed(url, INSIDE)).toBe(true);
  });

  test('the same addresses if the content is outside the project', () => {
    expect(isAllowed('/kb/notes/x/', OUTSIDE)).toBe(true);
    expect(isAllowed('/kb/@fs/elsewhere/knowledge-base/x.js', OUTSIDE)).toBe(true);
  });
});

/** Returns what the integration adds to the configuration of Vite. */
async function readViteConfig(): Promise<UserConfig> {
  const added: UserConfig[] = [];
  await contentGuard({ contentFolder: '/project/content' }).hooks['astro:config:setup']?.({
    config: { base: '/kb/', root: pathToFileURL('/project/') },
    updateConfig: ({ vite }: { vite: UserConfig }) => added.push(vite),
  } as never);
  return added[0] ?? {};
}

test('answers addresses that cannot be decoded with 404 in a preview, and passes on all others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-preview-'));
  writeFileSync(join(folder, 'page 1.txt'), 'The page');
  // Astro passes on everything but the plugins.
  const { preview: options = {} } = await readViteConfig();
  const server = await preview({
    configFile: false,
    root: folder,
    base: '/kb/',
    appType: 'mpa',
    logLevel: 'silent',
    build: { outDir: '.' },
    preview: { ...options, port: 0, host: '127.0.0.1' },
  });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const ask = async (path: string) => {
    const { port } = server.httpServer.address() as { port: number };
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, (await response.text()).trim()];
  };
  const missing = [404, 'There is no such page.'];
  expect(await ask('/kb/notes/%E0%A4%A/')).toEqual(missing);
  expect(await ask('/%E0%A4%A/')).toEqual(missing);
  expect(await ask('/kb/%ff?a#b')).toEqual(missing);
  expect(await ask('/kb/page%201.txt')).toEqual([200, 'The page']);
  expect(await ask('/kb/page%201.txt?q=%E0%A4%A')).toEqual([200, 'The page']);
});
