import { h } from 'hastscript';
import type { Component } from './component.ts';

export const command: Component = {
  name: 'Command',
  meaning: 'One command, to be copied with one press.',
  placement: 'block',
  children: 'none',
  attributes: {
    run: { meaning: 'The command, to the letter.', type: 'text', required: true },
    where: { meaning: 'Where it is to be run.', type: 'text' },
  },
  example: '<Command run="sudo passenger-status --show=requests" where="on the web server" />',
  render({ attributes }) {
    const where = attributes.text('where');
    return h('figure', { className: ['command'] }, [
      where ? h('figcaption', where) : undefined,
      h('copy-text', [h('pre', { tabIndex: 0 }, [h('code', attributes.text('run') ?? '')])]),
    ]);
  },
};
