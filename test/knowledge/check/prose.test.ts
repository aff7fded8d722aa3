import { describe, expect, test } from 'vitest';
import { getProse, Prose } from '../../../src/knowledge/check/prose.ts';
import { createContent, LESSON_HEAD, SMALL_FILES } from '../small-content.ts';

function listPassages(path: string, text: string): string[] | undefined {
  const file = createContent({ [path]: text }).files.find((one) => one.path === `content/${path}`);
  return file && getProse(file).passages.map(({ start, end }) => file.text.slice(start, end));
}

const FIELDS = ['Start services at boot', 'Services start by themselves.', 'Machines reboot.'];

function listBodyPassages(body: string): string[] | undefined {
  const passages = listPassages('lessons/a.mdx', LESSON_HEAD + body);
  expect(passages?.slice(0, FIELDS.length)).toEqual(FIELDS);
  return passages?.slice(FIELDS.length);
}

describe('the prose of a file', () => {
  test('is the prose fields and the text of a document, from top to bottom', () => {
    expect(listBodyPassages('## Title\n\nSome *very* long `code` text.\n')).toEqual([
      'Title',
      'Some ',
      'very',
      ' long ',
      ' text.',
    ]);
  });

  test('includes the attributes of components that contain sentences, in their place', () => {
    const body =
      'Before.\n\n<Callout kind="note" title="A heading">\n\nInside.\n\n</Callout>\n\nAfter <Command run="ls" where="on the host" />.\n';
    expect(listBodyPassages(body)).toEqual(['Before.', 'A heading', 'Inside.', 'After ', 'on the host', '.']);
  });

  test('includes the captions of pictures', () => {
    expect(
      listBodyPassages('See ![the graph](./a.png "A \\"full\\" queue") and ![b](./b.png \'The disk\').\n'),
    ).toEqual(['See ', 'A \\"full\\" queue', ' and ', 'The disk', '.']);
  });

  test('has no attributes without text, with unknown names or of unknown components', () => {
    const body =
      '<Callout kind="note" title={1} other="Text.">\n\nInside.\n\n</Callout>\n\n<Unknown title="Text." />\n';
    expect(listBodyPassages(body)).toEqual(['Inside.']);
  });

  test('has no code and no quotations', () => {
    const body =
      'Before.\n\n> Quoted <Command run="ls" where="on the host" />.\n\n```\nCode.\n```\n\nAfter.\n\n> Quoted again.\n';
    expect(listBodyPassages(body)).toEqual(['Before.', 'After.']);
  });

  test('is the prose fields of the entries of a vocabulary', () => {
    expect(listPassages('vocabulary/tags.yaml', SMALL_FILES['vocabulary/tags.yaml'])).toEqual([
      'Not reboot-safe',
      'It does not come back by itself.',
    ]);
  });

  test('is the prose fields of the settings', () => {
    expect(listPassages('site.yaml', SMALL_FILES['site.yaml'])).toEqual(['Hindsight', 'What we learned.']);
  });

  test('is the reasons of the allowed secrets', () => {
    const text = '- file: lessons/a.mdx\n  fingerprint: 3fa9c1\n  reason: It is an example.\n';
    expect(listPassages('allowed-secrets.yaml', text)).toEqual(['It is an example.']);
  });

  test('is empty for redirects, for the dictionary and for files without text', () => {
    expect(listPassages('redirects.yaml', '- kind: tag\n  from: a\n  to: b\n')).toEqual([]);
    expect(listPassages('dictionary.txt', 'replica\n')).toEqual([]);
    expect(listPassages('notes/graph.svg', 'Text.')).toEqual([]);
  });

  test('is found once', () => {
    const file = createContent({ 'lessons/a.mdx': LESSON_HEAD }).findDocument('lesson', 'a');
    expect(file && getProse(file)).toBe(file && getProse(file));
  });
});

test('finds a passage by every offset in it, and none between passages', () => {
  const passages = [
    { start: 2, end: 4 },
    { start: 4, end: 5 },
    { start: 7, end: 9 },
  ];
  const prose = new Prose(passages);
  const found = Array.from({ length: 11 }, (_, offset) => prose.findPassage(offset));
  const [first, second, third] = passages;
  const none = undefined;
  expect(found).toEqual([none, none, first, first, second, none, none, third, third, none, none]);
});
