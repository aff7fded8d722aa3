import { expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

const PAGE = `# Mail is late

**Authors:** mkowalski, Ines Example, *with help from* the database team

**Incident Commander:** Halima Beispiel

## Summary

Ines Example saw that mail came late.

## Timeline

2024-02-21 (all times UTC)

- 05:12 Halima Beispiel is paged
- 05:20 mkowalski is incident commander
- 05:30 @nadia.k declares the incident
- 05:40 the database team finds the full disk
`;

test('names people as roles in fields and offers, and in a note', async () => {
  const { fields, offers, body, remarks } = await importShape('a.md', PAGE);
  for (const name of ['mkowalski', 'Ines', 'Halima', 'nadia']) expect(fields + offers).not.toContain(name);
  expect(fields).toMatch(/summary: responder \d saw that mail came late\./);
  expect(offers).toContain('incident commander is paged');
  expect(offers).toContain('the database team finds the full disk');
  expect(body).toContain('Authors:');
  expect(remarks.join('\n')).toMatch(/people appear as roles, check them: .*mkowalski is responder/);
});

test.each([
  ['Owner: Payments', 'The payments were late.'],
  ['Owner: Access Control Team', 'The Access Control Team was paged.'],
  ['Authors: mark, will', 'We will mark the hosts.'],
  ['Authors: Draft', 'A Draft was sent.'],
  ['Reporter: SRE', 'SRE was paged.'],
  ['Reported by: @example-io/mail-team', 'We fixed example-io/mail#12 late.'],
])('takes nothing in "%s" for a person', async (line, summary) => {
  const { fields } = await importShape('a.md', `# Mail is late\n\n${line}\n\n## Summary\n\n${summary}`);
  expect(fields).toContain(`summary: ${summary}`);
});

test('leaves the lines of a log as they are', async () => {
  const { fields } = await importShape(
    'a.md',
    `${PAGE}\n\`\`\`\nERROR mkowalski: connection refused\n\`\`\`\n`,
  );
  expect(fields).toContain('ERROR mkowalski: connection refused');
});

test('reads a page whose line about its authors is very long', async () => {
  for (const words of ['|', 'aaaaaa ', 'aaaaaa, ', 'Aa Aa is ']) {
    const { fields } = await importShape('a.txt', `Mail is late\n\nAuthors: ${words.repeat(10_000)}\n`);
    expect(fields).toContain('title: Mail is late');
  }
});
