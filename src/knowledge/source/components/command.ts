import { h } from 'hastscript';
import { renderInline } from '../inline/render-inline.ts';
import type { Component } from './component.ts';

export const command: Component = {
  name: 'Command',
  meaning: 'One command, with a button to copy it.',
  placement: 'block',
  children: 'none',
  attributes: {
    run: { meaning: 'The command, exactly as people run it.', type: 'text', required: true },
    where: { meaning: 'Where to run it.', type: 'text', isProse: true },
  },
  example: '<Command run="sudo passenger-status --show=requests" where="on the web server" />',
  render({ attributes, links }) {
    const where = attributes.text('where');
    return h('figure', { className: ['command'] }, [
      where ? h('figcaption', renderInline(where, links)) : undefined,
      h('copy-text', [h('pre', { tabIndex: 0 }, [h('code', attributes.text('run') ?? '')])]),
    ]);
  },
};
