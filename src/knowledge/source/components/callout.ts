import { h } from 'hastscript';
import { renderInline } from '../inline/render-inline.ts';
import type { AttributeValues, Component } from './component.ts';

const LABELS: Record<string, string> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  danger: 'Danger',
};

/** Returns the words above the text of a callout, in inline Markdown: its kind, and its title if it has one. */
export function describeCallout(attributes: AttributeValues): string {
  const kind = attributes.text('kind') ?? 'note';
  const title = attributes.text('title');
  const label = LABELS[kind] ?? kind;
  return title ? `${label}: ${title}` : label;
}

export const callout: Component = {
  name: 'Callout',
  meaning: 'Highlights a passage, from a note to a danger.',
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
    return h('div', { className: ['callout', `callout-${kind}`], role: 'note' }, [
      h('p', { className: ['callout-title'] }, renderInline(describeCallout(attributes), links)),
      ...children,
    ]);
  },
};
