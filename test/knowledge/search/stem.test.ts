import { expect, test } from 'vitest';
import { stem } from '../../../src/knowledge/search/stem.ts';

test.each([
  ['reboot', ['reboots', 'rebooted', 'rebooting']],
  ['stop', ['stops', 'stopped', 'stopping']],
  ['migrate', ['migrated', 'migrating', 'migration', 'migrations']],
  ['retry', ['retries', 'retried']],
  ['process', ['processes', 'processed']],
  ['direct', ['directly']],
])('the forms of "%s" have one stem', (word, forms) => {
  expect(forms.map(stem)).toEqual(forms.map(() => stem(word)));
});

test.each(['redis', 'status', 'bus', 'dns', 'string', 'h12', 'max_connections'])(
  '%s stays as it is',
  (word) => {
    expect(stem(word)).toBe(word);
  },
);
