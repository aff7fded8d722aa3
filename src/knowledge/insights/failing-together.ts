/** Counts which services, recurring issues and lessons are in the same postmortems. A link claims only this number. */
import { type Basis, divideByBasis } from './basis.ts';
import type { InsightRecord } from './insight-record.ts';

export const MAP_KINDS = ['service', 'tag', 'lesson'] as const;
export type MapKind = (typeof MAP_KINDS)[number];

export interface MapNode {
  readonly kind: MapKind;
  readonly id: string;
  /** The number of postmortems that it is in. */
  readonly postmortems: number;
}

export interface MapLink {
  readonly from: MapNode;
  readonly to: MapNode;
  /** The postmortems that have both, newest first. */
  readonly ids: readonly string[];
}

export interface FailingTogether {
  readonly basis: Basis;
  /** Pairs of services, the strongest first. */
  readonly services: LinkSelection;
  /** From services to issues and from issues to lessons, the strongest first. */
  readonly chains: LinkSelection;
}

export interface LinkSelection {
  readonly links: readonly MapLink[];
  /** The number of weaker ones. */
  readonly cut: number;
  readonly nodes: readonly MapNode[];
  /** The number of things that have a link, but none of those selected. */
  readonly cutNodes: number;
}

/** More names than these cannot be read. */
const MAX_SERVICES = 16;
const MAX_COLUMN = 14;
/** Of each kind: more lines cannot be followed. */
const MAX_LINKS = 30;
/** A postmortem about everything does not show what fails together, and has a link for each pair. */
const MAX_NAMED = 50;

export function countFailingTogether(records: readonly InsightRecord[]): FailingTogether {
  const { counted, basis } = divideByBasis(records, ({ affected, issues, learned }) => {
    const named = affected.length + issues.length + learned.length;
    if (named > MAX_NAMED) return `with more than ${MAX_NAMED} services, issues and lessons`;
    return named < 2 ? 'with fewer than two services, issues and lessons' : undefined;
  });
  const findNode = createNodeFinder();
  const pairs: LinkMap = new Map();
  const chains: LinkMap = new Map();
  for (const { id, affected, issues, learned } of counted) {
    const services = affected.toSorted().map((service) => findNode('service', service));
    const tags = issues.map((issue) => findNode('tag', issue.id));
    const lessons = learned.map((lesson) => findNode('lesson', lesson));
    for (const [index, service] of services.entries())
      addLinks(pairs, [service], services.slice(index + 1), id);
    addLinks(chains, services, tags, id);
    addLinks(chains, tags, lessons, id);
  }
  return {
    basis,
    services: selectLinks([...pairs.values()], { service: MAX_SERVICES }),
    chains: selectLinks([...chains.values()], { service: MAX_COLUMN, tag: MAX_COLUMN, lesson: MAX_COLUMN }),
  };
}

/** Returns a function that finds the node of a name, and counts how often it was asked for it. */
function createNodeFinder() {
  const nodes = new Map<string, { kind: MapKind; id: string; postmortems: number }>();
  return (kind: MapKind, id: string): MapNode => {
    const node = nodes.get(`${kind} ${id}`) ?? { kind, id, postmortems: 0 };
    node.postmortems++;
    nodes.set(`${kind} ${id}`, node);
    return node;
  };
}

type LinkMap = Map<string, { from: MapNode; to: MapNode; ids: string[] }>;

/** Adds a postmortem to the link of each pair. */
function addLinks(
  links: LinkMap,
  starts: readonly MapNode[],
  ends: readonly MapNode[],
  postmortem: string,
): void {
  for (const from of starts) {
    for (const to of ends) {
      const key = `${from.kind} ${from.id} ${to.kind} ${to.id}`;
      const link = links.get(key);
      if (link) link.ids.push(postmortem);
      else links.set(key, { from, to, ids: [postmortem] });
    }
  }
}

/** Selects the strongest links as long as the names at their ends have room. */
function selectLinks(
  all: readonly MapLink[],
  room: Readonly<Partial<Record<MapKind, number>>>,
): LinkSelection {
  const nodes = new Set<MapNode>();
  const left = { ...room };
  const selected = { service: 0, tag: 0, lesson: 0 };
  const links: MapLink[] = [];
  for (const link of all.toSorted(compareLinks)) {
    const added = [link.from, link.to].filter((node) => !nodes.has(node));
    const needed = (kind: MapKind) => added.filter((node) => node.kind === kind).length;
    if (selected[link.to.kind] >= MAX_LINKS || MAP_KINDS.some((kind) => needed(kind) > (left[kind] ?? 0)))
      continue;
    for (const node of added) {
      nodes.add(node);
      left[node.kind] = (left[node.kind] ?? 0) - 1;
    }
    selected[link.to.kind]++;
    links.push(link);
  }
  const linked = new Set(all.flatMap(({ from, to }) => [from, to]));
  return {
    links,
    cut: all.length - links.length,
    nodes: [...nodes].sort((a, b) => b.postmortems - a.postmortems || (a.id < b.id ? -1 : 1)),
    cutNodes: linked.size - nodes.size,
  };
}

function compareLinks(a: MapLink, b: MapLink): number {
  const name = ({ from, to }: MapLink) => `${from.kind} ${from.id} ${to.kind} ${to.id}`;
  return b.ids.length - a.ids.length || (name(a) < name(b) ? -1 : 1);
}
