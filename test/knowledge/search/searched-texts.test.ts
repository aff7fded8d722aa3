import { expect, test } from 'vitest';
import { z } from 'zod';
import { field } from '../../../src/knowledge/schema/field.ts';
import { prose, reference, referenceOrUnknown, text } from '../../../src/knowledge/schema/scalars.ts';
import { collectSearchedTexts } from '../../../src/knowledge/search/searched-texts.ts';

const SCHEMA = z.strictObject({
  summary: field(prose, 'S', { search: 'summary' }),
  story: field(prose, 'S', { section: 'impact' }),
  code: field(text, 'S'),
  secret: field(prose, 'S', { search: 'none' }),
  services: field(z.array(reference('service', 'involves')), 'S', { search: 'text' }),
  organization: field(referenceOrUnknown('organization', 'belongs-to'), 'S', {
    search: 'owners',
  }),
  items: field(
    z.array(z.strictObject({ name: field(text, 'S', { search: 'names' }), note: field(prose, 'S') })),
    'S',
    {
      section: 'timeline',
    },
  ),
});

function collect(data: object): string[] {
  const texts = collectSearchedTexts(SCHEMA, data, ({ kind, id }) => `*${kind}* ${id}`);
  return texts.map(
    ({ text: found, weight, section }) => `${weight}${section ? ` ${section}` : ''}: ${found}`,
  );
}

test('collects texts in the order of the schema, with the weight and section of their field', () => {
  expect(
    collect({
      items: [
        { name: 'One', note: 'First *note*' },
        { name: 'Two', note: 'Second' },
      ],
      summary: 'In *short*',
      story: 'Long',
      code: 'code',
      secret: 'Secret',
      services: ['redis', 'unknown'],
      organization: 'example',
    }),
  ).toEqual([
    'summary: In short',
    'text impact: Long',
    'text: service redis',
    'text: service unknown',
    'owners: organization example',
    'names timeline: One',
    'text timeline: First note',
    'names timeline: Two',
    'text timeline: Second',
  ]);
});

test('leaves out missing fields, and an unknown entry if the field accepts it', () => {
  expect(collect({ organization: 'unknown' })).toEqual([]);
  expect(collect({ summary: 'unknown', services: {} })).toEqual(['summary: unknown']);
});
