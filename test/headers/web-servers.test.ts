/**
 * Serves a small site with nginx and Caddy as the examples configure them. Skips a server that is not installed, unless
 * REQUIRE_WEB_SERVERS is set, as in CI, which installs both.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSecurityHeaders } from '../../src/headers/security-headers.ts';
import { createHeadersFile } from '../../src/headers/server-configurations.ts';
import { isInstalled, type RunningServer, runWebServer, type ServerName } from './run-web-server.ts';

const FILES = {
  'index.html': '<!DOCTYPE html><title>Home</title>',
  '404.html': '<!DOCTYPE html><title>Not found</title>',
  'notes/redis/index.html': '<!DOCTYPE html><title>Redis</title>',
  'notes/redis/graph.png': 'pixels',
  'checklists/deploy.txt': '☐ Confirm',
  'checklists/deploy.pdf': '%PDF-1.7',
  'checklists/deploy.json': '{}',
  'sw.js': 'self;',
  'offline-files.json': '{}',
  'manifest.json': '{}',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '_astro/page.Dihbr9dm.js': 'export {};',
  '_astro/page.Dihbr9dm.css': 'a {}',
  'pagefind/wasm.en.pagefind': 'index',
  'guide/index.html': `<!DOCTYPE html><title>Guide</title>${'<p>A long page.</p>'.repeat(200)}`,
  '_astro/long.Dihbr9dm.js': 'export {};'.repeat(200),
  'checklists/long.json': `[${'"Confirm",'.repeat(200)}""]`,
  'lessons/index.html': `<!DOCTYPE html><title>Lessons</title>${'<p>A long page.</p>'.repeat(200)}`,
} as const;
const COMPRESSED_ONCE = gzipSync(FILES['lessons/index.html'], { level: 9 });

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bytes: Buffer;
}

/** `fetch` changes an address before it asks for it. */
function ask(address: string, path: string, headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
          bytes: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

let site: string;
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'hindsight-site-'));
  for (const [path, text] of Object.entries({
    ...FILES,
    _headers: createHeadersFile({ knowledgeBases: [] }),
  })) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  writeFileSync(join(site, 'lessons/index.html.gz'), COMPRESSED_ONCE);
});
afterAll(() => rmSync(site, { recursive: true }));

const isRequired = process.env.REQUIRE_WEB_SERVERS !== undefined;

