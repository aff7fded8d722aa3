/**
 * Renders a checklist as HTML, for its page and for the builder in the browser. The print style sheet lays out the
 * same tree on paper. Elements for paper only have the class `on-paper`, those for the screen only `on-screen`.
 */
import type { Element, ElementContent } from 'hast';

import { describeWorked, formatCount } from '../schema/labels.ts';
import { describeDestructiveStep } from '../schema/procedure-marks.ts';
import type { Addresses } from '../source/addresses.ts';
import { createElement as h } from '../source/create-element.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { renderInline } from '../source/inline/render-inline.ts';
import {
  type Block,
  type Checklist,
  type EvidenceRef,
  type Item,
  listItems,
  MAX_REPEATS,
  type OmittedItem,
} from './checklist.ts';
import {
  describeAudience,
  describeContinuation,
  describeItemEvidence,
  describeMaintenance,
  describeOmittedCount,
  describeOverdue,
  describeSources,
  describeVersion,
  describeWarnings,
  type EvidenceGroup,
  FILL_IN_LINES,
  formatItemText,
  groupCheckEvidence,
  groupLessonEvidence,
  groupOmitted,
  MODE_NAMES,
  OMITTED_HEADING,
  SIGNALS_HEADING,
  TRIED_HEADING,
} from './checklist-wording.ts';

export interface RenderChecklistOptions {
  readonly addresses: Addresses;
  /** The blocks of each sheet of paper. */
  readonly sheets: readonly (readonly Block[])[];
  /** The QR code of the list's address, as the path of an SVG, and its width in modules. */
  readonly qr: { readonly path: string; readonly size: number };
}

export function renderChecklist(list: Checklist, { addresses, sheets, qr }: RenderChecklistOptions): Element {
  const items = listItems(list);
  return h('check-list', { dataList: list.id, dataItems: String(items.length) }, [
    ...sheets.map((blocks, index) => {
      const isLast = index === sheets.length - 1;
      return h('section', { className: ['sheet'], ariaLabel: formatSheetLabel(list, index, sheets.length) }, [
        renderSheetHead(list, index, sheets.length, addresses),
        ...(index === 0 ? renderIntroduction(list, addresses) : []),
        ...blocks.map((block) => renderBlock(block, list, addresses)),
        isLast
          ? h('p', { className: ['completion'] }, [
              h('span', { className: ['box'], ariaHidden: 'true' }),
              ...renderInline(list.completion, addresses),
            ])
          : h('p', { className: ['completion', 'on-paper'] }, describeContinuation(index + 2, sheets.length)),
        renderSheetFoot(list, qr, addresses),
      ]);
    }),
    ...renderOmitted(list, addresses),
  ]);
}

function formatSheetLabel({ title }: Checklist, index: number, count: number): string {
  return toPlainText(count > 1 ? `${title}, ${index + 1} of ${count}` : title);
}

/** For paper only, where every sheet needs a heading: on screen the page has its own. */
function renderSheetHead(list: Checklist, index: number, count: number, addresses: Addresses): Element {
  return h('header', { className: ['sheet-head', 'on-paper'] }, [
    h('p', { className: ['sheet-title'] }, [
      ...renderInline(list.title, addresses),
      count > 1 ? h('span', { className: ['sheet-number'] }, ` ${index + 1} of ${count}`) : undefined,
    ]),
    h('p', { className: ['sheet-mode'] }, MODE_NAMES[list.mode]),
    h('p', { className: ['sheet-objective'] }, renderInline(list.objective, addresses)),
    h('p', { className: ['sheet-audience'] }, renderInline(describeAudience(list), addresses)),
    renderFillIn(FILL_IN_LINES),
  ]);
}

/** Names with a line after each, on paper. */
function renderFillIn(names: readonly string[]): Element {
  return h(
    'p',
    { className: ['fill-in', 'on-paper'] },
    names.map((name) => h('span', name)),
  );
}

/** The places for the second and later machines. The style sheet numbers them. */
const NEXT = Array<string>(MAX_REPEATS - 1).fill('');

