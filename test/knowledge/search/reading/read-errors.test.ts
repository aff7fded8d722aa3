/** Tests what recognised errors, and the programs that they lead to, are read as. */
import { describe, expect, test } from 'vitest';
import type { RecognisedError } from '../../../../src/knowledge/search/errors/recognise-errors.ts';
import { readErrors } from '../../../../src/knowledge/search/reading/read-errors.ts';
import { readTokens } from '../../../../src/knowledge/search/reading/read-tokens.ts';
import { tokenize } from '../../../../src/knowledge/search/tokens.ts';
import { createReading, describeReading } from './small-reading.ts';

describe('recognised errors', () => {
  const createError = (family: string, ...means: string[]): RecognisedError => ({
    title: family,
    name: family,
    family,
    services: [],
    means,
    familyWords: ['slow'],
    lines: [1],
    messages: [],
    isConsequence: false,
  });
  const read = (...errors: RecognisedError[]) => {
    const reading = createReading({ isLog: true });
    readErrors(reading, errors);
    return describeReading(reading);
  };

  test('are searched for by what they mean, the first names with more weight, and by their family', () => {
    const means = ['failover', 'kafka', 'redis server', 'queue', 'replica'];
    expect(read(createError('down', ...means))).toEqual([
      'down ×1.7: failover (word signature 1), redis server (all signature 0.6), queue (word signature 0.5), replica (word signature 0.35), slow (word signature 0.35)',
    ]);
    expect(read({ ...createError('down', 'kafka'), familyWords: [] })).toEqual([]);
  });

  test('of one family are one concept, and each further family counts less', () => {
    expect(
      read(createError('a', 'failover'), createError('b', 'queue'), createError('a', 'redis server')),
    ).toEqual([
      'a ×1.7: failover (word signature 1), redis server (all signature 0.65), slow (word signature 0.35)',
      'b ×1.105: queue (word signature 1)',
    ]);
  });

  test('add the program that reports them, but no language or operating system', () => {
    const error = createError('a', 'failover');
    const listSources = (...services: string[]) =>
      read({ ...error, services }).map((line) => line.split(' ×')[0]);
    expect(listSources('Redis', 'Linux')).toEqual(['a', 'Redis']);
  });

  test('count less than the program that did not answer, which the error or the text names', () => {
    const weigh = (error: Partial<RecognisedError>, text = '') => {
      const reading = createReading({ isLog: true });
      readErrors(reading, [{ ...createError('Connection refused', 'failover'), ...error }]);
      readTokens(reading, tokenize(text));
      return reading.concepts.map(({ source, weight }) => [source, weight]);
    };
    const refused = ['Connection refused', 1.2];
    expect(weigh({ services: ['Redis'], port: 6379 })).toEqual([refused, ['Redis', 1.7]]);
    expect(weigh({}, 'redis')).toEqual([refused, ['redis', 1.7]]);
    // A proxy that reports a timeout has answered, and a protocol is no program.
    expect(weigh({ family: 'Timeout', services: ['Redis'] })).toContainEqual(['Redis', 1.2]);
    expect(weigh({ services: ['SSH'], port: 22 })[0]?.[1]).toBe(1.7);
  });
});
