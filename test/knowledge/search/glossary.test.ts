import { describe, expect, test } from 'vitest';
import { findSignatures, SIGNATURES } from '../../../src/knowledge/search/error-signatures.ts';
import { GLOSSARY } from '../../../src/knowledge/search/glossary.ts';
import { toNameKey } from '../../../src/knowledge/search/tokens.ts';

test('every group of the glossary has at least two different names', () => {
  const invalid = GLOSSARY.filter(({ names }) => names.length < 2 || new Set(names).size < names.length);
  expect(invalid).toEqual([]);
  expect(GLOSSARY.flatMap(({ names }) => names).filter((name) => toNameKey(name) === '')).toEqual([]);
});

test('every signature has a name and words to search for', () => {
  const invalid = SIGNATURES.filter(
    ({ name, means }) => !name || means.length === 0 || means.some((text) => !toNameKey(text)),
  );
  expect(invalid).toEqual([]);
});

describe('error signatures', () => {
  test.each([
    ['accept4: too many open files', 'too many open files'],
    ['write: ENOSPC', 'disk full'],
    ['Out of memory: Kill process 2113 (redis-server)', 'out of memory'],
    ['FATAL: sorry, too many clients already', 'too many connections'],
    ['SQLSTATE[53300]', 'too many connections'],
    ['x509: certificate has expired or is not yet valid', 'certificate expired'],
    ['getaddrinfo ENOTFOUND db.internal', 'DNS name not resolved'],
    ['dial tcp 10.0.0.1:6379: connect: connection refused', 'connection refused'],
    ['context deadline exceeded', 'timeout'],
    ['panic: runtime error: index out of range', 'panic'],
    ['Back-off restarting failed container (CrashLoopBackOff)', 'pods not running'],
    ['421 4.7.0 temporarily deferred due to user complaints', 'mail rejected'],
    ['ERROR: deadlock detected', 'deadlock'],
    ["(error) READONLY You can't write against a read only replica.", 'read-only'],
    ['%BGP-5-ADJCHANGE: neighbor 198.51.100.1 Down', 'routing problem'],
  ])('match the well-known error line: %s', (line, name) => {
    expect(findSignatures(line).map((signature) => signature.name)).toContain(name);
  });

  test.each(['redis is dead', 'how long does an upgrade take', 'planned reboot', 'who is on call'])(
    'do not match ordinary words: %s',
    (line) => {
      expect(findSignatures(line)).toEqual([]);
    },
  );
});

test('knows at least 400 short forms, each in one group only', () => {
  const shortForms = GLOSSARY.filter(({ type }) => type === 'short-form').map(({ names }) => names[0]);
  expect(shortForms.length).toBeGreaterThanOrEqual(400);
  expect(shortForms.filter((name, index) => shortForms.indexOf(name) !== index)).toEqual([]);
});
