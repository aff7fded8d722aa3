import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { expandArchive } from '../../../src/knowledge/import/archive/expand-archive.ts';
import { importShape } from './import-shapes.ts';

function expand(files: Zippable) {
  const { files: found, omitted } = expandArchive('export.zip', zipSync(files));
  return {
    paths: found.map(({ path }) => path),
    omitted,
    files: new Map(found.map((file) => [file.path, file])),
  };
}

const ID = '1c6cfdfcadfc4422b719a0d7a4cc5001';
const OTHER_ID = '2d6cfdfcadfc4422b719a0d7a4cc5002';

describe('an export of Notion', () => {
  const PAGE = strToU8('# Mail is late\n\nSeverity: SEV2\nDate: May 14, 2024\n\nIt was full.\n');
  test('has the pages of a database, without its tables', () => {
    const { paths, omitted } = expand({
      [`Incidents ${ID}.csv`]: strToU8('Name,Severity\nMail is late,SEV2\n'),
      [`Incidents ${ID}_all.csv`]: strToU8('Name,Severity\nMail is late,SEV2\n'),
      [`Incidents/Mail is late ${OTHER_ID}.md`]: PAGE,
      [`Incidents/Mail is late ${OTHER_ID}/load.png`]: strToU8('png'),
    });
    expect(paths).toEqual([
      `export.zip/Incidents/Mail is late ${OTHER_ID}.md`,
      `export.zip/Incidents/Mail is late ${OTHER_ID}/load.png`,
    ]);
    expect(omitted).toEqual([
      {
        path: `export.zip/Incidents ${ID}_all.csv`,
        why: 'is a database whose rows are pages of their own; left out',
      },
    ]);
  });

  test('has the folder of a database with its id, as older exports write it', () => {
    const { paths } = expand({
      [`Incidents ${ID}.csv`]: strToU8('Name,Severity\nMail is late,SEV2\n'),
      [`Incidents ${ID}/Mail is late ${OTHER_ID}.md`]: PAGE,
    });
    expect(paths).toEqual([`export.zip/Incidents ${ID}/Mail is late ${OTHER_ID}.md`]);
  });

  test('has the whole table of a database without pages', () => {
    const { paths } = expand({
      [`Incidents ${ID}.csv`]: strToU8('Name\nMail\n'),
      [`Incidents ${ID}_all.csv`]: strToU8('Name\nMail\nShop\n'),
    });
    expect(paths).toEqual([`export.zip/Incidents ${ID}_all.csv`]);
  });

  test('is one folder, if it is packed in parts', () => {
    const name = 'ExportBlock-6b5f6d0e-0000-4000-8000-000000000000-Part-1.zip';
    const { paths } = expand({
      [name]: zipSync({ [`A ${ID}.md`]: PAGE }),
      'ExportBlock-6b5f6d0e-0000-4000-8000-000000000000-Part-2.zip': zipSync({ [`B ${OTHER_ID}.md`]: PAGE }),
    });
    expect(paths).toEqual([`export.zip/A ${ID}.md`, `export.zip/B ${OTHER_ID}.md`]);
  });

  test('has its properties as facts', async () => {
    const { fields } = await importShape(`Mail is late ${OTHER_ID}.md`, PAGE);
    expect(fields).toMatch(/^title: Mail is late$/m);
    expect(fields).toMatch(/^severity: sev2$/m);
    expect(fields).toMatch(/^started: "2024-05-14"$/m);
  });
});

