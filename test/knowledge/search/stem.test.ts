import { expect, test } from 'vitest';
import { stem } from '../../../src/knowledge/search/stem.ts';

test.each([
  ['reboot', ['reboots', 'rebooted', 'rebooting']],
  ['stop', ['stops', 'stopped', 'stopping']],
  ['migrate', ['migrated', 'migrating', 'migration', 'migrations']],
  ['retry', ['retries', 'retried']],
  ['process', ['processes', 'processed']],
  ['direct', ['directly']],
])('all forms of "%s" have the same stem', (word, forms) => {
  expect(forms.map(stem)).toEqual(forms.map(() => stem(word)));
});

test.each(['redis', 'status', 'bus', 'dns', 'string', 'h12', 'max_connections'])(
  '%s stays unchanged',
  (word) => {
    expect(stem(word)).toBe(word);
  },
);
