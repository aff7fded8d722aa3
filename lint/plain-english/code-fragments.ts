/** The sentences in code: comments, strings that are prose, the text of templates, and the names of tests. */
import { parse } from '@astrojs/compiler-rs';
import { parseSync } from 'oxc-parser';
import type { Fragment, FragmentKind } from './fragment.ts';

/** A node of the syntax trees that oxc and Astro's compiler share. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Two words in a row: an identifier, a class or a path is not prose. */
const PROSE = /\p{L}{2,},? \p{L}{2,}/u;

const TEST_FUNCTIONS = /^(?:test|describe|it)(?:\.\w+)*$/;

export function findTypeScriptFragments(path: string, text: string): Fragment[] {
  const { program, comments } = parseSync(path, text);
  const isTest = path.startsWith('test/');
  return [
    ...comments.map((comment) => toFragment(text, comment, 'comments')),
    ...(isTest
      ? findTestNames(program as unknown as Node, text)
      : findStrings(program as unknown as Node, text)),
  ];
}

export function findAstroFragments(text: string): Fragment[] {
  const ast = parse(text).ast as unknown as Node & { readonly comments?: readonly Node[] };
  const comments = (ast.comments ?? []).map((comment) => toFragment(text, comment, 'comments'));
  return [...comments, ...findStrings(ast, text)];
}

function findStrings(root: Node, text: string): Fragment[] {
  const found: Fragment[] = [];
  walk(root, (node) => {
    if (node.type === 'AstroComment') found.push(toFragment(text, node, 'comments'));
    const isText = node.type === 'JSXText' || node.type === 'TemplateElement' || isString(node);
    if (isText && PROSE.test(text.slice(node.start, node.end))) found.push(toFragment(text, node, 'ui'));
    return node.type !== 'ImportDeclaration' && node.type !== 'StyleElement';
  });
  return found;
}

function findTestNames(root: Node, text: string): Fragment[] {
  const found: Fragment[] = [];
  walk(root, (node) => {
    if (node.type !== 'CallExpression') return true;
    const [name] = node.arguments as readonly Node[];
    const { start, end } = node.callee as Node;
    if (name && TEST_FUNCTIONS.test(text.slice(start, end)) && isString(name)) {
      found.push(toFragment(text, name, 'tests'));
    }
    return true;
  });
  return found;
}

function isString(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'string';
}

function toFragment(text: string, { start, end }: Pick<Node, 'start' | 'end'>, kind: FragmentKind): Fragment {
  return { kind, start, text: text.slice(start, end) };
}

/** @param visit returns whether to go into the node */
function walk(value: unknown, visit: (node: Node) => boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (isNode(value) && visit(value)) {
    for (const field of Object.values(value)) walk(field, visit);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
