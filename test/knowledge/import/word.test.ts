import { describe, expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';
import { createWordFile, p, r } from './word-file.ts';

const importWord = (...args: Parameters<typeof createWordFile>) =>
  importShape('report.docx', createWordFile(...args), { format: 'word' });
const bodyOf = async (...args: Parameters<typeof createWordFile>) => (await importWord(...args)).body;

describe('text that is struck out, raised or hidden in Word', () => {
  const STYLES =
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Removed"/><w:rPr><w:dstrike/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Based"><w:name w:val="Also"/><w:basedOn w:val="Gone"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style>';
  test.each([
    ['one line', '<w:strike/>', '~~not~~'],
    ['two lines', '<w:dstrike/>', '~~not~~'],
    ['a style', '<w:rStyle w:val="Gone"/>', '~~not~~'],
    ['a style that is based on one', '<w:rStyle w:val="Based"/>', '~~not~~'],
    ['nothing, because the run turns its style off', '<w:rStyle w:val="Gone"/><w:dstrike w:val="0"/>', 'not'],
    ['nothing, because its value is off', '<w:strike w:val="false"/>', 'not'],
  ])('is struck out by %s', async (_, properties, words) => {
    const body = await bodyOf(`<w:p>${r('It is ')}${r('not', properties)}${r(' stuck.')}</w:p>`, {
      styles: STYLES,
    });
    expect(body).toBe(`It is ${words} stuck.`);
  });

  test('is struck out by the style of its paragraph', async () => {
    expect(await bodyOf(p('It is stuck.', '', '<w:pStyle w:val="Old"/>'), { styles: STYLES })).toBe(
      '~~It is stuck.~~',
    );
  });

  test.each([
    ['10', '6', '<w:vertAlign w:val="superscript"/>', '10⁶'],
    ['10', '6', '<w:position w:val="8"/>', '10⁶'],
    ['CO', '2', '<w:vertAlign w:val="subscript"/>', 'CO₂'],
  ])('is raised or lowered: %s and %s', async (base, mark, properties, words) => {
    expect(await bodyOf(`<w:p>${r(base)}${r(mark, properties)}${r(' of it')}</w:p>`)).toBe(`${words} of it`);
  });

  test('is left out and reported if it is hidden', async () => {
    const { body, remarks } = await importWord(`<w:p>${r('Shown')}${r(' secret', '<w:vanish/>')}</w:p>`);
    expect(body).toBe('Shown');
    expect(remarks).toContain('hidden text left out: “secret”');
  });
});

describe('tracked changes', () => {
  test('are read as accepted, and reported', async () => {
    const { body, remarks } = await importWord(
      `<w:p>${r('At ')}<w:del><w:r><w:delText>09:14</w:delText></w:r></w:del><w:ins>${r('09:41')}</w:ins>${r(' it stopped.')}</w:p>`,
    );
    expect(body).toBe('At 09:41 it stopped.');
    expect(remarks).toContain('tracked changes read as accepted, which deletes “09:14”');
  });

  test('move text once, and join the paragraphs between which an end is deleted', async () => {
    const body = await bodyOf(
      `<w:p><w:moveFrom>${r('Twice.')}</w:moveFrom>${r('Before.')}</w:p><w:p><w:moveTo>${r('Twice.')}</w:moveTo></w:p>` +
        p('First half', '', '<w:rPr><w:del/></w:rPr>') +
        p(' and second half.'),
    );
    expect(body).toBe('Before.\n\nTwice.\n\nFirst half and second half.');
  });

  test('delete rows of a table', async () => {
    const row = (text: string, properties = '') =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p(text)}</w:tc><w:tc>${p('x')}</w:tc></w:tr>`;
    const body = await bodyOf(`${p('T')}<w:tbl>${row('Kept')}${row('Gone', '<w:del/>')}</w:tbl>`);
    expect(body).toContain('Kept');
    expect(body).not.toContain('Gone');
  });
});

test('comments follow the text, with the words that they are about and their state', async () => {
  const { body, remarks } = await importWord(
    `<w:p>${r('The disk ')}<w:commentRangeStart w:id="1"/>${r('was full')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r('.')}</w:p>`,
    {
      comments: `<w:comment w:id="1" w:author="A Person"><w:p w14:paraId="AB">${r('Was it not the memory?')}</w:p></w:comment>`,
      commentsExtended: '<w15:commentEx w15:paraId="AB" w15:done="1"/>',
    },
  );
  expect(body).toBe('The disk was full.\n\n## Comments\n\n- “was full”: Was it not the memory? (resolved)');
  expect(remarks.join()).toMatch(/^comments are in a section of their own/);
});

test('footnotes keep their place, their words and their links', async () => {
  const body = await bodyOf(
    `<w:p>${r('Full')}<w:r><w:footnoteReference w:id="7"/></w:r>${r(' again.')}</w:p>`,
    {
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('-')}</w:footnote><w:footnote w:id="7">${p('By 9 GB.')}</w:footnote>`,
    },
  );
  expect(body).toBe('Full[^1] again.\n\n[^1]: By 9 GB.');
});