describe.each<ServerName>(['nginx', 'caddy'])('%s', (name) => {
  const isMissing = !isInstalled(name);

  test('is installed', ({ skip }) => {
    if (isMissing && !isRequired) skip(`${name} is not installed on this machine`);
    expect(isMissing).toBe(false);
  });

  describe.skipIf(isMissing)('with the example configuration', () => {
    let server: RunningServer;
    beforeAll(async () => {
      server = await runWebServer(name, site);
    });
    afterAll(() => server.stop());

    test.each([
      '/',
      '/notes/redis/',
      '/notes/redis',
      '/nowhere/',
      '/_astro/page.Dihbr9dm.js',
      '/_astro/none.js',
    ])('sends every security header with %s', async (path) => {
      const { headers } = await ask(server.address, path);
      for (const [header, value] of listSecurityHeaders({ knowledgeBases: [] }))
        expect(headers[header.toLowerCase()]).toBe(value);
    });

    test.each([
      ['/', 'text/html; charset=utf-8'],
      ['/notes/redis/', 'text/html; charset=utf-8'],
      ['/notes/redis/graph.png', 'image/png'],
      ['/checklists/deploy.txt', 'text/plain; charset=utf-8'],
      ['/checklists/deploy.pdf', 'application/pdf'],
      ['/checklists/deploy.json', 'application/json'],
      ['/favicon.svg', 'image/svg+xml'],
      ['/sw.js', expect.stringMatching(/^(?:text|application)\/javascript/)],
      ['/manifest.json', 'application/json'],
      ['/_astro/page.Dihbr9dm.js', expect.stringMatching(/^(?:text|application)\/javascript/)],
      ['/_astro/page.Dihbr9dm.css', expect.stringMatching(/^text\/css/)],
    ])('serves %s as what it is', async (path, type) => {
      const { status, headers, body } = await ask(server.address, path);
      expect([status, headers['content-type']]).toEqual([200, type]);
      const file = path.endsWith('/') ? `${path}index.html` : path;
      expect(body).toBe(FILES[file.slice(1) as keyof typeof FILES]);
    });

    test('lets a browser keep only files with a hash in their name', async () => {
      const read = async (path: string) => (await ask(server.address, path)).headers['cache-control'];
      expect(await read('/_astro/page.Dihbr9dm.css')).toBe('public, max-age=31536000, immutable');
      expect(await read('/')).toBe('no-cache');
      expect(await read('/pagefind/wasm.en.pagefind')).toBe('no-cache');
      // A browser that kept one of them would not notice a new build.
      expect(await read('/sw.js')).toBe('no-cache');
      expect(await read('/offline-files.json')).toBe('no-cache');
      expect(await read('/nowhere/')).toBe('no-cache');
      expect(await read('/_astro/none.js')).not.toContain('immutable');
    });

    test.each(['/guide/', '/_astro/long.Dihbr9dm.js', '/checklists/long.json'])(
      'compresses %s for browsers that accept it, and confirms what they have',
      async (path) => {
        const text = FILES[(path.endsWith('/') ? `${path}index.html` : path).slice(1) as keyof typeof FILES];
        const plain = await ask(server.address, path);
        expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, text]);
        const encoding = { 'Accept-Encoding': 'gzip' };
        const { headers, bytes } = await ask(server.address, path, encoding);
        expect(headers['content-encoding']).toBe('gzip');
        expect(headers.vary).toMatch(/accept-encoding/i);
        expect(gunzipSync(bytes).toString()).toBe(text);
        const again = await ask(server.address, path, { ...encoding, 'If-None-Match': headers.etag });
        expect([again.status, again.bytes.length]).toEqual([304, 0]);
      },
    );

    test('sends a file that was compressed once as it is, with the headers of the page', async () => {
      const { headers, bytes } = await ask(server.address, '/lessons/', { 'Accept-Encoding': 'gzip' });
      expect([headers['content-encoding'], headers['content-type'], headers['cache-control']]).toEqual([
        'gzip',
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(bytes).toEqual(COMPRESSED_ONCE);
      expect((await ask(server.address, '/lessons/')).body).toBe(FILES['lessons/index.html']);
    });

    test('leads to an address with a slash, without naming the machine', async () => {
      const { status, headers } = await ask(server.address, '/notes/redis');
      expect(String(status)).toMatch(/^30[18]$/);
      expect(String(headers.location)).toMatch(/^(?:\/notes\/)?redis\/$/);
    });

    test.each(['/nowhere/', '/nowhere', '/_astro/none.js', '/_astro/', '/checklists/', '/notes/'])(
      'answers %s with the page for missing pages',
      async (path) => {
        const { status, body } = await ask(server.address, path);
        expect([status, body]).toEqual([404, FILES['404.html']]);
      },
    );

    test.each([
      '/notes/%E0%A4%A/',
      '/%',
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
    ])('answers %s with 400 or 404', async (path) => {
      const { status, body } = await ask(server.address, path);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('root:');
    });
  });
});

test.skipIf(!isInstalled('nginx'))('the example of a proxy serves the site below a path', async () => {
  const server = await runWebServer('nginx', site);
  const example = /```nginx\n(.*?)```/s.exec(readFileSync('docs/deploy/README.md', 'utf8'))?.[1] ?? '';
  const location = example.replace('http://127.0.0.1:8080/', `${server.address}/`);
  const proxy = await runWebServer('nginx', site, (configuration) => {
    const listen = /listen .*;/.exec(configuration)?.[0];
    return `server { ${listen} absolute_redirect off; ${location} }`;
  });
  try {
    const page = await ask(proxy.address, '/kb/notes/redis/');
    expect([page.status, page.body]).toEqual([200, FILES['notes/redis/index.html']]);
    const { status, headers } = await ask(proxy.address, '/kb/notes/redis');
    expect([status, headers.location]).toEqual([301, '/kb/notes/redis/']);
    const missing = await ask(proxy.address, '/kb/nowhere/');
    expect([missing.status, missing.body]).toEqual([404, FILES['404.html']]);
  } finally {
    await proxy.stop();
    await server.stop();
  }
});
