/** Turns the numbered steps of a runbook into procedures, which the search and the checklists know. */
import { slug } from 'github-slugger';
import type { List, ListItem, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { startsWithVerb } from '../check/imperative-verbs.ts';
import { formatCount } from '../schema/labels.ts';
import { findFreeId } from './draft-names.ts';
import { toPlainWords } from './plain-words.ts';
import type { VocabularyLookup } from './vocabulary-lookup.ts';

export interface ProcedureBlocks {
  readonly blocks: RootContent[];
  /** Messages for the person who reviews the draft. */
  readonly remarks: readonly string[];
}

/** A single step needs no procedure. */
const MIN_STEPS = 2;

/**
 * Turns each numbered list of steps into a procedure. A list has steps if at least half of its items start with a verb, or
 * if its heading announces steps. The heading or the title names the activity; otherwise it is `emergency`.
 */
export function createProcedures(
  source: readonly RootContent[],
  title: string,
  vocabulary: VocabularyLookup,
): ProcedureBlocks {
  const blocks: RootContent[] = [];
  const ids = new Set<string>();
  let heading = title;
  let unassigned = 0;
  for (const block of joinSteps(source)) {
    if (block.type === 'heading') heading = toPlainWords(block) || title;
    const isProcedure = block.type === 'list' && hasSteps(block, heading);
    const activity = isProcedure ? vocabulary.findActivity([heading, title]) : undefined;
    if (isProcedure && activity === undefined) unassigned++;
    if (block.type !== 'list' || activity === undefined) {
      blocks.push(block);
      continue;
    }
    const id = findFreeId(createProcedureId(heading), (taken) => ids.has(taken));
    ids.add(id);
    blocks.push(createProcedure(block, { id, title: heading, activity, outline: OUTLINE }));
  }
  const remarks = [
    ...(ids.size > 0
      ? [
          `${formatCount(ids.size, 'list')} of steps became \`<Procedure>\`: check the steps and the activity, then remove \`outline\``,
        ]
      : []),
    ...(unassigned > 0
      ? [
          `${formatCount(unassigned, 'list')} of steps can become \`<Procedure>\`: add an activity to the vocabulary first`,
        ]
      : []),
  ];
  return { blocks, remarks };
}

/** It keeps a procedure that nobody has checked from the emergency cards and the binder. */
const OUTLINE = 'These steps are imported and not checked yet.';

/** Code, pictures and remarks between two steps belong to the first of them. */
function joinSteps(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const at = block.type === 'list' && block.ordered ? findContinuedList(joined, block.start ?? 1) : -1;
    const list = joined[at];
    if (block.type !== 'list' || list?.type !== 'list') {
      joined.push(block);
      continue;
    }
    const between = joined.splice(at + 1) as ListItem['children'];
    const last = list.children.at(-1);
    const before = last ? [{ ...last, children: [...last.children, ...between] }] : [];
    joined[at] = { ...list, children: [...list.children.slice(0, -1), ...before, ...block.children] };
  }
  return joined;
}

/** Finds the list below the same heading whose next step has the number. */
function findContinuedList(blocks: readonly RootContent[], number: number): number {
  const at = blocks.findLastIndex(({ type }) => type === 'heading' || type === 'list');
  const list = blocks[at];
  return list?.type === 'list' && list.ordered && getNextNumber(list) === number ? at : -1;
}

function getNextNumber({ start, children }: List): number {
  return (start ?? 1) + children.length;
}

const STEP_HEADING =
  /\b(?:steps?|procedure|instructions?|how to|runbook|playbook|remediation|resolution|recovery|mitigation|rollback|troubleshooting|schritte|vorgehen|anleitung|étapes|procédure|pasos|procedimiento|passos|procedimento)\b|手順/i;

function hasSteps({ ordered, children }: List, heading: string): boolean {
  if (!ordered || children.length < MIN_STEPS) return false;
  const orders = children.filter((item) => startsWithVerb(toPlainWords(item)));
  return STEP_HEADING.test(heading) || orders.length * 2 >= children.length;
}

function createProcedureId(heading: string): string {
  const words = slug(heading.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^a-z0-9-]+/g, '')
    .split('-')
    .filter(Boolean)
    .slice(0, 6)
    .join('-');
  // Its heading has the address without the last word.
  return words ? `${words}-steps` : 'steps';
}

function createProcedure(list: List, attributes: Readonly<Record<string, string>>): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name: 'Procedure',
    attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
    children: [{ ...list, start: 1 }],
  };
}