describe('an export of a Confluence space', () => {
  test('as HTML has its pages without the list of them', () => {
    const { paths } = expand({
      'OPS/index.html': strToU8('<title>Operations : Space Details</title><h2>Available Pages:</h2>'),
      'OPS/Mail-is-late_123.html': strToU8('<title>Operations : Mail is late</title>'),
      'OPS/attachments/123/456.png': strToU8('png'),
    });
    expect(paths).toEqual(['export.zip/OPS/Mail-is-late_123.html', 'export.zip/OPS/attachments/123/456.png']);
  });

  const object = (type: string, id: string, properties: Record<string, string>) =>
    `<object class="${type}" package="com.atlassian.confluence.pages"><id name="id">${id}</id>${Object.entries(
      properties,
    )
      .map(([name, value]) => `<property name="${name}">${value}</property>`)
      .join('')}</object>`;
  const content = (id: string) => `<id name="id">${id}</id>`;
  const storage =
    '<h2>Impact</h2><p>It was <s>not</s> late.</p><ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[df -h]] ></ac:plain-text-body></ac:structured-macro><p><ac:image><ri:attachment ri:filename="load.png" /></ac:image></p>';
  const ENTITIES = `<?xml version="1.0" encoding="UTF-8"?><hibernate-generic datetime="2024-05-14">${[
    object('Page', '1', { title: '<![CDATA[Mail & relay]]>', contentStatus: '<![CDATA[current]]>' }),
    object('Page', '2', { title: 'Older', contentStatus: 'current', originalVersion: content('1') }),
    object('Page', '3', { title: 'Draft', contentStatus: 'draft' }),
    object('BodyContent', '11', { body: `<![CDATA[${storage}]]>`, content: content('1') }),
    object('BodyContent', '12', { body: 'old', content: content('2') }),
    object('BodyContent', '13', { body: 'draft', content: content('3') }),
    object('Attachment', '21', { title: 'load.png', containerContent: content('1'), version: '2' }),
    object('Attachment', '22', { title: 'same.png', containerContent: content('1'), version: '1' }),
    object('Attachment', '23', { title: 'same.png', containerContent: content('4'), version: '1' }),
  ].join('')}</hibernate-generic>`;

  test('as XML has its current pages and their attachments', async () => {
    const { paths, files } = expand({
      'entities.xml': strToU8(ENTITIES),
      'exportDescriptor.properties': strToU8('exportType=space'),
      'attachments/1/21/2': strToU8('png'),
      'attachments/1/22/1': strToU8('png'),
      'attachments/4/23/1': strToU8('png'),
    });
    expect(paths).toEqual(['export.zip/Mail & relay.html', 'export.zip/load.png']);
    const page = files.get('export.zip/Mail & relay.html')?.read() ?? new Uint8Array();
    expect(strFromU8(page)).toContain('<title>Mail &amp; relay</title>');
    const { fields, body } = await importShape('Mail & relay.html', page);
    expect(fields).toMatch(/^title: Mail & relay$/m);
    expect(body).toContain('It was ~~not~~ late.');
    expect(body).toContain('df -h');
  });

  test('as XML that is damaged is reported, with what to do', () => {
    const { paths, omitted } = expand({ 'entities.xml': strToU8('<hibernate-generic>') });
    expect(paths).toEqual([]);
    expect(omitted).toEqual([
      {
        path: 'export.zip/entities.xml',
        why: 'Unexpected content of a part, expected XML. The file is damaged. Export the space as HTML',
      },
    ]);
  });
});

test('archives in archives are read two levels deep', () => {
  const inner = (files: Zippable) => zipSync(files);
  const { paths, omitted } = expand({
    'a.zip': inner({ 'b.zip': inner({ 'c.md': strToU8('Text.') }), 'd.md': strToU8('Text.') }),
    'broken.zip': strToU8('PK'),
    '.hidden.md': strToU8('No.'),
    '__MACOSX/._a.md': strToU8('No.'),
  });
  expect(paths).toEqual(['export.zip/a.zip/d.md']);
  expect(omitted).toEqual([
    { path: 'export.zip/a.zip/b.zip', why: 'Unexpected archive in an archive. Unpack it first' },
    {
      path: 'export.zip/broken.zip',
      why: 'Unexpected end or content of an archive, expected a complete one. Download or export it again',
    },
  ]);
});
