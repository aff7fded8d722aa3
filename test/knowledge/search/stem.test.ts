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

test.each([
  ['processes', 'process'],
  ['ties', 'tie'],
  ['cries', 'cry'],
  ['bus', 'bus'],
  ['logs', 'log'],
  ['ring', 'ring'],
  ['sting', 'sting'],
  ['seeing', 'see'],
  ['falling', 'fall'],
  ['running', 'run'],
  ['repeatedly', 'repeat'],
  ['increasingly', 'increas'],
  ['red', 'red'],
  ['embed', 'emb'],
  ['option', 'option'],
  ['mention', 'ment'],
  ['actions', 'action'],
  ['motions', 'motion'],
  ['ionize', 'ioniz'],
  ['stations', 'stat'],
  ['badly', 'badli'],
  ['slowly', 'slowli'],
  ['quickly', 'quick'],
  ['node', 'node'],
  ['cache', 'cach'],
  ['retry', 'retri'],
  ['rely', 'reli'],
  ['key', 'key'],
  ['keys', 'key'],
  ['deploy', 'deploy'],
  ['mysql', 'mysql'],
  ['tests2', 'tests2'],
  ['Logs', 'Logs'],
])('the stem of "%s" is "%s"', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test('a word of 40 letters has a stem, a longer one has none', () => {
  const word = `${'x'.repeat(39)}s`;
  expect(stem(word)).toBe('x'.repeat(39));
  expect(stem(`x${word}`)).toBe(`x${word}`);
});