function renderIntroduction(list: Checklist, addresses: Addresses): Element[] {
  const parts = describeWarnings(list).map((warning) =>
    h('p', { className: ['list-warning'] }, renderInline(warning, addresses)),
  );
  if (list.signals.length > 0) {
    const signals = list.signals.map((signal) => h('li', [h('q', signal)]));
    parts.push(h('div', { className: ['calls-for-it'] }, [h('h2', SIGNALS_HEADING), h('ul', signals)]));
  }
  if (list.tried.length > 0) {
    const tried = list.tried.map(({ text, worked, evidence }) =>
      h('li', [
        h('strong', `${describeWorked(worked)}: `),
        ...renderInline(text, addresses),
        ' (',
        renderEvidenceLink(evidence, addresses),
        ')',
      ]),
    );
    parts.push(h('div', { className: ['tried-before'] }, [h('h2', TRIED_HEADING), h('ul', tried)]));
  }
  return parts;
}

function renderBlock(block: Block, list: Checklist, addresses: Addresses): Element {
  const isMixed = list.mode === 'mixed';
  return h('section', { className: ['block'], ariaLabelledBy: block.id }, [
    h('h2', { id: block.id }, [
      ...renderInline(block.title, addresses),
      isMixed ? h('span', { className: ['block-mode'] }, ` ${MODE_NAMES[block.mode]}`) : undefined,
    ]),
    block.repeats ? renderFillIn([block.repeats, ...NEXT]) : undefined,
    h(
      'ol',
      { role: 'list' },
      block.items.map((item) => renderItem(item, block, addresses)),
    ),
  ]);
}

/** @param block its block: a list can ask the same at two pause points */
export function renderItem(item: Item, block: Pick<Block, 'id' | 'repeats'>, addresses: Addresses): Element {
  const evidence = describeItemEvidence(item);
  const id = `item-${block.id}-${item.id}${item.number ? `-${item.number.replaceAll('.', '-')}` : ''}`;
  return h('li', { className: ['item', ...(item.number?.includes('.') ? ['item-inner'] : [])] }, [
    h('label', { htmlFor: id }, [
      h('input', { type: 'checkbox', id, dataItem: id }),
      h('span', { className: ['item-text'] }, [
        item.onlyIf === undefined
          ? undefined
          : h('strong', { className: ['destructive'] }, [
              ...renderInline(describeDestructiveStep(item.onlyIf), addresses),
              ' ',
            ]),
        item.number ? h('b', { className: ['item-number'] }, `${item.number} `) : undefined,
        item.organization
          ? h('span', { className: ['item-organization'] }, [
              ...renderInline(item.organization.label, addresses),
              ': ',
            ])
          : undefined,
        ...renderInline(item.text, addresses),
      ]),
    ]),
    block.repeats
      ? h(
          'span',
          { className: ['boxes', 'on-paper'] },
          ['', ...NEXT].map(() => h('span')),
        )
      : undefined,
    item.expect
      ? h('p', { className: ['item-expect'] }, [
          'Expect: ',
          h('b', renderInline(item.expect, addresses)),
          h('span', { className: ['seen', 'on-paper'] }, 'Seen'),
        ])
      : undefined,
    ...item.code.flatMap(({ text, where }) => [
      where ? h('p', { className: ['item-where'] }, renderInline(where, addresses)) : undefined,
      h('copy-text', [h('pre', { tabIndex: 0 }, [h('code', text)])]),
    ]),
    evidence
      ? h('p', { className: ['item-evidence', 'on-paper'] }, renderInline(evidence, addresses))
      : undefined,
    item.generalPractice
      ? h('p', { className: ['general-practice', 'on-screen'] }, [
          'General practice: ',
          h('a', { href: item.generalPractice.url }, item.generalPractice.title),
        ])
      : undefined,
    item.lessons.length > 0 ? renderReasons(item, addresses) : undefined,
  ]);
}

/** The evidence of the item comes first; that of each lesson is with the lesson. */
function renderReasons(item: Item, addresses: Addresses): Element {
  const own = describeItemEvidence(item);
  return h('details', { className: ['why', 'on-screen'] }, [
    h('summary', renderLinkText(own ? `Why · ${own}` : 'Why', addresses)),
    ...groupCheckEvidence(item).map((group) => renderEvidenceGroup(group, addresses)),
    ...item.lessons.flatMap((lesson) => [
      h('p', [
        h(
          'a',
          { href: addresses.entry({ kind: 'lesson', id: lesson.id }) },
          renderLinkText(lesson.title, addresses),
        ),
      ]),
      h('p', renderInline(lesson.reason, addresses)),
      ...groupLessonEvidence(lesson).map((group) => renderEvidenceGroup(group, addresses)),
      lesson.moreEvidence ? renderMoreEvidence(lesson.id, lesson.moreEvidence, addresses) : undefined,
    ]),
  ]);
}