describe('lists', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const NUMBERING =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}${level(1, 'bullet', 'o')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 'Step %1:')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const item = (text: string, list: number, at = 0) =>
    p(text, '', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  test('go on counting after a paragraph, and start again where Word does', async () => {
    const body = await bodyOf(
      item('one', 1) + item('two', 1) + p('Between.') + item('three', 1) + p('Other.') + item('first', 4),
      { numbering: NUMBERING },
    );
    expect(body).toBe('1. one\n2. two\n\nBetween.\n\n3. three\n\nOther.\n\n1. first');
  });

  test('are nested by their levels', async () => {
    const body = await bodyOf(
      item('a', 2) + item('b', 2, 1) + item('c', 2, 1) + item('d', 2) + item('e', 1, 1),
      { numbering: NUMBERING },
    );
    expect(body).toBe('- a\n  - b\n  - c\n- d\n  1. e');
  });

  test('keep the words of their numbers', async () => {
    expect(await bodyOf(item('Drain', 3) + item('Promote', 3), { numbering: NUMBERING })).toBe(
      '1. Step 1: Drain\n2. Step 2: Promote',
    );
  });

  test.each([
    ['☐ Ask', '- [ ] Ask'],
    ['☒ Ask', '- [x] Ask'],
    ['☑ Ask', '- [x] Ask'],
  ])('have tasks: %s', async (text, line) => {
    expect(await bodyOf(item(text, 2), { numbering: NUMBERING })).toBe(line);
  });

  test('have tasks with controls to tick', async () => {
    const box = (state: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(state === '1' ? '☒' : '☐')}</w:sdtContent></w:sdt>`;
    const task = (state: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>${box(state)}${r(' Ask')}</w:p>`;
    expect(await bodyOf(task('1') + task('0'), { numbering: NUMBERING })).toBe('- [x] Ask\n- [ ] Ask');
  });
});

describe('headings', () => {
  const STYLES =
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Section"/><w:basedOn w:val="berschrift1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>';

  test('are known by their styles in every language, and by their outline', async () => {
    const { body, fields } = await importWord(
      p('Mail is late', '', '<w:pStyle w:val="Titel"/>') +
        p('Impact', '<w:b/>', '<w:pStyle w:val="berschrift1"/>') +
        p('All.') +
        p('Details', '', '<w:pStyle w:val="Deep"/>') +
        p('More.') +
        p('Fix', '', '<w:pStyle w:val="Mine"/>') +
        p('A disk.'),
      { styles: STYLES },
    );
    expect(fields).toMatch(/^title: Mail is late$/m);
    expect(body).toBe('## Impact\n\nAll.\n\n### Details\n\nMore.\n\n## Fix\n\nA disk.');
  });
});

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

  test('keep merged cells in their columns', async () => {
    const body = await bodyOf(
      p('Nodes:') +
        `<w:tbl>${row(cell('Node') + cell('Zone') + cell('State'), '<w:tblHeader/>')}${row(
          cell('m1', '<w:vMerge w:val="restart"/>') + cell('a') + cell('ok'),
        )}${row(cell('', '<w:vMerge/>') + cell('b') + cell('lost'))}${row(cell('m2', '<w:gridSpan w:val="2"/>') + cell('ok'))}</w:tbl>`,
    );
    expect(body).toBe(
      'Nodes:\n\n| Node | Zone | State |\n| - | - | - |\n| m1 | a | ok |\n| | b | lost |\n| m2 | | ok |',
    );
  });

  test('of one cell are frames around text', async () => {
    expect(await bodyOf(`${p('Run:')}<w:tbl>${row(cell('Drain the node.'))}</w:tbl>`)).toBe(
      'Run:\n\nDrain the node.',
    );
  });
});

test('links, line breaks, tabs, formulas, fields, symbols and boxes of text keep their words', async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body = await bodyOf(
    `<w:p><w:hyperlink r:id="l1">${r('the ')}${r('ticket', '<w:b/>')}</w:hyperlink></w:p>` +
      `<w:p>${field('begin')}<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>${field('separate')}${r('the page')}${field('end')}</w:p>` +
      `<w:p>${field('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}${r('Impact 3')}${field('end')}</w:p>` +
      `<w:p>${r('a')}<w:r><w:br/></w:r>${r('b')}<w:r><w:tab/></w:r>${r('c')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>` +
      '<w:p><m:oMath><m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>' +
      `<w:p><w:fldSimple w:instr="DOCPROPERTY Version">${r('7.3')}</w:fldSimple></w:p>` +
      `<w:p>${r('Anchor.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:txbx><w:txbxContent>${p('In a box.')}</w:txbxContent></wps:txbx></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('In a box.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    { links: [['l1', 'hyperlink', 'https://example.org/a', true]] },
  );
  expect(body).toBe(
    '[the **ticket**](https://example.org/a)\n\n[the page](https://example.org/b)\n\na\\\nb c✓\n\n(a+1)/2x^6\n\n7.3\n\nAnchor.\n\nIn a box.',
  );
});

test('a picture that is not in the file is named', async () => {
  const picture =
    '<w:r><w:drawing><wp:inline><wp:docPr descr=""/><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></wp:inline></w:drawing></w:r>';
  expect(await bodyOf(`<w:p>${r('As shown in ')}${picture}</w:p>`)).toBe('As shown in (picture)');
});

test('text in a font for code is code, and lines of it are one block', async () => {
  const code = '<w:rFonts w:ascii="Consolas"/>';
  expect(
    await bodyOf(
      `<w:p>${r('Run ')}${r('df -h', code)}${r(' now.')}</w:p>${p('df  -h', code)}${p('du', code)}`,
    ),
  ).toBe('Run `df -h` now.\n\n```\ndf  -h\ndu\n```');
});

test('runs that Word splits stay one word, with spaces outside of their formatting', async () => {
  expect(
    await bodyOf(
      `<w:p>${r('It ')}${r('was ', '<w:b/>')}${r('fu', '<w:b/>')}${r('ll ', '<w:b/>')}${r('again')}</w:p>`,
    ),
  ).toBe('It **was full** again');
});
