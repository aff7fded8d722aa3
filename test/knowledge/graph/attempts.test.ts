import { describe, expect, test } from 'vitest';
import { sortAttempts } from '../../../src/knowledge/graph/attempts.ts';

type Mitigation = Parameters<typeof sortAttempts>[0][number];

/** Returns the attempts as `number outcome`. */
function sort(...outcomes: [action: Mitigation['action'], worked: Mitigation['worked']][]): string[] {
  const mitigations = outcomes.map(([action, worked]) => ({ action, worked, text: '' }));
  return sortAttempts(mitigations).map(({ number, worked }) => `${number} ${worked}`);
}

describe('the order of what was tried', () => {
  test('has what helped first, then what helped in part', () => {
    expect(
      sort(['restart', 'harmful'], ['scale', 'partly'], ['rollback', 'unknown'], ['hotfix', 'yes']),
    ).toEqual(['4 yes', '2 partly', '1 harmful', '3 unknown']);
  });

  test('is chronological among equals, so that a harmful attempt keeps its place', () => {
    expect(sort(['restart', 'no'], ['scale', 'harmful'], ['drain', 'unknown'])).toEqual([
      '1 no',
      '2 harmful',
      '3 unknown',
    ]);
  });

  test('does not put waiting first', () => {
    expect(sort(['restart', 'harmful'], ['wait', 'yes'])).toEqual(['1 harmful', '2 yes']);
  });
});
