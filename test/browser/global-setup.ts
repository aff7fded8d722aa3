/** Once for all browser tests: one real build, served under a path prefix, and a browser that starts. */
import { execFile } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium.ts';
import { RENAMED_ENTRIES } from './renamed-entries.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the home page, with `/` at its end. */
    home: string;
    /** The folder of the built site. */
    site: string;
    /** The folder of the content that it was built from. */
    content: string;
    /** The data store that Astro kept of the build: the content as the site read it. */
    store: string;
    chromium: string;
  }
}

/** With a prefix, so that an address written by hand anywhere is a broken link. */
const BASE = '/kb/';
const SITE = resolve('.cache/test-site');
/**
 * The project's own content, and also a draft as the importer makes it, the old addresses that no page of it has
 * had so far, and those that three entries had before they were renamed.
 */
const CONTENT = resolve('.cache/test-content');
/** Kept aside: other tests build too. */
const STORE = resolve('.cache/test-data-store.json');
const REDIRECTS = `- kind: lesson
  from: try-the-failover
  to: test-failover-before-you-need-it
- kind: tag
  from: reboot-unsafe
  to: not-reboot-safe
- kind: note
  from: oma-crash-course
  to: app-maintenance-crash-course
- kind: procedure
  from: oma-crash-course#redis-gone
  to: app-maintenance-crash-course#redis-alive-and-responding
`;

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  await rm(CONTENT, { recursive: true, force: true });
  await cp('content', CONTENT, { recursive: true });
  await writeFile(`${CONTENT}/redirects.yaml`, REDIRECTS);
  await runKb('import', 'test/fixtures/imported', '--format', 'corpus');
  for (const { kind, old, now } of RENAMED_ENTRIES) await runKb('rename', '--kind', kind, old, now);
  await promisify(execFile)('astro', ['build', '--outDir', SITE, '--base', BASE], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', HINDSIGHT_CONTENT: CONTENT },
  });
  await cp('node_modules/.astro/data-store.json', STORE);
  const server = await preview({ outDir: SITE, base: BASE, logLevel: 'error', server: { port: 0 } });
  project.provide('home', `http://localhost:${server.port}${BASE}`);
  project.provide('site', SITE);
  project.provide('content', CONTENT);
  project.provide('store', STORE);
  project.provide('chromium', chromium);
  return () => server.stop();
}

/** A command of `npm run kb --` on the content of the tests. */
async function runKb(...words: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['src/commands/kb.mjs', ...words], {
    env: { ...process.env, HINDSIGHT_CONTENT: CONTENT },
  });
}
