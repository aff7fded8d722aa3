/** Draws which services fail together: each cell is a pair, and the name of a service is at the end of its row and column. */
import type { Element } from 'hast';
import type { LinkSelection, MapLink, MapNode } from '../knowledge/insights/failing-together.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { drawChart, drawMark, drawScenery, element } from './chart-element.ts';
import { getShade } from './shade.ts';

const CELL = 34;
const LABEL = 230;
/** In characters. The mark has the whole name. */
const MAX_NAME = 26;

export interface MapDrawing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly selection: LinkSelection;
  getTitle(node: MapNode): string;
  getEntryAddress(node: MapNode): string;
  getLinkAddress(link: MapLink): string;
}

export function drawPairMatrix({
  id,
  title,
  description,
  selection: { nodes, links },
  getTitle,
  getEntryAddress,
  getLinkAddress,
}: MapDrawing): Element {
  const order = orderByLinks(nodes, links);
  const position = new Map(order.map((node, index) => [node, index]));
  const most = Math.max(1, ...links.map(({ ids }) => ids.length));
  const lanes = order.map((_, row) =>
    element('rect', { class: 'lane', x: 0, y: row * CELL + 1, width: row * CELL, height: CELL - 2 }),
  );
  const names = order.map((node, row) =>
    drawMark(
      {
        href: getEntryAddress(node),
        label: `${getTitle(node)}: ${formatCount(node.postmortems, 'postmortem')}`,
      },
      element('rect', {
        class: 'node',
        x: row * CELL + 1,
        y: row * CELL + 1,
        width: CELL - 2,
        height: CELL - 2,
        rx: 2,
      }),
      element(
        'text',
        { class: 'number middle', x: (row + 0.5) * CELL, y: row * CELL + 22 },
        String(node.postmortems),
      ),
      element(
        'text',
        { class: 'label', x: (row + 1) * CELL + 8, y: row * CELL + 22 },
        shorten(getTitle(node), MAX_NAME),
      ),
    ),
  );
  const cells = links.map((link) => {
    const places = [position.get(link.from) ?? 0, position.get(link.to) ?? 0];
    const [column, row] = [Math.min(...places), Math.max(...places)];
    const level = getShade(link.ids.length, most);
    return drawMark(
      { href: getLinkAddress(link), label: describeLink(link, getTitle) },
      element('rect', {
        class: `cell cell-${level}`,
        x: column * CELL + 1,
        y: row * CELL + 1,
        width: CELL - 2,
        height: CELL - 2,
        rx: 2,
      }),
      element(
        'text',
        { class: `number middle on-cell-${level}`, x: (column + 0.5) * CELL, y: row * CELL + 22 },
        String(link.ids.length),
      ),
    );
  });
  const size = order.length * CELL;
  return drawChart(
    { id, title, description, width: size + LABEL, height: Math.max(1, size) },
    drawScenery(...lanes),
    ...names,
    ...cells,
  );
}

export function describeLink({ from, to, ids }: MapLink, getTitle: MapDrawing['getTitle']): string {
  return `${getTitle(from)} and ${getTitle(to)}: ${formatCount(ids.length, 'postmortem')} in common`;
}

export function shorten(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** Puts what is linked next to each other: each is followed by the one with the strongest links to those before. */
function orderByLinks(nodes: readonly MapNode[], links: readonly MapLink[]): MapNode[] {
  const strength = new Map<MapNode, number>(nodes.map((node) => [node, 0]));
  const order: MapNode[] = [];
  while (strength.size > 0) {
    // Of equal ones, the first: nodes are sorted by their number of postmortems.
    const [next] = [...strength].reduce((best, other) => (other[1] > best[1] ? other : best));
    strength.delete(next);
    order.push(next);
    for (const { from, to, ids } of links) {
      const other = from === next ? to : to === next ? from : undefined;
      const known = other && strength.get(other);
      if (other && known !== undefined) strength.set(other, known + ids.length);
    }
  }
  return order;
}
