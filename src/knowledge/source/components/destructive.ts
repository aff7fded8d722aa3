import { h } from 'hastscript';
import { describeDestructiveStep } from '../../schema/procedure-marks.ts';
import { renderInline } from '../inline/render-inline.ts';
import type { Component } from './component.ts';

export const destructive: Component = {
  name: 'Destructive',
  meaning:
    'Marks a step of a procedure that deletes, kills or replaces something. It is the first line of its step, and the procedure shows the mark at the top, in lists and in search results.',
  placement: 'step',
  children: 'none',
  attributes: {
    onlyIf: {
      meaning:
        'What must be true before you do the step, to follow the words “Only if”; or `unknown` if it is not recorded.',
      type: 'text',
      required: true,
      isProse: true,
    },
  },
  example: `<Procedure id="queue-is-stuck" title="A queue is stuck" activity="emergency">

1. Pause processing.
2. <Destructive onlyIf="you can lose the work in the queue" />

   Clear the queue.

</Procedure>`,
  render({ attributes, links }) {
    const warning = describeDestructiveStep(attributes.text('onlyIf') ?? '');
    return h('p', { className: ['destructive'] }, renderInline(warning, links));
  },
};
