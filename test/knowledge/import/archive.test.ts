import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type ArchiveFile, openArchive } from '../../../src/knowledge/import/archive/open-archive.ts';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { createWordFile, p } from './word-file.ts';

const ENTRY_SIGNATURE = 0x02014b50;

/** Changes a field of the first entry in the list of files of an archive. */
function changeEntry(archive: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const view = new DataView(archive.buffer);
  for (let at = 0; at < archive.length - 4; at++) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) continue;
    change(view, at);
    return archive;
  }
  throw new Error('The archive has no entries');
}

function first(archive: Uint8Array): ArchiveFile {
  const [file] = openArchive(archive);
  if (!file) throw new Error('The archive has no files');
  return file;
}

describe('an archive', () => {
  test('is listed without folders, links and paths that lead out of it', () => {
    const archive = zipSync({
      'a/': new Uint8Array(),
      'a/page.md': strToU8('Text.'),
      '../outside.md': strToU8('No.'),
      'b\\page.md': strToU8('Windows.'),
      link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
    });
    expect(openArchive(archive).map(({ path }) => path)).toEqual(['a/page.md', 'b/page.md']);
    expect(new TextDecoder().decode(first(archive).read())).toBe('Text.');
  });

  test('is not unpacked further than a file declares', () => {
    const archive = zipSync({ a: new Uint8Array(4_000_000) });
    changeEntry(archive, (view, at) => view.setUint32(at + 24, 100, true));
    expect(() => first(archive).read()).toThrow(/^Unexpected end or content of an archive/);
  });

  test('is refused if it declares too much', () => {
    const archive = zipSync({ a: strToU8('Text.') });
    changeEntry(archive, (view, at) => view.setUint32(at + 24, 1_000_000_000, true));
    expect(() => openArchive(archive)).toThrow(
      /^Unexpected archive of 1000 MB when unpacked, expected at most 500 MB\./,
    );
  });

  test('refuses a file that is packed like a bomb, and one that is too large', () => {
    expect(() => first(zipSync({ a: new Uint8Array(30_000_000) })).read()).toThrow(
      /times larger when unpacked/,
    );
    expect(() => first(zipSync({ a: new Uint8Array(101_000_000) })).read()).toThrow(
      /^Unexpected file of 101 MB/,
    );
  });

  test('refuses a file with a password, with another method, and with other content than it declares', () => {
    const create = () => zipSync({ a: strToU8('Text. Text. Text. Text.') });
    const encrypted = changeEntry(create(), (view, at) => view.setUint16(at + 8, 1, true));
    expect(() => first(encrypted).read()).toThrow('Unexpected password, expected a file without one');
    const method = changeEntry(create(), (view, at) => view.setUint16(at + 10, 12, true));
    expect(() => first(method).read()).toThrow(/^Unexpected compression method/);
    const changed = changeEntry(create(), (view, at) => view.setUint32(at + 16, 1, true));
    expect(() => first(changed).read()).toThrow(/^Unexpected end or content of an archive/);
  });

  test.each([
    ['empty', new Uint8Array()],
    ['cut', zipSync({ a: strToU8('Text.'.repeat(100)) }).subarray(0, 60)],
    ['without its start', zipSync({ a: strToU8('Text.') }).subarray(40)],
  ])('is refused in a sentence if it is %s', (_, bytes) => {
    expect(() => openArchive(bytes)).toThrow(
      /^Unexpected end or content of an archive, expected a complete one/,
    );
  });
});

describe('a Word file is refused in a sentence', () => {
  const word = findImportFormat('word');
  const read = (bytes: Uint8Array) => {
    if (!word) throw new Error('There is no format word');
    return readDocuments(word, { path: 'a.docx', bytes });
  };
  const withMain = (xml: string) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
    return zipSync({
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="1" Type="${type}" Target="a.xml"/></Relationships>`,
      ),
      'a.xml': strToU8(xml),
    });
  };
  const inUtf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  test.each([
    [
      'with a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, ...inUtf16('EncryptedPackage')),
      /^Unexpected password/,
    ],
    ['of before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), /^Unexpected Word file of before 2007/],
    ['that is another archive', zipSync({ a: strToU8('Text.') }), /expected a file of Word$/],
    ['that is cut', createWordFile(p('Text.')).subarray(0, 200), /^Unexpected end or content of an archive/],
    [
      'with entities of its own',
      withMain('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
      /^Unexpected content of a part/,
    ],
    ['that is nested too deeply', withMain('<a>'.repeat(50_000)), /^Unexpected nesting/],
    [
      'with tables nested too deeply',
      createWordFile(`${'<w:tbl><w:tr><w:tc>'.repeat(300)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(300)}`),
      /^Unexpected nesting/,
    ],
    ['with too many paragraphs', createWordFile(p('x').repeat(20_001)), /^Unexpected number of paragraphs/],
    [
      'with a table of many columns',
      createWordFile(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>${p('x')}</w:tc><w:tc>${p('y')}</w:tc></w:tr></w:tbl>`,
      ),
      /^Unexpected size of a table/,
    ],
  ])('%s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  test('and other shapes of bombs take no minutes', async () => {
    const notes = Array.from({ length: 5_000 }, (_, id) => id);
    const before = process.cpuUsage();
    await read(
      createWordFile(
        `<w:p>${notes.map((id) => `<w:r><w:fldChar w:fldCharType="begin"/><w:footnoteReference w:id="${id}"/></w:r>`).join('')}</w:p>`,
        { footnotes: notes.map((id) => `<w:footnote w:id="${id}">${p('x')}</w:footnote>`).join('') },
      ),
    );
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});
