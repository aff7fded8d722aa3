/** Once for all browser tests: one real build, served under a path prefix, and a browser that starts. */
import { execFile } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium.ts';
import { type MarkedField, writeMarkedContent } from './marked-content.ts';
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
    /** The folder of a site built from content with inline Markdown in every sentence, and its sentences. */
    markedSite: string;
    markedContent: string;
    markedFields: MarkedField[];
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
const MARKED_SITE = resolve('.cache/test-marked-site');
const MARKED_CONTENT = resolve('.cache/test-marked-content');
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
  await build(CONTENT, SITE);
  await cp('node_modules/.astro/data-store.json', STORE);
  await rm(MARKED_CONTENT, { recursive: true, force: true });
  const markedFields = await writeMarkedContent(MARKED_CONTENT);
  await build(MARKED_CONTENT, MARKED_SITE);
  const server = await preview({ outDir: SITE, base: BASE, logLevel: 'error', server: { port: 0 } });
  project.provide('home', `http://localhost:${server.port}${BASE}`);
  project.provide('site', SITE);
  project.provide('content', CONTENT);
  project.provide('store', STORE);
  project.provide('chromium', chromium);
  project.provide('markedSite', MARKED_SITE);
  project.provide('markedContent', MARKED_CONTENT);
  project.provide('markedFields', markedFields);
  return () => server.stop();
}

async function build(content: string, site: string): Promise<void> {
  await promisify(execFile)('astro', ['build', '--outDir', site, '--base', BASE], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', HINDSIGHT_CONTENT: content },
  });
}

/** A command of `npm run kb --` on the content of the tests. */
async function runKb(...words: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['src/commands/kb.mjs', ...words], {
    env: { ...process.env, HINDSIGHT_CONTENT: CONTENT },
  });
}
