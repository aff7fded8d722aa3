import { expect, test } from 'vitest';
import {
  listEntryLists,
  PAGE_ENTRY_KINDS,
  type PageEntry,
} from '../../../src/knowledge/graph/entry-lists.ts';
import type { KnowledgeQuestion } from '../../../src/knowledge/graph/knowledge.ts';
import { KINDS } from '../../../src/knowledge/schema/kinds.ts';
import { createGeneratedKnowledge } from '../../bench/generated-knowledge.ts';

const knowledge = await createGeneratedKnowledge(30);
const asked: KnowledgeQuestion[] = [];
const observed = knowledge.observe((question) => asked.push(question));
const takeAsked = () => asked.splice(0);

const [postmortem] = knowledge.all('postmortem');
const [tag] = knowledge.all('tag');
if (!postmortem || !tag) throw new Error('The generated content has no entries');

test('reports each question, with which the same answer can be found again', () => {
  const calls = [
    () => observed.all('lesson'),
    () => observed.count('lesson'),
    () => observed.find(tag),
    () => observed.find({ kind: 'tag', id: 'missing' }),
    () => observed.findLinksTo(tag),
    () => observed.findEntriesLinkingTo(tag, 'postmortem'),
    () => observed.findEntriesLinkingTo(tag, 'postmortem', ['case-of']),
  ];
  for (const call of calls) {
    takeAsked();
    const answer = call();
    const questions = takeAsked().map(
      (question) => JSON.parse(JSON.stringify(question)) as KnowledgeQuestion,
    );
    expect(questions.map((question) => knowledge.answer(question))).toEqual([answer]);
  }
});

test('reports what is asked through other methods', () => {
  takeAsked();
  expect(observed.get('tag', tag.id)).toBe(tag);
  expect(observed.getTitle(tag)).toBe(tag.data.title);
  expect(takeAsked()).toEqual(Array(2).fill(['find', { kind: 'tag', id: tag.id }]));
  observed.withEntry(postmortem);
  expect(takeAsked()).toEqual(KINDS.map((kind) => ['all', kind]));
});

test('answers as the original does, and asks again for each page what is remembered for a knowledge base', () => {
  const entries = PAGE_ENTRY_KINDS.flatMap((kind): readonly PageEntry[] => knowledge.all(kind));
  for (const entry of entries)
    expect(listEntryLists(observed, entry)).toEqual(listEntryLists(knowledge, entry));
  const questions = [1, 2].map(() => {
    takeAsked();
    const page = knowledge.observe((question) => asked.push(question));
    for (const entry of entries) listEntryLists(page, entry);
    return takeAsked();
  });
  expect(questions[0]?.length).toBeGreaterThan(entries.length);
  expect(questions[1]).toEqual(questions[0]);
});
