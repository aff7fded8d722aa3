import { describe, expect, test } from 'vitest';
import { readBody } from '../../../../src/knowledge/source/mdx/document-body.ts';
import { parseMdx } from '../../../../src/knowledge/source/mdx/mdx-source.ts';
import { NodeIndex } from '../../../../src/knowledge/source/mdx/node-index.ts';

const read = (text: string) => readBody(new NodeIndex(parseMdx(text).tree), text);

describe('headings and their anchors', () => {
  const anchors = (text: string) =>
    read(text).headings.map(({ depth, text: words, slug }) => [depth, words, slug]);

  test('are made of their words', () => {
    expect(anchors('# Where to look?\n\n### The `redis.conf` *file*\n\nA setext one\n---')).toEqual([
      [1, 'Where to look?', 'where-to-look'],
      [3, 'The redis.conf file', 'the-redisconf-file'],
      [2, 'A setext one', 'a-setext-one'],
    ]);
  });

  test('stand once each, wherever the heading stands', () => {
    expect(anchors('<Callout kind="note">\n\n## Redis\n\n</Callout>\n\n> ## Redis\n\n## Redis')).toEqual([
      [2, 'Redis', 'redis'],
      [2, 'Redis', 'redis-1'],
      [2, 'Redis', 'redis-2'],
    ]);
  });

  test('are none that the page itself has', () => {
    expect(anchors('## Timeline\n\n## Linked from')).toEqual([
      [2, 'Timeline', 'timeline-1'],
      [2, 'Linked from', 'linked-from-1'],
    ]);
  });

  test('contain neither comments nor internal parts of a line', () => {
    expect(
      anchors(
        '## Redis {/* SECRETX */}\n\n## Redis <Internal>SECRETX</Internal> queue\n\n## *Re*{/* SECRETX */}dis',
      ),
    ).toEqual([
      [2, 'Redis', 'redis'],
      [2, 'Redis queue', 'redis-queue'],
      [2, 'Redis', 'redis-1'],
    ]);
  });

  test('keep the words around a line break apart', () => {
    expect(anchors('A long\nheading\n---')).toEqual([[2, 'A long heading', 'a-long-heading']]);
  });

  test('are never empty', () => {
    expect(anchors('#\n\n## !\n\n## 日本')).toEqual([
      [1, '', 'section'],
      [2, '!', 'section-1'],
      [2, '日本', '日本'],
    ]);
  });
});

describe('mentions of other entries', () => {
  test('have their kind, their id and the place of the id', () => {
    const text =
      'See <LessonLink id="test-failover" />.\n\n<ServiceLink id="redis">it</ServiceLink>\n\n' +
      '<Procedure id="a" title="b" activity="emergency" services={["redis", "mongodb"]}>\n\n1. <TagLink id="x" />\n\n</Procedure>';
    const { componentRefs: mentions } = read(text);
    expect(
      mentions.map(({ kind, id, component, span }) => [
        kind,
        id,
        component,
        text.slice(span.start, span.end),
      ]),
    ).toEqual([
      ['lesson', 'test-failover', 'LessonLink', 'test-failover'],
      ['service', 'redis', 'ServiceLink', 'redis'],
      ['activity', 'emergency', 'Procedure', 'emergency'],
      ['service', 'redis', 'Procedure', 'redis'],
      ['service', 'mongodb', 'Procedure', 'mongodb'],
      ['tag', 'x', 'TagLink', 'x'],
    ]);
  });

  test('are only those of components that exist, in attributes that hold ids', () => {
    expect(
      read('<Link id="a" />\n\n<Callout kind="note" title="redis">\n\na\n\n</Callout>').componentRefs,
    ).toEqual([]);
  });
});

describe('procedures', () => {
  test('are read with what they say of themselves', () => {
    const text =
      'Before.\n\n<Procedure\n  id="redis-is-dead"\n  title="Redis is dead"\n  activity="emergency"\n  services={["redis"]}\n' +
      '  signals={["Connection refused", "a \\"b\\""]}\n>\n\nFirst this:\n\n1. Look.\n2. Start it.\n\n</Procedure>';
    const [procedure, ...others] = read(text).procedures;
    expect(others).toEqual([]);
    expect(procedure).toMatchObject({
      id: 'redis-is-dead',
      title: 'Redis is dead',
      activity: 'emergency',
      services: ['redis'],
      signals: ['Connection refused', 'a "b"'],
      span: { start: text.indexOf('<Procedure'), end: text.length },
    });
    expect(procedure?.list?.children).toHaveLength(2);
  });

  test('without attributes or steps are there all the same', () => {
    expect(read('<Procedure>\n\n- a bullet\n\n</Procedure>').procedures).toMatchObject([
      { id: '', title: '', activity: '', services: [], signals: [], list: undefined },
    ]);
  });
});

test('reads what is left of a broken body', () => {
  expect(read('# A\n\n<b>').headings.map(({ text }) => text)).toEqual(['A']);
  const nothing = { headings: [], anchors: new Map(), componentRefs: [], procedures: [] };
  expect(read(`# A\n\n${'> '.repeat(200)}`)).toEqual(nothing);
});
