import { h } from 'hastscript';
import { renderInline } from '../inline/render-inline.ts';
import type { Component } from './component.ts';

const LABELS: Record<string, string> = {
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  danger: 'Danger',
};

export const callout: Component = {
  name: 'Callout',
  meaning: 'Highlights a passage: a note, a tip, a warning or a danger.',
  placement: 'block',
  children: 'blocks',
  attributes: {
    kind: { meaning: 'Severity of the callout.', type: 'text', required: true, values: Object.keys(LABELS) },
    title: { meaning: 'A heading to show after the severity.', type: 'text', isProse: true },
  },
  example: `<Callout kind="warning" title="Do this first">

Pause processing before you touch the data store.

</Callout>`,
  render({ attributes, children, links }) {
    const kind = attributes.text('kind') ?? 'note';
    const title = attributes.text('title');
    const label = LABELS[kind] ?? kind;
    return h('div', { className: ['callout', `callout-${kind}`], role: 'note' }, [
      h('p', { className: ['callout-title'] }, renderInline(title ? `${label}: ${title}` : label, links)),
      ...children,
    ]);
  },
};
