import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listSecurityHeaders } from '../../src/headers/security-headers.ts';
import {
  createCaddyConfiguration,
  createHeadersFile,
  createNginxConfiguration,
} from '../../src/headers/server-configurations.ts';

const site = { knowledgeBases: [] };

test.each([
  ['docs/deploy/nginx.conf', createNginxConfiguration(site)],
  ['docs/deploy/Caddyfile', createCaddyConfiguration(site)],
])('%s is the example of the current headers', (path, configuration) => {
  expect(readFileSync(path, 'utf8')).toBe(configuration);
});

test.each([
  ['the _headers file', createHeadersFile(site)],
  ['the configuration for nginx', createNginxConfiguration(site)],
  ['the configuration for Caddy', createCaddyConfiguration(site)],
])('%s contains every security header, and lets only files with a hash in their name be kept', (_, text) => {
  for (const [name, value] of listSecurityHeaders(site)) {
    expect(text).toContain(name);
    expect(text).toContain(value);
  }
  expect(text.match(/immutable/g)).toHaveLength(1);
  expect(text.indexOf('_astro/')).toBeGreaterThan(0);
});

test('the _headers file has the prefix of the site', () => {
  const paths = createHeadersFile(site, '/kb/')
    .split('\n')
    .filter((line) => line && !line.startsWith(' '));
  expect(paths).toEqual(['/kb/*', '/kb/_astro/*']);
});
