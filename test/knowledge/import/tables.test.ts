import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createDraft, type Draft } from '../../../src/knowledge/import/draft.ts';
import { type FieldMapping, MAPPING_PRESETS } from '../../../src/knowledge/import/field-mapping.ts';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

async function importRows(
  path: string,
  source: string | Uint8Array,
  mapping?: FieldMapping,
): Promise<Draft[]> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const [format] = guessFormats(new SourceSample(path, bytes));
  if (!format) throw new Error(`${path} has no format`);
  const documents = await readDocuments(format, { path, bytes }, mapping);
  const vocabulary = createVocabularyLookup(SMALL_CONTENT);
  return documents.map((document) =>
    createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false }),
  );
}

describe('a table as text', () => {
  test('becomes one draft for each row', async () => {
    const [first, second, ...others] = await importRows(
      'incidents.csv',
      'id,title,started,resolved,severity,summary\nINC-1,"Checkout refuses cards, again",2024-05-14T09:17Z,2024-05-14T10:04Z,SEV2,"The timeout was ""300 ms""."\nINC-2,Mail is late,2024-06-01,2024-06-02,SEV3,Stuck.\n',
    );
    expect(others).toEqual([]);
    expect(first?.text).toMatch(/^title: Checkout refuses cards, again$/m);
    expect(first?.text).toMatch(/^started: 2024-05-14T09:17Z\nresolved: 2024-05-14T10:04Z$/m);
    expect(first?.text).toMatch(/^summary: The timeout was "300 ms"\.$/m);
    expect(first?.text).toMatch(/Imported from csv INC-1,/);
    expect(second?.text).toMatch(/^severity: sev3$/m);
  });

  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('is read with %s between its cells', async (_, mark) => {
    const text = [
      ['Title', 'Start', 'Severity'],
      ['"Mail, late"', '2024-06-01', 'SEV3'],
    ]
      .map((row) => row.join(mark))
      .join('\r\n');
    const [draft] = await importRows('a.csv', text);
    expect(draft?.text).toMatch(/^title: Mail, late$/m);
    expect(draft?.text).toMatch(/^started: "2024-06-01"$/m);
  });

  test('has zones and units in the names of its columns, and texts with several lines', async () => {
    const [draft] = await importRows(
      'a.csv',
      'sep=;\r\nTitle;Start time (UTC);Duration (min);Severity;Root cause;Action items\r\nQueue;2024-05-14 09:17;47;N/A;"A deploy halved it.\nNobody saw.";"- Add an alert\n- Bound it"\r\n',
    );
    expect(draft?.text).toMatch(/^started: 2024-05-14T09:17Z$/m);
    expect(draft?.text).toMatch(/^duration: PT47M$/m);
    expect(draft?.text).toMatch(/^actions:\n {2}- text: Add an alert$/m);
    expect(draft?.text).toContain('## Root cause\n\nA deploy halved it.\nNobody saw.');
    expect(draft?.text).toContain('- Severity: N/A');
  });

  test('has the names of its columns in another language', async () => {
    const [draft] = await importRows(
      'a.csv',
      'Nr.;Titel;Beginn;Schweregrad;Dauer\n1;Kasse druckt nicht;2024-02-01;SEV3;48 min\n',
    );
    expect(draft?.text).toMatch(/^title: Kasse druckt nicht$/m);
    expect(draft?.text).toMatch(/^started: "2024-02-01"$/m);
    expect(draft?.text).toMatch(/^duration: PT48M$/m);
  });

  test('keeps cells without a column, columns without a name and columns of the same name', async () => {
    const [draft] = await importRows('a.csv', 'Title,Severity,,Labels,Labels\nQueue,SEV2,x,a,b,more\n');
    for (const line of ['- column 3: x', '- Labels: a, b', '- column 6: more'])
      expect(draft?.text).toContain(line);
  });

  test('does not take plain numbers for ids, nor an id that is in it twice', async () => {
    const drafts = await importRows(
      'a.csv',
      'ID,Title,Severity\n1,Queue,SEV2\nINC-2,Mail,SEV2\nINC-2,Shop,SEV2\nINC-3,Disk,SEV2\n',
    );
    expect(drafts.map(({ text }) => /Imported from csv ?([^,]*),/.exec(text)?.[1])).toEqual([
      '',
      '',
      '',
      'INC-3',
    ]);
  });

  test('is read with a preset for the export of Jira', async () => {
    const [draft] = await importRows(
      'a.csv',
      'Summary,Issue key,Resolved,Labels,Labels,Component/s,Description\nCheckout fails,OPS-1,14/May/24 10:04 AM,kafka,ES,postgres,"All cards.\nFor an hour."\n',
      MAPPING_PRESETS.jira,
    );
    expect(draft?.text).toMatch(/^title: Checkout fails$/m);
    expect(draft?.text).toMatch(/^resolved: "?2024-05-14"?$/m);
    expect(draft?.text).toContain('## Description\n\nAll cards.\nFor an hour.');
    expect(draft?.text).toContain('- postgresql');
  });

  test.each([
    ['name,mail\nA,a@example.org\n', /^Unexpected columns `name`, `mail`, expected a title/],
    ['title,severity\nA,"B\n', /^Unexpected text.*expected a table with closed quotes$/],
    [`title,severity\n${'A,SEV1\n'.repeat(10_001)}`, /^Unexpected number of rows/],
  ])('is refused in a sentence: %j', async (text, message) => {
    await expect(importRows('a.csv', text.slice(0, 200_000))).rejects.toThrow(message);
  });

  test('is recognised in a text file by the names of its columns only', () => {
    const guess = (text: string) =>
      guessFormats(new SourceSample('a.txt', new TextEncoder().encode(text))).map(({ name }) => name);
    expect(guess('Title\tStarted\tSeverity\nQueue\t2024-05-14\tSEV2\n')).toEqual(['csv']);
    expect(guess('On Monday, the queue was full.\nIt was, again.\n')).toEqual(['text']);
  });
});

