/** Draws services, recurring issues and lessons in three columns. A link is the wider, the more postmortems have both. */
import { linkHorizontal } from 'd3-shape';
import type { Element } from 'hast';
import {
  MAP_KINDS,
  type MapKind,
  type MapLink,
  type MapNode,
} from '../knowledge/insights/failing-together.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { drawChart, drawMark, drawScenery, element } from './chart-element.ts';
import { describeLink, type MapDrawing, shorten } from './pair-matrix.ts';

const ROW = 40;
const BOX = 30;
const TOP = 34;
const WIDTH = 1_120;
/** The left edge and the width of each column in pixels, and how many characters it has room for. */
const COLUMNS: Readonly<Record<MapKind, { x: number; width: number; room: number; title: string }>> = {
  service: { x: 1, width: 200, room: 20, title: 'Services' },
  tag: { x: 340, width: 240, room: 25, title: 'Recurring issues' },
  lesson: { x: 720, width: 399, room: 42, title: 'Lessons' },
};
const SWEEPS = 6;
const draw = linkHorizontal();

export function drawChainDiagram({
  id,
  title,
  description,
  selection: { nodes, links },
  getTitle,
  getEntryAddress,
  getLinkAddress,
}: MapDrawing): Element {
  const columns = orderColumns(nodes, links);
  const rows = Math.max(1, ...columns.map(({ length }) => length));
  const middles = new Map(
    columns.flatMap((column) =>
      column.map((node, index) => [node, TOP + ((rows - column.length) / 2 + index + 0.5) * ROW] as const),
    ),
  );
  const most = Math.max(1, ...links.map(({ ids }) => ids.length));
  // The strongest last, on top.
  const paths = links.toReversed().map((link) => {
    const [start, end] = [COLUMNS[link.from.kind], COLUMNS[link.to.kind]];
    const source: [number, number] = [start.x + start.width, middles.get(link.from) ?? 0];
    const target: [number, number] = [end.x, middles.get(link.to) ?? 0];
    return drawMark(
      { href: getLinkAddress(link), label: describeLink(link, getTitle), className: 'link' },
      element('path', {
        d: draw({ source, target }) ?? '',
        'stroke-width': 2 + (8 * link.ids.length) / most,
      }),
    );
  });
  const boxes = columns.flat().map((node) => {
    const { x, width, room } = COLUMNS[node.kind];
    const middle = middles.get(node) ?? 0;
    const name = getTitle(node);
    return drawMark(
      { href: getEntryAddress(node), label: `${name}: ${formatCount(node.postmortems, 'postmortem')}` },
      element('rect', { class: 'node', x, y: middle - BOX / 2, width, height: BOX, rx: 4 }),
      element('text', { class: 'label', x: x + 10, y: middle + 5 }, shorten(name, room)),
      element('text', { class: 'number end', x: x + width - 10, y: middle + 5 }, String(node.postmortems)),
    );
  });
  const heads = MAP_KINDS.map((kind) =>
    element('text', { class: 'head', x: COLUMNS[kind].x, y: 18 }, COLUMNS[kind].title),
  );
  return drawChart(
    { id, title, description, width: WIDTH, height: TOP + rows * ROW },
    drawScenery(...heads),
    ...paths,
    ...boxes,
  );
}

/** Orders each column by the middle of what its nodes are linked to, so that links cross less often (Sugiyama, 1981). */
function orderColumns(nodes: readonly MapNode[], links: readonly MapLink[]): readonly (readonly MapNode[])[] {
  const columns = MAP_KINDS.map((kind) => nodes.filter((node) => node.kind === kind));
  const neighbours = new Map<MapNode, { readonly node: MapNode; readonly weight: number }[]>(
    nodes.map((node) => [node, []]),
  );
  for (const { from, to, ids } of links) {
    neighbours.get(from)?.push({ node: to, weight: ids.length });
    neighbours.get(to)?.push({ node: from, weight: ids.length });
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const place = new Map(
        columns.flatMap((list) => list.map((node, index) => [node, (index + 0.5) / list.length])),
      );
      const findMiddle = (node: MapNode) => {
        const linked = neighbours.get(node) ?? [];
        const total = linked.reduce((sum, { weight }) => sum + weight, 0);
        if (total === 0) return place.get(node) ?? 0;
        return (
          linked.reduce((sum, { node: other, weight }) => sum + (place.get(other) ?? 0) * weight, 0) / total
        );
      };
      const middles = new Map(column.map((node) => [node, findMiddle(node)]));
      column.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
    }
  }
  return columns;
}
