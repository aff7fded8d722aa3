import type { Nodes, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { cutNodes } from '../../../src/knowledge/audience/cut-nodes.ts';
import { parseMdx } from '../../../src/knowledge/source/mdx/mdx-source.ts';
import { createContent, NOTE_HEAD } from '../small-content.ts';

function createDocument(body: string) {
  const file = createContent({ 'notes/a.mdx': `${NOTE_HEAD}\n${body}\n` }).findDocument('note', 'a');
  if (!file) throw new Error('There is no document.');
  return { file, head: NOTE_HEAD.length + 1 };
}

const isSecret = (node: Nodes) =>
  node.type === 'paragraph' &&
  node.children.some((child) => child.type === 'text' && child.value === 'Secret.');

/** Returns a body after the cut, without empty lines. */
function cut(body: string): string[] {
  const { file, head } = createDocument(body);
  const { edits } = cutNodes(file, isSecret);
  const text = edits
    .toReversed()
    .reduce(
      (rest, { span, text: replacement }) => rest.slice(0, span.start) + replacement + rest.slice(span.end),
      file.text,
    );
  return text.slice(head).split('\n').filter(Boolean);
}

test('cuts the headings of sections without other content, at all depths', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '## A\n\nSecret.\n\n## B\n\nText.': ['## B', 'Text.'],
    '## A\n\nSecret.\n\n### B\n\nSecret.\n\n## C\n\nText.': ['## C', 'Text.'],
    '## A\n\nSecret.\n\n### B\n\nText.\n\n## C\n\nSecret.': ['## A', '### B', 'Text.'],
    '### A\n\nSecret.\n\n## B\n\nText.\n\n### C\n\nSecret.': ['## B', 'Text.'],
    '## A\n\n#### B\n\nSecret.\n\n### C\n\nSecret.\n\n#### D\n\nText.': ['## A', '### C', '#### D', 'Text.'],
    // Sections that were empty before are left to their author.
    '## A\n\n## B\n\nSecret.': ['## A'],
    '## A\n\n### B\n\n### C\n\nSecret.': ['## A', '### B'],
    '## A\n\n{/* A comment. */}\n\nSecret.\n\n## B\n\nText.': ['{/* A comment. */}', '## B', 'Text.'],
  };
  for (const [body, expected] of Object.entries(cases)) expect(cut(body), body).toEqual(expected);
});

test('knows the places of what it cuts', () => {
  const { file } = createDocument('One.\n\nSecret.\n\nTwo.\n\nSecret.\n\nThree.');
  const { contains } = cutNodes(file, isSecret);
  const secrets = [...file.text.matchAll(/Secret\./g)].map(({ index }) => index);
  for (const start of secrets) {
    expect(contains({ start, end: start + 7 })).toBe(true);
    expect(contains({ start: start + 1, end: start + 3 })).toBe(true);
    expect(contains({ start: start - 1, end: start + 3 })).toBe(false);
    expect(contains({ start, end: start + 8 })).toBe(false);
  }
  expect(contains({ start: secrets[0] ?? 0, end: (secrets[1] ?? 0) + 7 })).toBe(false);
  expect(contains({ start: 0, end: 1 })).toBe(false);
});

/** Returns how often the types of the blocks of a body are read, and the ends of the cuts for one span behind them. */
function countWork(body: string): { types: number; span: number } {
  const { file } = createDocument(body);
  const { tree } = parseMdx(file.text);
  let types = 0;
  const children = tree.children.map(
    (node) =>
      new Proxy(node, {
        get: (target, name, receiver) => {
          if (name === 'type') types += 1;
          return Reflect.get(target, name, receiver);
        },
      }) as RootContent,
  );
  const copy = Object.create(file, { mdx: { value: { tree: { ...tree, children } } } });
  const { contains } = cutNodes(copy, isSecret);
  let span = 0;
  const counted = {
    get start() {
      span += 1;
      return file.text.length;
    },
    get end() {
      span += 1;
      return file.text.length;
    },
  };
  contains(counted);
  return { types, span };
}

test('looks at each block a fixed number of times, however many there are', () => {
  for (const block of ['Secret.\n\n', '###### A\n\nSecret.\n\n', '###### A\n\n']) {
    const body = (count: number) => `# Start\n\nSecret.\n\n${block.repeat(count)}`;
    const small = countWork(body(100));
    const large = countWork(body(400));
    expect(small.types).toBeGreaterThan(100);
    expect(large.types, block).toBeLessThan(small.types * 4.5);
    expect(large.span, block).toBeLessThanOrEqual(2);
  }
});
