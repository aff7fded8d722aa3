import { expect, test } from 'vitest';
import {
  createContentSecurityPolicy,
  createFilePolicy,
  listSecurityHeaders,
} from '../../src/headers/security-headers.ts';

const policyOf = (addresses: string[]) =>
  createContentSecurityPolicy({
    knowledgeBases: addresses.map((address) => ({ title: 'Another', address })),
  });

test('the policy allows nothing inline, no code from text, and no other origin', () => {
  const policy = policyOf([]);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|data:|\*/);
  expect(policy).toContain("default-src 'none'");
});

test('the policy lets pages read the indexes of the other knowledge bases, each origin once', () => {
  const policy = policyOf([
    'https://b.example.org/kb/',
    'https://a.example.org/',
    'https://b.example.org/x/',
  ]);
  expect(policy).toContain("connect-src 'self' https://a.example.org https://b.example.org;");
});

test('the headers forbid frames, guessed types, referrers and devices', () => {
  const headers = new Map(listSecurityHeaders({ knowledgeBases: [] }));
  expect(headers.get('Content-Security-Policy')).toMatch(/frame-ancestors 'none'$/);
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(headers.get('Permissions-Policy')).toContain('camera=()');
});

test('the policy of a page that is a file allows nothing inline, no code from text, and no connection', () => {
  expect(createFilePolicy()).not.toMatch(/unsafe|https?:|data:|\*|-src (?!'self'|'none')|connect/);
  expect(createFilePolicy()).toContain("default-src 'none'");
});