test('reports text above a table once, however many rows it has', async () => {
  const drafts = await importRows(
    'a.csv',
    'All incidents,,\ntitle,started,severity\nQueue,2024-05-14,SEV2\nMail,2024-06-01,SEV3\n',
  );
  expect(drafts.map(({ remarks }) => remarks.filter((remark) => remark.startsWith('text above')))).toEqual([
    ['text above the table left out: “All incidents”'],
    [],
  ]);
});

describe('a workbook', () => {
  const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationships = (list: readonly (readonly [string, string, string, string?])[]) =>
    strToU8(
      `<Relationships>${list.map(([id, type, target, mode]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`).join('')}</Relationships>`,
    );
  const create = (
    rows: string,
    { strings = '', styles = '', after = '', x = '', date1904 = '0', hidden = '' } = {},
  ) =>
    zipSync({
      '_rels/.rels': relationships([['1', 'officeDocument', 'xl/workbook.xml']]),
      'xl/workbook.xml': strToU8(
        `<${x}workbook xmlns:r="r"><${x}workbookPr date1904="${date1904}"/><${x}sheets><${x}sheet name="S" sheetId="1" r:id="s1"/>${hidden && '<sheet name="Old" sheetId="2" state="hidden" r:id="s2"/>'}</${x}sheets></${x}workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relationships([
        ['s1', 'worksheet', 'worksheets/sheet1.xml'],
        ['s2', 'worksheet', 'worksheets/sheet2.xml'],
        ['t', 'sharedStrings', 'sharedStrings.xml'],
        ['f', 'styles', 'styles.xml'],
      ]),
      'xl/worksheets/sheet1.xml': strToU8(
        `<${x}worksheet xmlns:r="r"><${x}sheetData>${rows}</${x}sheetData>${after}</${x}worksheet>`,
      ),
      'xl/worksheets/sheet2.xml': strToU8(`<worksheet><sheetData>${hidden}</sheetData></worksheet>`),
      'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
      'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    });
  const text = (reference: string, value: string) =>
    `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const HEAD = `<row r="1">${text('A1', 'Title')}${text('B1', 'Started')}${text('C1', 'Severity')}${text('D1', 'Note')}</row>`;
  const STYLES =
    '<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>' +
    '<fonts><font/><font><strike/></font></fonts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="0" fontId="1"/><xf numFmtId="20"/></cellXfs>';

  test.each([
    ['a day', 1, '45426', '0', '2024-05-14'],
    ['a day since 1904', 1, '43964', '1', '2024-05-14'],
    ['a day with a time', 2, '45426.384722222225', '0', '2024-05-14 09:14'],
    ['a length of time', 3, '1.0625', '0', '25 h 30 min'],
    ['a percentage', 4, '0.125', '0', '12.5%'],
    ['a clock time', 6, '0.38472222222222224', '0', '09:14'],
    ['a number', 0, '0.30000000000000004', '0', '0.3'],
    ['a long number', 0, '10012345678', '0', '10012345678'],
  ])('has %s as people see it', async (_, style, value, date1904, shown) => {
    const row = `<row r="2">${text('A2', 'Queue')}<c r="D2" s="${style}"><v>${value}</v></c></row>`;
    const [draft] = await importRows('a.xlsx', create(HEAD + row, { styles: STYLES, date1904 }));
    expect(draft?.text).toContain(`- Note: ${shown}\n`);
  });

  test('keeps text that is struck out, in a part of a cell or by its style', async () => {
    const strings =
      '<si><r><t>It is </t></r><r><rPr><strike/></rPr><t>not</t></r><r><t xml:space="preserve"> full.</t></r><rPh><t>phonetic</t></rPh></si>';
    const row = `<row r="2">${text('A2', 'Queue')}<c r="C2" s="5" t="inlineStr"><is><t>SEV1</t></is></c><c r="D2" t="s"><v>0</v></c></row>`;
    const [draft] = await importRows('a.xlsx', create(HEAD + row, { strings, styles: STYLES }));
    expect(draft?.text).toContain('It is ~~not~~ full.');
    expect(draft?.text).toContain('## Severity\n\n~~SEV1~~');
    expect(draft?.text).toMatch(/^severity: unknown$/m);
    expect(draft?.text).not.toContain('phonetic');
  });

  test('names the sheets that it leaves out, and why', async () => {
    const row = `<row r="2">${text('A2', 'Queue')}${text('B2', '2024-05-14')}</row>`;
    const [draft] = await importRows('a.xlsx', create(HEAD + row, { hidden: HEAD + row }));
    expect(draft?.remarks).toContain('sheets left out: “Old” (hidden)');
  });

  test('gives the value of merged cells to all of their rows', async () => {
    const rows = `<row r="2">${text('A2', 'Queue')}${text('C2', 'SEV2')}</row><row r="3">${text('A3', 'Mail')}</row>`;
    const drafts = await importRows(
      'a.xlsx',
      create(HEAD + rows, { after: '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>' }),
    );
    expect(drafts.map((draft) => /^severity: .*$/m.exec(draft.text)?.[0])).toEqual([
      'severity: sev2',
      'severity: sev2',
    ]);
  });

  test('is read with prefixes of its elements, and without references of its cells', async () => {
    const cell = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`;
    const rows = `<x:row>${cell('Title')}${cell('Severity')}</x:row><x:row>${cell('Queue')}${cell('SEV2')}</x:row>`;
    const [draft] = await importRows('a.xlsx', create(rows, { x: 'x:' }));
    expect(draft?.text).toMatch(/^title: Queue$/m);
    expect(draft?.text).toMatch(/^severity: sev2$/m);
  });

  test.each([
    [
      'without columns of incidents',
      `<row r="1">${text('A1', 'Team')}${text('B1', 'Mail')}</row><row r="2">${text('A2', 'ops')}${text('B2', 'x')}</row>`,
      /^Unexpected columns `Team`, `Mail`/,
    ],
    [
      'with rows far below',
      `${HEAD}<row r="1048576">${text('A1048576', 'Queue')}</row>`,
      /^Unexpected row 1048576/,
    ],
  ])('%s is refused in a sentence', async (_, rows, message) => {
    const format = findImportFormat('excel');
    if (!format) throw new Error('There is no format excel');
    await expect(readDocuments(format, { path: 'a.xlsx', bytes: create(rows) })).rejects.toThrow(message);
  });
});
