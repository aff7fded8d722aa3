/** Once for all browser tests: one real build, served under a path prefix, and a browser that starts. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the home page, with `/` at its end. */
    home: string;
    /** The folder of the built site. */
    site: string;
    chromium: string;
  }
}

/** With a prefix, so that an address written by hand anywhere is a broken link. */
const BASE = '/kb/';
const SITE = resolve('.cache/test-site');

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  await promisify(execFile)('astro', ['build', '--outDir', SITE, '--base', BASE], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const server = await preview({ outDir: SITE, base: BASE, logLevel: 'error', server: { port: 0 } });
  project.provide('home', `http://localhost:${server.port}${BASE}`);
  project.provide('site', SITE);
  project.provide('chromium', chromium);
  return () => server.stop();
}
