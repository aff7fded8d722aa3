import { h } from 'hastscript';
import type { Component } from './component.ts';

export const internal: Component = {
  name: 'Internal',
  meaning:
    'A part of a public page for your own team. A public site leaves it out; your own site marks it as internal.',
  placement: 'block',
  children: 'blocks',
  attributes: {},
  example: `<Internal>

The contract with the provider ends in May.

</Internal>`,
  render({ children }) {
    return h('div', { className: ['internal-part'], role: 'group', ariaLabel: 'Internal' }, [
      h('p', { className: ['internal-label'] }, [
        h('span', { className: ['badge', 'badge-plain'] }, 'Internal'),
      ]),
      ...children,
    ]);
  },
};
