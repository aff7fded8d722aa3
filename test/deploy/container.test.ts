/**
 * Checks the Dockerfile without a container engine: the linter reads it, its steps run in folders that take the place of its
 * images, and nginx serves the result as the image starts it, as a user who can write nothing there. Only two things
 * differ: `npm ci` is replaced by links to the packages that it would install, and nginx is that of this machine.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { findFreePort, isInstalled } from '../headers/run-web-server.ts';
import { readContextRules, runSteps } from './run-steps.ts';

const TEXT = readFileSync('Dockerfile', 'utf8');
const instructions = DockerfileParser.parse(TEXT).getInstructions();
const find = (keyword: string) => instructions.filter((each) => each.getKeyword() === keyword);
/** Returns the words of a command in JSON. That of a health check is behind `CMD`. */
const listWords = (keyword: string): string[] =>
  find(keyword).flatMap((each) => JSON.parse((each.getArgumentsContent() ?? '').replace(/^CMD /, '')));

test('the Dockerfile has no mistake that the linter finds', () => {
  expect(validate(TEXT)).toEqual([]);
});

test('the image runs as a user without rights, on a port that such a user may open', () => {
  expect(find('USER').map((each) => each.getArgumentsContent())).toEqual(['101']);
  expect(find('EXPOSE').map((each) => each.getArgumentsContent())).toEqual(['8080']);
  expect(readFileSync('docs/deploy/nginx.conf', 'utf8')).toContain('listen 8080;');
});

test('only what a build needs gets into the image', () => {
  const [first, ...rest] = readContextRules();
  expect(first).toBe('*');
  for (const line of rest) {
    expect(line).toMatch(/^![\w.-]+$/);
    expect(existsSync(line.slice(1)), line).toBe(true);
  }
});

describe('the steps of the Dockerfile', { timeout: 600_000 }, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'hindsight-container-'));
  chmodSync(scratch, 0o755);
  const image = join(scratch, 'image');
  const site = join(image, 'srv/hindsight/dist');
  afterAll(() => {
    spawnSync('chmod', ['-R', 'u+w', scratch]);
    rmSync(scratch, { recursive: true });
  });

  test('build the site without development packages, and compress it', () => {
    runSteps(instructions, scratch, image);
    const html = readFileSync(join(site, 'index.html'), 'utf8');
    expect(html).toContain('<!DOCTYPE html>');
    for (const file of ['index.html.gz', 'sw.js.gz', 'offline-files.json.gz'])
      expect(existsSync(join(site, file)), file).toBe(true);
    expect(
      readdirSync(image, { recursive: true }).filter((path) => /node_modules|\.mdx$/.test(String(path))),
    ).toEqual([]);
  });

  test.skipIf(!isInstalled('nginx'))(
    'start a server that needs no right to write, and that the health check finds (skipped without nginx)',
    async () => {
      spawnSync('chmod', ['-R', 'a-w,a+rX', image]);
      const port = await findFreePort();
      const server = startServer(scratch, image, port);
      const address = `http://127.0.0.1:${port}/`;
      const checkHealth = () => {
        const [command = '', ...words] = listWords('HEALTHCHECK').map((word) =>
          word.replace('http://127.0.0.1:8080/', address),
        );
        return spawnSync(command, words).status;
      };
      try {
        await vi.waitFor(async () => expect((await fetch(address)).status).toBe(200), { timeout: 20_000 });
        const page = await fetch(address, { headers: { 'Accept-Encoding': 'gzip' } });
        expect(page.headers.get('Content-Encoding')).toBe('gzip');
        expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
        expect(await page.text()).toBe(readFileSync(join(site, 'index.html'), 'utf8'));
        expect((await fetch(`${address}nowhere/`)).status).toBe(404);
        if (spawnSync('wget', ['--version']).error === undefined) expect(checkHealth()).toBe(0);
      } finally {
        if (server.kill('SIGQUIT')) await once(server, 'exit');
      }
      expect(checkHealth()).not.toBe(0);
    },
  );
});

/** Starts nginx with the words of the image and, for an administrator, as its user. */
function startServer(scratch: string, image: string, port: number): ChildProcess {
  // The only folder that is written to: it takes the place of /tmp.
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary);
  const [command = '', ...words] = [...listWords('ENTRYPOINT'), ...listWords('CMD')];
  const server = readFileSync(join(image, 'etc/nginx/conf.d/default.conf'), 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /srv', `root ${image}/srv`);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const main = join(temporary, 'nginx.conf');
  writeFileSync(
    main,
    `pid ${temporary}/nginx.pid; error_log stderr; events {}
http { include /etc/nginx/mime.types; access_log off;
${places.map((name) => `${name}_temp_path ${temporary}/${name};`).join('\n')}
${server} }`,
  );
  const user = Number(find('USER')[0]?.getArgumentsContent());
  const isAdministrator = process.getuid?.() === 0;
  if (isAdministrator) for (const path of [temporary, main]) chownSync(path, user, user);
  return spawn(command, ['-p', temporary, '-e', 'stderr', '-c', main, ...words], {
    ...(isAdministrator && { uid: user, gid: user }),
  });
}
