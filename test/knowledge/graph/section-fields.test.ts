import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasSection, listShownFields } from '../../../src/knowledge/graph/section-fields.ts';
import { field } from '../../../src/knowledge/schema/field.ts';
import {
  duration,
  optionalList,
  prose,
  quantity,
  text,
  time,
} from '../../../src/knowledge/schema/scalars.ts';

const SCHEMA = z.object({
  text: field(text.optional(), 'A text.', { section: 'impact', heading: 'Text' }),
  prose: field(prose.optional(), 'Sentences.', { section: 'impact', heading: 'Prose' }),
  time: field(time.optional(), 'A time.', { section: 'impact', heading: 'Time' }),
  quantity: field(quantity.optional(), 'How much.', { section: 'impact', heading: 'How much' }),
  duration: field(duration.optional(), 'A duration.', { section: 'impact', heading: 'Duration' }),
  choice: field(z.enum(['in-review', 'sev1']).optional(), 'A choice.', {
    section: 'impact',
    heading: 'Choice',
  }),
  list: field(optionalList(prose), 'A list.', { section: 'impact', heading: 'List' }),
  plain: field(text.optional(), 'A field with a layout of its own.', { section: 'impact' }),
  parts: field(z.object({ text }).optional(), 'Fields.', { section: 'impact', heading: 'Parts' }),
  elsewhere: field(text.optional(), 'In another section.', { section: 'timeline', heading: 'Elsewhere' }),
});

const listTexts = (data: z.input<typeof SCHEMA>) =>
  listShownFields(SCHEMA, data, 'impact').map(({ heading, texts }) => [heading, ...texts]);

test('lists the fields of a section that have a value and a heading, in the order of the schema', () => {
  expect(
    listTexts({ elsewhere: 'e', plain: 'p', prose: 'b', text: 'a', list: ['c', 'd'], parts: { text: 'f' } }),
  ).toEqual([
    ['Text', 'a'],
    ['Prose', 'b'],
    ['List', 'c', 'd'],
  ]);
  expect(listTexts({ list: [] })).toEqual([]);
});

test('describes times, quantities, durations and choices in words', () => {
  expect(
    listTexts({ time: '2018-03', quantity: '~1200 users', duration: 'PT90M', choice: 'in-review' }),
  ).toEqual([
    ['Time', 'March 2018'],
    ['How much', 'about 1,200 users'],
    ['Duration', '90 minutes'],
    ['Choice', 'In review'],
  ]);
  expect(listTexts({ text: 'PT90M' })).toEqual([['Text', 'PT90M']]);
});

test('names the path of each field', () => {
  const [shown] = listShownFields(SCHEMA, { text: 'a' }, 'impact');
  expect(shown?.path).toBe('text');
});

test('tells lists and prose from other fields', () => {
  const fields = listShownFields(SCHEMA, { text: 'a', prose: 'b', list: ['c'] }, 'impact');
  expect(fields.map(({ heading, isList, isProse }) => [heading, isList, isProse])).toEqual([
    ['Text', false, false],
    ['Prose', false, true],
    ['List', true, true],
  ]);
});

describe('a section exists', () => {
  const exists = (data: z.input<typeof SCHEMA>) => hasSection(SCHEMA, data, 'impact');

  test('if one of its fields has a value, with or without a heading', () => {
    expect([exists({ plain: 'a' }), exists({ list: ['a'] }), exists({ text: 'a' })]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('if a field within one of its fields has a value', () => {
    expect(exists({ parts: { text: 'a' } })).toBe(true);
  });

  test('not for an empty list or for a value in another section', () => {
    expect([exists({ list: [] }), exists({ elsewhere: 'a' })]).toEqual([false, false]);
  });
});
