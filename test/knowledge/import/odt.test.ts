import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readOdt } from '../../../src/knowledge/import/odt/odt-reader.ts';
import { formatBody } from '../../../src/knowledge/import/write-mdx.ts';

const NAMESPACES = ['office', 'text', 'style', 'table', 'draw', 'svg', 'xlink', 'fo', 'manifest']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

function createOdt(text: string, styles = '', manifest = ''): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(`<manifest:manifest ${NAMESPACES}>${manifest}</manifest:manifest>`),
    'content.xml': strToU8(
      `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
  });
}

const read = (text: string, styles?: string) =>
  readOdt({ path: 'a.odt', text: '', bytes: createOdt(text, styles) });

test('headings, lists, links and the words of styles become Markdown', () => {
  const { body } = read(
    '<text:h text:outline-level="2">Impact</text:h><text:p>Mail was <text:span text:style-name="S">not</text:span> <text:span text:style-name="B">late</text:span>, see <text:a xlink:href="https://example.org/a">this page</text:a>.</text:p><text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Below</text:p></text:list-item></text:list></text:list-item></text:list>',
    '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>',
  );
  expect(formatBody(body)).toBe(
    '## Impact\n\nMail was ~~not~~ **late**, see [this page](https://example.org/a).\n\n- One\n  - Below\n',
  );
});

test('a table with a head stays a table, and a picture keeps its description', () => {
  const cell = (words: string) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`;
  const { body } = read(
    `<table:table><table:table-header-rows><table:table-row>${cell('Time')}${cell('Event')}</table:table-row></table:table-header-rows><table:table-row>${cell('09:14')}${cell('Alert')}</table:table-row></table:table><text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>A graph</svg:desc></draw:frame></text:p>`,
  );
  expect(formatBody(body)).toBe(
    '| Time | Event |\n| - | - |\n| 09:14 | Alert |\n\n![A graph](a.odt/Pictures/1.png)\n',
  );
});

test('deleted words are left out, and comments and notes follow their place', () => {
  const { body, remarks } = read(
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>A disk<office:annotation><text:p>Which?</text:p></office:annotation> failed<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Twice</text:p></text:note-body></text:note>.</text:p>',
  );
  expect(formatBody(body)).toBe('A disk (Which?) failed (Twice).\n');
  expect(remarks).toEqual(['tracked changes read as accepted, which deletes “gone”']);
});

test('hidden words are left out, and named in a remark', () => {
  const { body, remarks } = read(
    '<text:p>A disk <text:span text:style-name="H">never </text:span>failed.</text:p>',
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>',
  );
  expect(formatBody(body)).toBe('A disk failed.\n');
  expect(remarks).toEqual(['hidden text left out: “never”']);
});

test('a file with a password is refused', () => {
  const bytes = createOdt('', '', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
  expect(() => readOdt({ path: 'a.odt', text: '', bytes })).toThrow('Unexpected password');
});
