import type { Time } from '../../schema/time.ts';
import { isDocumentOf } from '../../source/content.ts';
import { getListAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import { createReorderEdits } from '../reorder-list.ts';
import { getTimeAt, isBefore } from './consistent-times.ts';
import type { Rule } from './rule.ts';

export const validTimelineOrder: Rule = {
  name: 'valid-timeline-order',
  severity: 'error',
  why: 'Readers go through a timeline from top to bottom to see what led to what.',
  example: {
    wrong: '- at: 2018-03-10T10:00Z\n- at: 2018-03-10T09:30Z',
    right: '- at: 2018-03-10T09:30Z\n- at: 2018-03-10T10:00Z',
  },
  check({ file, report }) {
    if (!isDocumentOf(file, 'postmortem')) return;
    const { yaml } = file;
    const times = getListAt(yaml.value, ['timeline']).map((_, index) =>
      getTimeAt(yaml.value, ['timeline', index, 'at']),
    );
    let latest: Time | undefined;
    for (const [index, time] of times.entries()) {
      if (isBefore(time, latest)) {
        report({
          span: yaml.spanAt(['timeline', index, 'at']),
          message: `Unexpected time ${quote(time?.source ?? '')} after ${quote(latest?.source ?? '')}, expected the events in chronological order`,
          edits: createReorderEdits(file.text, yaml, ['timeline'], findOrder(times)),
        });
      }
      if (time?.yearKnown && (!latest || isBefore(latest, time))) latest = time;
    }
  },
};

/**
 * Returns the indexes of the events in chronological order. Moves as few events as possible: each is put just before the
 * first event that it certainly precedes.
 *
 * @returns undefined if no order is right, because times overlap
 */
export function findOrder(times: readonly (Time | undefined)[]): number[] | undefined {
  const order: number[] = [];
  for (const [index, time] of times.entries()) {
    const position = order.findIndex((other) => isBefore(time, times[other]));
    order.splice(position < 0 ? order.length : position, 0, index);
  }
  const isOrdered = order.every((index, position) =>
    order.slice(position + 1).every((later) => !isBefore(times[later], times[index])),
  );
  return isOrdered ? order : undefined;
}
