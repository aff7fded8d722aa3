import { expect, test } from 'vitest';
import { parseAttempt } from '../../../src/knowledge/new/attempts.ts';

test.each([
  ['no: Restarted Redis', { action: 'restart', worked: 'no', text: 'Restarted Redis' }],
  [
    'Harmful: rolled the release back',
    { action: 'rollback', worked: 'harmful', text: 'rolled the release back' },
  ],
  ['yes: Rolled back', { action: 'rollback', worked: 'yes', text: 'Rolled back' }],
  [
    'Failed over to the standby',
    { action: 'failover', worked: 'unknown', text: 'Failed over to the standby' },
  ],
  ['Waited for the kernel build', { action: 'wait', worked: 'unknown', text: 'Waited for the kernel build' }],
  [
    'Restored the orders from a backup',
    { action: 'restore-data', worked: 'unknown', text: 'Restored the orders from a backup' },
  ],
  ['Note: called the provider', { action: 'unknown', worked: 'unknown', text: 'Note: called the provider' }],
] as const)('reads %j', (line, attempt) => {
  expect(parseAttempt(line)).toEqual(attempt);
});

test('leaves the kind open if a line names two', () => {
  expect(parseAttempt('partly: Rolled back, then restarted it').action).toBe('unknown');
});
