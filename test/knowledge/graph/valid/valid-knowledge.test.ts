import { expect, test } from 'vitest';
import {
  createValidKnowledge,
  listInvalidFiles,
} from '../../../../src/knowledge/graph/valid/valid-knowledge.ts';
import { Content } from '../../../../src/knowledge/source/content.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD, POSTMORTEM_HEAD } from '../../small-content.ts';

const PROCEDURE =
  '<Procedure id="start" title="Start" activity="emergency">\n\n1. Start it.\n\n</Procedure>\n';
const WITHOUT_TITLE = LESSON_HEAD.replace(/title:.*\n/, '');
const SERVICES = '- id: redis\n  title: Redis\n  meaning: A store.\n- id: broken\n  title: 7\n';

test('has the valid documents, their procedures and the vocabulary', () => {
  const knowledge = createValidKnowledge(
    createContent({
      'postmortems/gone.mdx': POSTMORTEM_HEAD,
      'notes/redis.mdx': NOTE_HEAD + PROCEDURE,
      'lessons/boot.mdx': LESSON_HEAD,
    }),
  );
  const list = (kind: Parameters<typeof knowledge.all>[0]) => knowledge.all(kind).map(({ id }) => id);
  expect(list('postmortem')).toEqual(['gone']);
  expect(list('note')).toEqual(['redis']);
  expect(list('procedure')).toEqual(['redis#start']);
  expect(list('lesson')).toEqual(['boot']);
  expect(list('service')).toEqual(['redis', 'elasticsearch']);
  expect(list('tag')).toEqual(['not-reboot-safe']);
  expect(list('activity')).toEqual(['planned-reboot', 'emergency']);
  expect(list('organization')).toEqual(['example', 'elsewhere']);
  expect(knowledge.get('service', 'redis').path).toBe('content/vocabulary/services.yaml');
});

test('has a document that breaks rules, and none that is invalid', () => {
  const knowledge = createValidKnowledge(
    createContent({
      'lessons/unknown-service.mdx': LESSON_HEAD.replace(/---\n$/, 'services: [nothing]\n---\n'),
      'lessons/no-title.mdx': WITHOUT_TITLE,
      'lessons/no-mdx.mdx': `${LESSON_HEAD}One <.\n`,
      'lessons/no-yaml.mdx': '---\ntitle: "open\n---\nWhy.\n',
    }),
  );
  expect(knowledge.all('lesson').map(({ id }) => id)).toEqual(['unknown-service']);
});

test('omits only the invalid entries of a vocabulary', () => {
  const knowledge = createValidKnowledge(createContent({ 'vocabulary/services.yaml': SERVICES }));
  expect(knowledge.all('service').map(({ id }) => id)).toEqual(['redis']);
});

test('has no entries and the fallback settings for content without files', () => {
  const knowledge = createValidKnowledge(new Content([], 'content'));
  expect(knowledge.all('service')).toEqual([]);
  expect(knowledge.all('lesson')).toEqual([]);
  expect(knowledge.site).toMatchObject({
    title: 'Untitled',
    description: 'Untitled',
    address: 'https://example.org/',
  });
});

test('has the settings of the site if they are valid, or else the fallback settings', () => {
  expect(createValidKnowledge(createContent({})).site.title).toBe('Hindsight');
  expect(createValidKnowledge(createContent({ 'site.yaml': 'title: Hindsight\n' })).site.title).toBe(
    'Untitled',
  );
});

test('has the redirects of the content', () => {
  const content = createContent({});
  expect(createValidKnowledge(content).redirects).toBe(content.redirects);
});

test('lists invalid documents and vocabularies with an invalid entry, and no other file', () => {
  const content = createContent({
    'vocabulary/services.yaml': SERVICES,
    'lessons/boot.mdx': LESSON_HEAD,
    'lessons/no-title.mdx': WITHOUT_TITLE,
    'site.yaml': 'title: Hindsight\n',
  });
  expect(
    listInvalidFiles(content)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['content/lessons/no-title.mdx', 'content/vocabulary/services.yaml']);
});

test('lists no file if all are valid', () => {
  expect(listInvalidFiles(createContent({ 'lessons/boot.mdx': LESSON_HEAD }))).toEqual([]);
});
