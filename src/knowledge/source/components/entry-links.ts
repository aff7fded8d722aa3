/** Links to entries by id: one component for each kind of entry. */
import { h } from 'hastscript';
import type { Kind } from '../../schema/kinds.ts';
import { renderInline } from '../inline/render-inline.ts';
import type { Component } from './component.ts';

function createLinkComponent(kind: Kind, name: string, meaning: string): Component {
  return {
    name,
    meaning,
    placement: 'inline',
    children: 'text',
    attributes: {
      id: { meaning: `The id of the ${kind}.`, type: 'text', required: true, reference: kind },
    },
    example: `<${name} id="{id}" />, or with your own words: <${name} id="{id}">as we saw before</${name}>.`,
    render({ attributes, children, links }) {
      const target = links.entry({ kind, id: attributes.text('id') ?? '' });
      const text =
        children.length > 0 ? children : renderInline(target?.title ?? '', { ...links, inLink: true });
      return h('a', { href: target?.href, className: [`link-${kind}`] }, text);
    },
  };
}

export const lessonLink = createLinkComponent(
  'lesson',
  'LessonLink',
  'A link to a lesson that shows its title.',
);
export const tagLink = createLinkComponent(
  'tag',
  'TagLink',
  'A link to a recurring issue that shows its title.',
);
export const serviceLink = createLinkComponent(
  'service',
  'ServiceLink',
  'A link to a service that shows its name.',
);
export const postmortemLink = createLinkComponent(
  'postmortem',
  'PostmortemLink',
  'A link to a postmortem that shows its title.',
);
export const noteLink = createLinkComponent('note', 'NoteLink', 'A link to a note that shows its title.');
export const procedureLink = createLinkComponent(
  'procedure',
  'ProcedureLink',
  'A link to a procedure that shows its title. The id is the id of the note, a `#` and the id of the procedure.',
);
