import { expect, test } from 'vitest';
import { findSignals } from '../../../src/knowledge/import/find-signals.ts';
import { parseMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';

test('finds errors in code, but no commands, paths or names', () => {
  const { children } = parseMarkdown(
    [
      'It said `connection refused by 10.0.0.1`, `ECONNREFUSED`, and `503 Service Unavailable`.',
      'We ran `sudo service nginx restart --fail-fast` in `/etc/nginx` on `error.log`.',
      '',
      '```',
      '$ tail error.log',
      '2018-03-10 09:30:01 ERROR could not open file',
      'all is well',
      'java.lang.OutOfMemoryError: Java heap space',
      '```',
    ].join('\n'),
  );
  expect(findSignals(children)).toEqual([
    'connection refused by 10.0.0.1',
    'ECONNREFUSED',
    '503 Service Unavailable',
    '2018-03-10 09:30:01 ERROR could not open file',
    'java.lang.OutOfMemoryError: Java heap space',
  ]);
});

test('lists each signal once', () => {
  const { children } = parseMarkdown('`timed out after 5 s` and again `timed out after 5 s`');
  expect(findSignals(children)).toEqual(['timed out after 5 s']);
});
