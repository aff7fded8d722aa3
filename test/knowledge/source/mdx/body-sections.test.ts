import { expect, test } from 'vitest';
import { assignAnchors } from '../../../../src/knowledge/source/mdx/anchors.ts';
import { readSections } from '../../../../src/knowledge/source/mdx/body-sections.ts';
import { parseMdx } from '../../../../src/knowledge/source/mdx/mdx-source.ts';
import { NodeIndex } from '../../../../src/knowledge/source/mdx/node-index.ts';

function sections(text: string) {
  const { tree } = parseMdx(text);
  return readSections(tree, text, assignAnchors(new NodeIndex(tree).listByType('heading')), ({ kind, id }) =>
    id === 'gone' ? undefined : `the ${kind} ${id}`,
  );
}

test('splits a body at its headings; text before them has no anchor', () => {
  expect(
    sections(
      '---\ntitle: x\n---\nBefore.\n\n## What is running?\n\nOne.\n\nTwo\nlines.\n\n### Redis\n\nThree.',
    ),
  ).toEqual([
    { anchor: '', title: '', text: 'Before.' },
    { anchor: 'what-is-running', title: 'What is running?', text: 'One.\nTwo lines.' },
    { anchor: 'redis', title: 'Redis', text: 'Three.' },
  ]);
});

test('lists, rows, code and quotes are a line each', () => {
  const text =
    '- a `b`\n- c\n  - d\n\n| e | f |\n| - | - |\n| g | h |\n\n```sh\ni\n\nj\n```\n\n> k\n\n![the picture l](./l.png)\n\nm\\\nn';
  expect(sections(text)).toEqual([
    { anchor: '', title: '', text: 'a b\nc\nd\ne f\ng h\ni\nj\nk\nthe picture l\nm n' },
  ]);
});

test('a procedure is a section of its own, with its signals and commands', () => {
  const text =
    '<Procedure id="redis-is-dead" title="Redis is dead" activity="emergency" signals={["refused", "timeout"]}>\n\n' +
    '1. Start it:\n\n   <Command run="redis-server" where="on the host" />\n\n</Procedure>';
  expect(sections(text)).toEqual([
    {
      anchor: 'redis-is-dead',
      title: 'Redis is dead',
      text: 'refused\ntimeout\nStart it:\non the host\nredis-server',
    },
  ]);
});

test('what a callout says is found, its title too', () => {
  expect(sections('<Callout kind="note" title="Mind the gap">\n\nReally.\n\n</Callout>')).toEqual([
    { anchor: '', title: '', text: 'Mind the gap\nReally.' },
  ]);
});

test('a link by id is found by the title of what it leads to', () => {
  expect(
    sections(
      '## About <ServiceLink id="redis" />\n\nSee <LessonLink id="a" /> and <LessonLink id="b">that</LessonLink>.\n\n<TagLink id="c" />\n\n<TagLink id="gone" />',
    ),
  ).toEqual([
    { anchor: 'about', title: 'About the service redis', text: 'See the lesson a and that.\nthe tag c' },
  ]);
});

test('the anchors are those of the page, where a heading stands twice too', () => {
  const text = '<Callout kind="note">\n\n## Redis\n\n</Callout>\n\n## Redis\n\na\n\n## Timeline\n\nb';
  expect(sections(text).map(({ anchor }) => anchor)).toEqual(['', 'redis-1', 'timeline-1']);
});

test('footnotes are found; comments are not', () => {
  expect(sections('a[^1] {/* hidden */}\n\n[^1]: the note')).toEqual([
    { anchor: '', title: '', text: 'a\nthe note' },
  ]);
});

test('an empty body has no section, a heading alone has', () => {
  expect(sections('')).toEqual([]);
  expect(sections('## Redis')).toEqual([{ anchor: 'redis', title: 'Redis', text: '' }]);
});

test('a picture is read as its description and its caption', () => {
  expect(sections('![Requests pile up](./a.png "The queue on Monday")')).toEqual([
    { anchor: '', title: '', text: 'Requests pile up The queue on Monday' },
  ]);
});
