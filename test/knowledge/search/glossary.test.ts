import { describe, expect, test } from 'vitest';
import { findSignatures, SIGNATURES } from '../../../src/knowledge/search/error-signatures.ts';
import { GLOSSARY } from '../../../src/knowledge/search/glossary.ts';
import { toNameKey } from '../../../src/knowledge/search/tokens.ts';

test('every group of the glossary has at least two names, each once', () => {
  const faulty = GLOSSARY.filter(({ names }) => names.length < 2 || new Set(names).size < names.length);
  expect(faulty).toEqual([]);
  expect(GLOSSARY.flatMap(({ names }) => names).filter((name) => toNameKey(name) === '')).toEqual([]);
});

test('every signature has a name, and something to look for', () => {
  const faulty = SIGNATURES.filter(
    ({ name, means }) => !name || means.length === 0 || means.some((text) => !toNameKey(text)),
  );
  expect(faulty).toEqual([]);
});

describe('well-known error lines are recognised', () => {
  test.each([
    ['accept4: too many open files', 'file limit reached'],
    ['write: ENOSPC', 'disk full'],
    ['Out of memory: Kill process 2113 (redis-server)', 'out of memory'],
    ['FATAL: sorry, too many clients already', 'too many connections'],
    ['SQLSTATE[53300]', 'too many connections'],
    ['x509: certificate has expired or is not yet valid', 'certificate expired'],
    ['getaddrinfo ENOTFOUND db.internal', 'name not resolved'],
    ['dial tcp 10.0.0.1:6379: connect: connection refused', 'connection refused'],
    ['context deadline exceeded', 'timeout'],
    ['panic: runtime error: index out of range', 'panic'],
    ['Back-off restarting failed container (CrashLoopBackOff)', 'pods do not run'],
    ['421 4.7.0 temporarily deferred due to user complaints', 'mail turned away'],
    ['ERROR: deadlock detected', 'deadlock'],
    ["(error) READONLY You can't write against a read only replica.", 'read only'],
    ['%BGP-5-ADJCHANGE: neighbor 198.51.100.1 Down', 'routing'],
  ])('%s', (line, name) => {
    expect(findSignatures(line).map((signature) => signature.name)).toContain(name);
  });

  test.each(['redis is dead', 'how long does an upgrade take', 'planned reboot', 'who is on call'])(
    'not in: %s',
    (line) => {
      expect(findSignatures(line)).toEqual([]);
    },
  );
});
