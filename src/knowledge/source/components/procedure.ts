import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { EXIT, visit } from 'unist-util-visit';
import { describeDestructiveSteps, describeOutline } from '../../schema/procedure-marks.ts';
import { ID_PATTERN } from '../../schema/scalars.ts';
import { renderInline } from '../inline/render-inline.ts';
import type { Component } from './component.ts';

export const procedure: Component = {
  name: 'Procedure',
  meaning:
    'The steps for one situation, as one numbered list. It appears in the search and on the pages of its services, and emergency procedures are on the home page.',
  placement: 'block',
  children: 'blocks',
  attributes: {
    id: {
      meaning: 'The id of the procedure within its note. It never changes.',
      type: 'text',
      required: true,
      pattern: { expected: 'an id: lower-case words joined by hyphens', test: ID_PATTERN },
    },
    title: { meaning: 'The situation, in a few words.', type: 'text', required: true, isProse: true },
    activity: {
      meaning: 'The activity that needs it. With `emergency`, it is on the home page.',
      type: 'text',
      required: true,
      reference: 'activity',
    },
    services: { meaning: 'The services it is about.', type: 'list', reference: 'service' },
    signals: { meaning: 'What people see when they need it.', type: 'list' },
    outline: {
      meaning:
        'What is missing and where to look for it, if the steps are only an outline. Such a procedure is neither an emergency card nor in the binder.',
      type: 'text',
      isRare: true,
      isProse: true,
    },
  },
  example: `<Procedure
  id="worker-does-not-start"
  title="A worker does not start"
  activity="emergency"
  signals={["worker exited with status 1"]}
>

1. Read the last lines of its log.
2. Start it by hand, in the foreground.

</Procedure>`,
  render({ attributes, children, links, owner }) {
    const id = attributes.text('id') ?? '';
    const renderLinkText = (text: string) => renderInline(text, { ...links, inLink: true });
    const signals = attributes.list('signals');
    const services = attributes.list('services').flatMap((service) => {
      const target = links.entry({ kind: 'service', id: service });
      return target ? [h('a', { href: target.href }, renderLinkText(target.title)), ' '] : [];
    });
    const activity = links.entry({ kind: 'activity', id: attributes.text('activity') ?? '' });
    const outline = attributes.text('outline');
    const destructive = describeDestructiveSteps(findDestructiveSteps(children));
    const sheet = outline === undefined ? links.sheet(id, attributes.text('activity') ?? '') : undefined;
    return h('section', { className: ['procedure'], id, ariaLabelledBy: `${id}-title` }, [
      h('h3', { id: `${id}-title` }, [
        h('a', { href: `#${id}`, className: ['self-link'] }, renderLinkText(attributes.text('title') ?? '')),
      ]),
      owner ? h('p', { className: ['procedure-owner'] }, renderInline(owner, links)) : undefined,
      sheet
        ? h('p', { className: ['procedure-sheet', 'no-print'] }, [
            h('a', { href: sheet }, 'Tick off the steps'),
          ])
        : undefined,
      outline
        ? h('p', { className: ['outline-only'] }, renderInline(describeOutline(outline), links))
        : undefined,
      destructive ? h('p', { className: ['destructive-steps'] }, destructive) : undefined,
      signals.length > 0
        ? h('div', { className: ['procedure-signals'] }, [
            h('p', 'Use it when you see'),
            h(
              'ul',
              signals.map((signal) => h('li', [h('q', signal)])),
            ),
          ])
        : undefined,
      h('div', { className: ['procedure-body'] }, children),
      services.length > 0 || activity
        ? h('p', { className: ['procedure-about'] }, [
            ...services,
            activity
              ? h('a', { href: activity.href }, renderLinkText(`Checklist: ${activity.title}`))
              : undefined,
          ])
        : undefined,
    ]);
  },
};

/** Returns the numbers of the top-level steps that are marked as destructive, or contain one that is. */
function findDestructiveSteps(children: readonly ElementContent[]): string[] {
  const list = children.find((child) => child.type === 'element' && child.tagName === 'ol');
  const steps = list?.type === 'element' ? list.children.filter(({ type }) => type === 'element') : [];
  return steps.flatMap((step, index) => (containsMark(step) ? [`${index + 1}`] : []));
}

function containsMark(step: ElementContent): boolean {
  let found = false;
  visit(step, 'element', ({ properties }) => {
    const { className } = properties;
    found = Array.isArray(className) && className.includes('destructive');
    return found ? EXIT : undefined;
  });
  return found;
}
