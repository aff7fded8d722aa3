import { expect, test } from 'vitest';
import { toNoteRef, toPostmortemRef, toSourceDate } from '../../../src/knowledge/checklists/evidence-ref.ts';
import { createKnowledgeWith, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

test.each([
  ['2018-03', { words: 'March 2018', lastDay: '2018-03-31' }],
  ['2018-03-10', { words: '10 March 2018', lastDay: '2018-03-10' }],
  ['2018-03-10T23:30-05:00', { words: '10 March 2018, 23:30 UTC−05:00', lastDay: '2018-03-10' }],
  ['2009~', { words: 'about 2009', lastDay: '2009-12-31' }],
  ['XXXX-03-10', undefined],
  ['noon', undefined],
  [undefined, undefined],
])('the date %s is as precise as its source', (notation, date) => {
  expect(toSourceDate(notation)).toEqual(date);
});

test.each([
  ['2018-03-10', 'Example 2018-03'],
  ['2018-03-10T23:30Z', 'Example 2018-03'],
  ['2018-03', 'Example 2018-03'],
  ['2018', 'Example 2018'],
  ['2018~', 'Example 2018'],
  ['2018-03-10~', 'Example 2018-03'],
  ['2018-XX', 'Example 2018'],
  ['XXXX-03-21', 'Example 21 March'],
])('a postmortem that started at %s has the label %s', (started, label) => {
  const knowledge = createKnowledgeWith({
    'postmortems/a.mdx': POSTMORTEM_HEAD.replace('2018-03-10', started),
  });
  const ref = toPostmortemRef(knowledge, knowledge.get('postmortem', 'a'), 'confirmed');
  expect(ref).toEqual({ kind: 'postmortem', id: 'a', title: 'Redis was gone', label, relation: 'confirmed' });
});

test('a note has its organization as a label', () => {
  const knowledge = createKnowledgeWith({ 'notes/n.mdx': NOTE_HEAD });
  expect(toNoteRef(knowledge, knowledge.get('note', 'n'))).toEqual({
    kind: 'note',
    id: 'n',
    title: 'Redis',
    label: 'Example, note',
    relation: 'taught',
  });
});

test.each([
  ['', undefined],
  ['2020-02', { words: 'February 2020', lastDay: '2020-02-29' }],
  ['2018-03-10T00:30+05:00', { words: '10 March 2018, 00:30 UTC+05:00', lastDay: '2018-03-10' }],
])('the last day of the date "%s" is the day as written', (notation, date) => {
  expect(toSourceDate(notation)).toEqual(date);
});

test.each([
  ['2018-03?', 'Example 2018-03'],
  ['2018%', 'Example 2018'],
  ['2018-12-XX', 'Example 2018-12'],
  ['2018-XX-XX', 'Example 2018'],
])('a date that is uncertain in part, %s, has the label %s', (started, label) => {
  const knowledge = createKnowledgeWith({
    'postmortems/a.mdx': POSTMORTEM_HEAD.replace('2018-03-10', started),
  });
  expect(toPostmortemRef(knowledge, knowledge.get('postmortem', 'a'), 'learned').label).toBe(label);
});
