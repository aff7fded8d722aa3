import { describe, expect, test } from 'vitest';
import { compileTemplate, listKeys } from '../../../../src/knowledge/search/errors/message-template.ts';

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
  ])('%s matches %s', (template, line) => {
    expect(matches(template, line)).toBe(true);
  });

  test.each([
    ['timed out', 'untimed outing'],
    ['Unit %s failed', `Unit ${'x'.repeat(81)} failed`],
    ['exit code %d', 'exit code x'],
    ['-failover', 'auto-failover'],
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

  test('is rejected without a whole word, or with more than two wildcards', () => {
    expect(() => compileTemplate('x%d')).toThrow('Expected a whole word in x%d');
    expect(() => compileTemplate('a %s b %s c %s d')).toThrow('at most two %s');
  });
});
