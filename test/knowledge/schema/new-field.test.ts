/** Adds fields to the schema of a postmortem, and nothing anywhere else. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { newCommand } from '../../../src/commands/new/index.ts';
import { describeFields } from '../../../src/knowledge/authoring/describe-fields.ts';
import { createFileSchemas } from '../../../src/knowledge/authoring/file-schemas.ts';
import { listCompletenessParts, measureCompleteness } from '../../../src/knowledge/check/completeness.ts';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { hasSection, listShownFields } from '../../../src/knowledge/graph/section-fields.ts';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { toExistingText } from '../../../src/knowledge/new/existing-text.ts';
import { PageDraft } from '../../../src/knowledge/new/page-draft.ts';
import { formatPage } from '../../../src/knowledge/new/page-text.ts';
import { postmortemSchema } from '../../../src/knowledge/schema/postmortem.ts';
import { createSearchDocuments } from '../../../src/knowledge/search/search-document.ts';
import { collectComparedTexts } from '../../../src/knowledge/similar/compared-texts.ts';
import {
  createContent,
  createKnowledgeWith,
  POSTMORTEM_FIELDS,
  POSTMORTEM_HEAD,
  SMALL_CONTEXT,
} from '../small-content.ts';

// Test files share their modules: this one loads its own, with the new fields, and leaves none of them behind.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.resetModules();
});

vi.mock('../../../src/knowledge/schema/postmortem.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../src/knowledge/schema/postmortem.ts')>();
  const { field } = await import('../../../src/knowledge/schema/field.ts');
  const { optionalList, prose, time } = await import('../../../src/knowledge/schema/scalars.ts');
  const fields = {
    workaround: field(prose.optional(), 'How to work around the problem.', {
      section: 'mitigations',
      heading: 'Workaround',
      compared: true,
      question: { flag: 'work-around' },
      todo: 'how to work around the problem',
      completeness: { weight: 3, label: 'a workaround' },
    }),
    helpers: field(optionalList(prose), 'What helped.', {
      section: 'timeline',
      heading: 'What helped',
      question: { flag: 'helper' },
    }),
    announced: field(time.optional(), 'When users were told.', {
      section: 'impact',
      heading: 'Announced',
      question: { flag: 'announced' },
      past: true,
      notBefore: ['started'],
    }),
  };
  return { ...original, postmortemSchema: original.postmortemSchema.extend(fields) };
});

const PATH = 'postmortems/2018-03-10-redis-gone.mdx';
const TEXT = POSTMORTEM_HEAD.replace(
  'impact: None.\n',
  'impact: None.\nworkaround: Somebody forgot to write one.\nhelpers: [A second pair of eyes.]\nannounced: 2018-03-11\n',
);
const VALUES = {
  ...POSTMORTEM_FIELDS,
  workaround: 'Restart Redis.',
  helpers: ['A second pair of eyes.'],
  announced: '2018-03-11',
};
const data = postmortemSchema.parse(VALUES);

function listProblems(text: string, today = '2018-03-12'): string[] {
  const content = createContent({ [PATH]: text });
  return runRules(content, { files: content.listDocuments('postmortem'), today }).map(
    ({ rule, line, hint }) => `${line} ${rule}${hint?.startsWith('Did you mean') ? `: ${hint}` : ''}`,
  );
}

describe('a new field of a postmortem', () => {
  test('is known to the check, which applies the rules for wording to it', () => {
    expect(listProblems(TEXT)).toEqual(['12 no-blame']);
    expect(listProblems(TEXT.replace('workaround:', 'workarond:'))).toEqual([
      '12 known-field: Did you mean `workaround`?',
    ]);
  });

  test('is checked as a time', () => {
    expect(listProblems(TEXT, '2018-03-09')).toContain('14 no-future-time');
    expect(listProblems(TEXT.replace('announced: 2018-03-11', 'announced: 2018-03-09'))).toContain(
      '14 consistent-times',
    );
  });

  test('is on its section of the page', () => {
    expect(listShownFields(postmortemSchema, data, 'mitigations')).toEqual([
      { path: 'workaround', heading: 'Workaround', texts: ['Restart Redis.'], isList: false, isProse: true },
    ]);
    expect(listShownFields(postmortemSchema, data, 'timeline')).toEqual([
      {
        path: 'helpers',
        heading: 'What helped',
        texts: ['A second pair of eyes.'],
        isList: true,
        isProse: true,
      },
    ]);
    expect(listShownFields(postmortemSchema, data, 'impact')).toContainEqual({
      path: 'announced',
      heading: 'Announced',
      texts: ['11 March 2018'],
      isList: false,
      isProse: false,
    });
    expect(hasSection(postmortemSchema, data, 'mitigations')).toBe(true);
    expect(hasSection(postmortemSchema, postmortemSchema.parse(POSTMORTEM_FIELDS), 'mitigations')).toBe(
      false,
    );
  });

  test('is found by the search, in its section', () => {
    const documents = createSearchDocuments(createKnowledgeWith({ [PATH]: TEXT }));
    expect(documents.find(({ kind }) => kind === 'postmortem')?.sections).toEqual([
      { anchor: 'mitigations', title: 'What was tried', text: 'Somebody forgot to write one.' },
      { anchor: 'timeline', title: 'Timeline', text: 'A second pair of eyes.' },
      { anchor: 'impact', title: 'Impact', text: 'None.' },
    ]);
  });

  test('is compared to find similar postmortems', () => {
    expect(collectComparedTexts(postmortemSchema, data)).toContain('Restart Redis.');
    expect(collectComparedTexts(postmortemSchema, data)).not.toContain('A second pair of eyes.');
  });

  test('is an option and a question of `kb new`', () => {
    const command = newCommand.commands.find((candidate) => candidate.name() === 'postmortem');
    expect(command?.options.find(({ long }) => long === '--work-around')?.description).toBe(
      'How to work around the problem',
    );
    const content = createContent({});
    const draft = new PageDraft(
      { kind: 'postmortem', content, ...SMALL_CONTEXT },
      { content, offsetAt: () => '+01:00' },
    );
    const answer = (flag: string, ...texts: string[]) => {
      const question = draft.questions.find((candidate) => candidate.flag === flag);
      if (question) draft.answer(question, texts);
    };
    expect(formatPage('postmortem', draft.answers, [])).toContain(
      'workaround: TODO how to work around the problem\n',
    );
    answer('work-around', 'Restart Redis.');
    answer('helper', 'Eyes.', 'Hands.');
    answer('announced', '11 March 2018');
    expect(formatPage('postmortem', draft.answers, [])).toContain(
      'workaround: Restart Redis.\nhelpers:\n  - Eyes.\n  - Hands.\nannounced: "2018-03-11"\n',
    );
  });

  test('is imported from a field with the same name', async () => {
    const text =
      '---\nworkaround: Restart Redis.\nhelpers: [Eyes., Hands.]\n---\n# Redis was gone\n\nIt fell.\n';
    const [source] = (await findImportFormat('markdown')?.read({ path: 'post.md', text })) ?? [];
    expect(source && toExistingText(source, 'postmortem', createContent({})).answers.fields).toMatchObject({
      workaround: 'Restart Redis.',
      helpers: ['Eyes.', 'Hands.'],
    });
  });

  test('counts for completeness', () => {
    const part = { field: 'workaround', label: 'a workaround', weight: 3 };
    expect(listCompletenessParts()).toContainEqual(part);
    expect(measureCompleteness(data).missing).not.toContainEqual(part);
    expect(measureCompleteness(postmortemSchema.parse(POSTMORTEM_FIELDS)).missing).toContainEqual(part);
  });

  test('is in the guide and in the JSON Schema for editors', () => {
    expect(describeFields(postmortemSchema)).toContainEqual({
      name: 'workaround',
      isRequired: false,
      description: 'How to work around the problem.',
      expected: 'text',
    });
    expect(createFileSchemas().find(({ name }) => name === 'postmortem')?.schema.properties).toMatchObject({
      workaround: { description: 'How to work around the problem.' },
      helpers: { type: 'array' },
    });
  });
});
