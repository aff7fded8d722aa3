import { describe, expect, test } from 'vitest';
import {
  compileStatus,
  compileTemplate,
  listKeys,
} from '../../../../src/knowledge/search/errors/message-template.ts';

const matches = (template: string, line: string) =>
  new RegExp(compileTemplate(template).source, 'i').test(line);

describe('a template of a message', () => {
  test.each([
    ['Unit %s failed', 'Unit app.service failed'],
    ['exit code %d', 'exit code 137'],
    ['{write|read} timed out', 'read timed out'],
    ["can't connect", 'cant connect'],
    ["can't connect", 'can’t connect'],
    ['"timed_out":true', '\\"timed_out\\":true'],
    ['pool {is|was|} exhausted', 'pool  exhausted'],
    ['pool {is|was|} exhausted', 'pool was exhausted'],
    ['second{s|} exceeded', 'seconds exceeded'],
    ['+sdown', 'x +sdown master'],
    ['100% full', '100% full'],
    ['exit code %d', 'exit code 137x'],
    ['Killed:', 'Killed:9'],
    ['killed {a|b}.', 'killed a.'],
  ])('%s matches %s', (template, line) => {
    expect(matches(template, line)).toBe(true);
  });

  test.each([
    ['timed out', 'untimed outing'],
    ['Unit %s failed', `Unit ${'x'.repeat(81)} failed`],
    ['exit code %d', 'exit code x'],
    ['-failover', 'auto-failover'],
    ['lock wait', 'lock waiting'],
  ])('%s does not match %s', (template, line) => {
    expect(matches(template, line)).toBe(false);
  });

  test('names words that every match contains', () => {
    expect(compileTemplate('too many clients already').keys).toEqual(['clients already']);
    expect(compileTemplate('{big|small} %s').keys).toEqual(['big', 'small']);
    expect(compileTemplate('Certificate{Expired|Revoked}').keys).toEqual([
      'certificateexpired',
      'certificaterevoked',
    ]);
    expect([...listKeys('Too many')]).toEqual(['too', 'many', 'too many']);
  });

  test('is one word only if nothing else is in it', () => {
    expect(compileTemplate('ECONNREFUSED').isOneWord).toBe(true);
    expect(compileTemplate('connection refused').isOneWord).toBe(false);
  });

  test('is rejected without a whole word, or with more than two wildcards', () => {
    for (const template of ['x%d', 'x %d', 'abcdef%s']) {
      expect(() => compileTemplate(template)).toThrow(`Expected a whole word in ${template}`);
    }
    expect(() => compileTemplate('a %s b %s c %s d')).toThrow('at most two %s');
  });
});

describe('a status code of HTTP', () => {
  const isStatus = (line: string) =>
    compileStatus(503).some(({ source, scope }) => scope === 'any' && new RegExp(source, 'i').test(line));

  test.each(['HTTP/1.1 503', 'status=503', 'upstream returned 503', '"GET / HTTP/1.1" 503 17', '503 errors'])(
    'is recognised in %s',
    (line) => {
      expect(isStatus(line)).toBe(true);
    },
  );

  test.each(['503 rows', 'received 503 bytes', 'port 5030', 'a-503 responses'])(
    'is not recognised in %s',
    (line) => {
      expect(isStatus(line)).toBe(false);
    },
  );

  test('is one word, alone only if it is typed', () => {
    const patterns = compileStatus(503);
    expect(patterns.every(({ isOneWord, keys }) => isOneWord && keys.join() === '503')).toBe(true);
    const typed = patterns
      .filter(({ scope }) => scope === 'typed')
      .map(({ source }) => new RegExp(source, 'i'));
    expect(typed.map((pattern) => [pattern.test('503'), pattern.test('503 rows')])).toEqual([[true, false]]);
  });
});
