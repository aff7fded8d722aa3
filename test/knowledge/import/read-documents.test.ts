import { describe, expect, test } from 'vitest';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { UnreadableSourceError } from '../../../src/knowledge/import/source-document.ts';

function read(formatName: string, text: string) {
  const format = findImportFormat(formatName);
  if (!format) throw new Error(`There is no format ${formatName}`);
  return readDocuments(format, { path: 'x', bytes: new TextEncoder().encode(text) });
}

const NESTING = 'Unexpected nesting, expected at most 200 levels';
const EMPTY = 'Unexpected number of empty elements in a row, expected at most 1000';
const MARKUP =
  'Unexpected amount of markup in one paragraph, expected at most 2000 markers; put logs in a code block';

const MULTIPART = 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n';
type Case = [format: string, part: string, times: number, message: string];
const TOO_DEEP: Case[] = [
  ...['opsgenie', 'pagerduty', 'morgue'].flatMap(
    (format) =>
      [
        [format, '[', 100_000, NESTING],
        [format, '{"a":', 20_000, NESTING],
      ] satisfies Case[],
  ),
  ...['<div>', '<b>', '<table><tr><td>', '<ul><li>', '<blockquote>', '<template>', '<svg>', '<pre>'].map(
    (part): Case => ['html', part, 10_000, NESTING],
  ),
  ...['<a href=x>', '<span></span>', '<b> </b>', '<b><i></i></b>', '<x-y></x-y>'].map((part): Case => [
    'html',
    part,
    20_000,
    EMPTY,
  ]),
  ...['> ', '- ', '[', '1. '].map((part): Case => ['markdown', part, 10_000, NESTING]),
  ...['*a ', '**a', '&', 'a` '].map((part): Case => ['markdown', part, 20_000, MARKUP]),
  ['jekyll', '>', 10_000, NESTING],
  ['mail', MULTIPART, 3_000, NESTING],
];

test.each(TOO_DEEP)('%s: rejects %j, %i times, in a sentence', async (format, part, times, message) => {
  const failure = read(format, part.repeat(times));
  await expect(failure).rejects.toBeInstanceOf(UnreadableSourceError);
  await expect(failure).rejects.toThrow(message);
});

const TABLE = 'Unexpected size of a table, expected at most 50000 cells';

test.each([
  ['wide and high cells', `<table>${'<tr><td rowspan=1000 colspan=1000>x'.repeat(300)}</table>`],
  ['one long row', `<table><tr>${'<td>x'.repeat(500)}${'<tr><td>x'.repeat(500)}</table>`],
])('rejects a table with %s, in a sentence', async (_, html) => {
  await expect(read('html', html)).rejects.toThrow(TABLE);
});

test('reads a table with a cell over all of its rows', async () => {
  const [document] = await read(
    'html',
    '<table><tr><th>Time<th>Event<tr><td rowspan=65534>day<td>It broke.</table>',
  );
  expect(JSON.stringify(document?.body)).toContain('It broke.');
});

describe('JSON', () => {
  test.each([
    ['{"a": "\u001b[31mpassword', 'Unexpected text on line 1, column 8, expected JSON'],
    ['{\n  "a": x', 'Unexpected text on line 2, column 9, expected JSON'],
    ['{', 'Unexpected text on line 1, column 2, expected JSON'],
    ['', 'Unexpected text on line 1, column 1, expected JSON'],
  ])('%j is rejected without its text', async (text, message) => {
    await expect(read('opsgenie', text)).rejects.toThrow(message);
  });

  test('is read with a byte order mark, and with brackets in strings', async () => {
    const [document] = await read('opsgenie', `\ufeff{"postmortemId": "1", "title": "${'['.repeat(1_000)}"}`);
    expect(document?.facts.map(({ name }) => name)).toEqual(['postmortemId', 'title']);
  });
});

test('rejects a table of 20,000 columns in a sentence', async () => {
  const table = ['|a', '|-', '|b'].map((cell) => `${cell.repeat(20_000)}|`).join('\n');
  await expect(read('markdown', table)).rejects.toThrow('Unexpected table, expected at most 100 columns');
});

test.each(['<!--', '<![CDATA[', '<!', '<?'])('rejects `%s` without an end in a sentence', async (start) => {
  const part = `a ${start}A `;
  const before = process.cpuUsage();
  await expect(read('markdown', part.repeat(400_000 / part.length))).rejects.toThrow(
    `Unexpected number of \`${start}\` without an end, expected at most 100 in one paragraph`,
  );
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
});

test('rejects a message with endless headers in a sentence', async () => {
  await expect(read('mail', `X: ${'a'.repeat(3_000_000)}\r\n\r\nx`)).rejects.toThrow(
    'Unexpected content, expected a message as it was sent',
  );
});

test('names the kind of any other error, and nothing of its message', async () => {
  const format = {
    name: 'f',
    label: '',
    description: '',
    filePattern: /./,
    read: () => {
      throw new TypeError('secret');
    },
  };
  await expect(readDocuments(format, { path: 'x', bytes: new Uint8Array() })).rejects.toThrow(
    /^Unexpected content that stops the program \(TypeError\)\. Report it, with the file if you can$/,
  );
});
