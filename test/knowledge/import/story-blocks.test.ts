import { expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

const summaryOf = async (markdown: string) => {
  const { fields } = await importShape('a.md', markdown);
  return /summary: (?:>-\n\s+)?(.*)/.exec(fields)?.[1];
};

test.each([
  'Dear all,',
  'Hi team,',
  'Hello everyone!',
  'Liebe Kolleginnen und Kollegen,',
  'Sehr geehrte Damen und Herren,',
  'Bonjour à tous,',
  'Hola a todos:',
  'Prezados colegas,',
])('leaves the greeting "%s" out of the summary', async (greeting) => {
  expect(await summaryOf(`# Mail is late\n\n${greeting}\n\nMail came late by an hour.`)).toBe(
    'Mail came late by an hour.',
  );
  expect(await summaryOf(`# Mail is late\n\n${greeting}\nmail came late by an hour.`)).toBe(
    'Mail came late by an hour.',
  );
});

test.each([
  'Owner: Ines Example',
  'Incident date – 5 May 2024',
  'Postmortem — Example Retail',
  'Last updated by Ines Example on 5 May 2024',
  'Prepared by the mail team',
  '/label ~incident ~severity::2',
  'Posted on 5 May 2024',
  '[Subscribe to updates](https://example.org/updates)',
])('takes the line "%s" for no summary', async (line) => {
  expect(await summaryOf(`# Mail is late\n\n${line}\n\nMail came late by an hour.`)).toBe(
    'Mail came late by an hour.',
  );
});

test('leaves a line about the owner below a summary in the body', async () => {
  const { fields, body } = await importShape(
    'a.md',
    '# Mail is late\n\n## Summary\n\nOwner: Ines Example\n\nMail came late by an hour.',
  );
  expect(fields).toContain('summary: Mail came late by an hour.');
  expect(body).toContain('Owner: Ines Example');
});

test('takes no comment, and no item of what went well, for the summary or the duration', async () => {
  const { fields, offers } = await importShape(
    'a.md',
    '# Mail is late\n\n## Comments\n\nThanks!\n\n## What went well / what didn’t\n\nThe ticket slept for 16 hours.\n\n## Background\n\nMail came late.',
  );
  expect(fields).toContain('summary: Mail came late.');
  expect(offers).not.toContain('PT16H');
});

test('makes headings of all names in bold if the page has its headings in bold', async () => {
  const { fields, body } = await importShape(
    'a.md',
    '# Mail is late\n\n**Summary**\n\nBy an hour.\n\n**How we saw it**\n\nBy chance.\n\n**Why?**\n\n- The disk was small\n\n**It was bad.**\n\nIndeed.',
  );
  expect(fields).toContain('summary: By an hour.');
  expect(body).toContain('## How we saw it');
  expect(body).toContain('**It was bad.**');
});