function renderMoreEvidence(lesson: string, count: number, addresses: Addresses): Element {
  const href = `${addresses.entry({ kind: 'lesson', id: lesson })}#evidence`;
  return h('p', [h('a', { href }, `${formatCount(count, 'more page')} with evidence`)]);
}

function renderEvidenceGroup({ words, evidence }: EvidenceGroup, addresses: Addresses): Element {
  return h('p', [
    `${words}: `,
    ...evidence.flatMap((ref, index) => [
      ...(index > 0 ? ['; '] : []),
      renderEvidenceLink(ref, addresses),
      ' ',
      ...renderInline(`(${ref.label})`, addresses),
    ]),
  ]);
}

function renderEvidenceLink({ kind, id, title }: EvidenceRef, addresses: Addresses): Element {
  return h('a', { href: addresses.entry({ kind, id }) }, renderLinkText(title, addresses));
}

/** Links cannot be in links and in summaries. */
function renderLinkText(text: string, addresses: Addresses): ElementContent[] {
  return renderInline(text, { ...addresses, inLink: true });
}

/** On the page; the file of the list has all of them. */
const MAX_OMITTED = 60;

/** Names the checks that are not on the list, with the reasons. On paper the foot counts them. */
function renderOmitted(list: Checklist, addresses: Addresses): Element[] {
  if (list.omitted.length === 0) return [];
  const all = groupOmitted(list);
  const shown = new Set(all.flatMap(({ items }) => items).slice(0, MAX_OMITTED));
  const groups = all.flatMap(({ why, items }) => [
    h('h3', renderInline(`${why} (${items.length})`, addresses)),
    h(
      'ul',
      items.filter((item) => shown.has(item)).map((item) => renderOmittedItem(item, addresses)),
    ),
  ]);
  const more = list.omitted.length - shown.size;
  if (more > 0) {
    const file = list.id === 'build' ? undefined : addresses.checklistFile(list.id, 'json');
    groups.push(
      h('p', [
        `${formatCount(more, 'more check')} ${more === 1 ? 'is' : 'are'} not on this list. `,
        ...(file ? [h('a', { href: file }, 'The JSON file of the list'), ' has all of them.'] : []),
      ]),
    );
  }
  return [
    h('section', { className: ['omitted', 'on-screen'], ariaLabelledBy: 'not-on-this-list' }, [
      h('h2', { id: 'not-on-this-list' }, OMITTED_HEADING),
      ...groups,
    ]),
  ];
}

function renderOmittedItem(item: OmittedItem, addresses: Addresses): Element {
  const [lesson] = item.lessons;
  const text = formatItemText(item);
  return h('li', [
    lesson
      ? h('a', { href: addresses.entry({ kind: 'lesson', id: lesson.id }) }, renderLinkText(text, addresses))
      : h('span', renderInline(text, addresses)),
    ...(item.expect ? [' Expect: ', ...renderInline(item.expect, addresses)] : []),
  ]);
}

function renderSheetFoot(list: Checklist, qr: RenderChecklistOptions['qr'], addresses: Addresses): Element {
  return h('footer', { className: ['sheet-foot'] }, [
    h('div', [
      list.reviewBy?.overdue
        ? h('p', { className: ['overdue'] }, [h('strong', describeOverdue(list))])
        : undefined,
      h('p', `${describeVersion(list)} · ${describeMaintenance(list)}`),
      list.sources.length > 0 ? h('p', renderInline(describeSources(list), addresses)) : undefined,
      list.omitted.length > 0 ? h('p', { className: ['on-paper'] }, describeOmittedCount(list)) : undefined,
      h('p', { className: ['on-paper'] }, list.address),
    ]),
    h(
      'svg',
      {
        className: ['qr', 'on-paper'],
        viewBox: `0 0 ${qr.size} ${qr.size}`,
        role: 'img',
        ariaLabel: 'The address as a QR code',
      },
      [h('path', { d: qr.path })],
    ),
  ]);
}
