/**
 * Serves a small site with nginx behind a sign-in, as the examples configure it. A small server takes the place of
 * oauth2-proxy. That the offline copy never keeps such answers is tested in `test/browser/offline-answers.test.ts`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInstalled, type RunningServer, runWebServer } from '../headers/run-web-server.ts';

const LOGIN_PAGE = '<!DOCTYPE html><title>Login</title><h1>Sign in</h1>';
const SIGNED_IN = { headers: { Cookie: 'session=valid' } };

describe.skipIf(!isInstalled('nginx'))('the example with a sign-in (skipped without nginx)', () => {
  const site = mkdtempSync(join(tmpdir(), 'hindsight-sign-in-'));
  const asked: string[] = [];
  const signIn = createServer((request, response) => {
    const { url = '', headers } = request;
    asked.push(`${url} for ${headers['x-original-uri'] ?? headers['x-auth-request-redirect']}`);
    if (url === '/oauth2/auth') response.writeHead(headers.cookie === 'session=valid' ? 202 : 401).end();
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end(LOGIN_PAGE);
  });
  let server: RunningServer;

  beforeAll(async () => {
    mkdirSync(join(site, '_astro'));
    writeFileSync(join(site, 'index.html'), '<!DOCTYPE html><title>Home</title>');
    writeFileSync(join(site, '404.html'), '<!DOCTYPE html><title>Not found</title>');
    for (const file of ['sw.js', 'offline-files.json', '_astro/page.Dihbr9dm.js'])
      writeFileSync(join(site, file), '{}');
    await new Promise<void>((resolve) => signIn.listen(0, '127.0.0.1', resolve));
    const address = signIn.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const example = readFileSync('docs/deploy/nginx-sso.conf', 'utf8').replaceAll(':4180', `:${port}`);
    server = await runWebServer('nginx', site, (text) => text.replace('charset utf-8;', `$&\n${example}`));
  });
  afterAll(async () => {
    await server.stop();
    signIn.close();
    rmSync(site, { recursive: true });
  });

  const PATHS = ['/', '/sw.js', '/offline-files.json', '/_astro/page.Dihbr9dm.js', '/nowhere/'];

  test.each(PATHS)('answers %s with status 403 and the login page before the sign-in', async (path) => {
    const response = await fetch(server.address + path);
    expect([response.status, await response.text()]).toEqual([403, LOGIN_PAGE]);
    expect(response.headers.get('Cache-Control') ?? '').not.toMatch(/immutable|max-age/);
  });

  test('passes on where to go after the sign-in, with the whole question', async () => {
    asked.length = 0;
    await fetch(`${server.address}/search/?q=redis&service=mail`);
    expect(asked).toEqual([
      '/oauth2/auth for /search/?q=redis&service=mail',
      '/oauth2/sign_in for /search/?q=redis&service=mail',
    ]);
    expect(await (await fetch(`${server.address}/oauth2/start`)).text()).toBe(LOGIN_PAGE);
  });

  test('answers as without it after the sign-in', async () => {
    const statuses = await Promise.all(
      PATHS.map(async (path) => (await fetch(server.address + path, SIGNED_IN)).status),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 404]);
    const { headers } = await fetch(server.address, SIGNED_IN);
    expect(headers.get('Cache-Control')).toBe('no-cache');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});
