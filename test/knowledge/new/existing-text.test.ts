import { expect, test } from 'vitest';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { toExistingText } from '../../../src/knowledge/new/existing-text.ts';
import { createContent } from '../small-content.ts';

const content = createContent({});

async function read(path: string, text: string) {
  const [format] = guessFormats(new SourceSample(path, new TextEncoder().encode(text)));
  const [source] = (await format?.read({ path, text })) ?? [];
  if (!source) throw new Error(`${path} was not read`);
  return toExistingText(source, 'postmortem', content);
}

test('facts become answers, the first words become proposals, and unknown names are reported', async () => {
  const text =
    '---\nseverity: P2\ntags: [ES, kafka]\nstarted: 2018-03-10\n---\nThe disk was full. Nobody saw it.\n';
  const { answers, proposed, remarks } = await read('mail.md', text);
  expect(answers.fields).toMatchObject({ started: '2018-03-10', kind: 'incident', status: 'draft' });
  for (const name of ['title', 'summary', 'severity', 'organization', 'detection', 'trigger', 'impact']) {
    expect(answers.fields).not.toHaveProperty(name);
  }
  expect(proposed).toEqual({ title: 'The disk was full', summary: 'The disk was full. Nobody saw it.' });
  expect(remarks).toContain('`kafka` is in no vocabulary');
  expect(remarks).toContain('`severity` (P2) found no place in `severity`, kept in the text');
});
