import { describe, expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

const bodyOf = async (html: string) => (await importShape('page.html', html)).body;

describe('tables', () => {
  test('pairs each head at the left with its own value', async () => {
    const { body } = await importShape(
      'page.html',
      '<h1>Mail is late</h1><h2>What happened</h2><table><tr><th>Region</th><td>eu-west</td></tr><tr><th>Queue</th><td><p>orders</p></td></tr><tr><th>Hosts</th><td><ul><li>m1</li><li>m2</li></ul></td></tr></table>',
    );
    expect(body).toContain('- **Region:** eu-west\n');
    expect(body).toContain('- **Queue:** orders\n');
    expect(body).not.toContain('Region: Queue');
    expect(body).toMatch(/\*\*Hosts:\*\*\s+- m1\s+- m2/);
  });

  test('keeps heads at the left of several columns in their rows', async () => {
    expect(
      await bodyOf(
        '<p>Load:</p><table><tr><th>m1</th><td>90</td><td>80</td></tr><tr><th>m2</th><td>10</td><td>20</td></tr></table>',
      ),
    ).toBe('Load:\n\n| | | |\n| - | - | - |\n| m1 | 90 | 80 |\n| m2 | 10 | 20 |');
  });

  test.each([
    ['paragraphs', '<p>full</p><p>then drained</p>', 'full; then drained'],
    ['a line break', 'full<br>then drained', 'full; then drained'],
    ['sentences', '<p>It was full.</p><p>Then drained.</p>', 'It was full. Then drained.'],
    ['a list', '<ul><li>full</li><li>drained</li></ul>', 'full; drained'],
    ['a numbered list', '<ol><li>full</li><li>drained</li></ol>', '1. full; 2. drained'],
    ['an empty paragraph', '<p></p><p>full</p>', 'full'],
  ])('writes a cell with %s on one line', async (_, cell, line) => {
    const table = `<p>Nodes:</p><table><tr><th><p>Node</p></th><th><p>State</p></th></tr><tr><td><p>a1</p></td><td>${cell}</td></tr></table>`;
    expect(await bodyOf(table)).toBe(`Nodes:\n\n| Node | State |\n| - | - |\n| a1 | ${line} |`);
  });

  test('finds the heads of a table that marks none by their names, or by bold letters', async () => {
    expect(
      await bodyOf(
        '<p>A</p><table><tr><td>Owner</td><td>Status</td></tr><tr><td>ops</td><td>x</td></tr></table>',
      ),
    ).toContain('| Owner | Status |\n| - | - |\n| ops | x |');
    expect(
      await bodyOf(
        '<p>A</p><table><tr><td><b>Shard</b></td><td><p><b>Rows</b></p></td></tr><tr><td>s1</td><td>9</td></tr></table>',
      ),
    ).toContain('Rows');
  });
});

describe('raised and lowered text', () => {
  test.each([
    ['10<sup>6</sup> rows', '10⁶ rows'],
    ['2<sup>k+1</sup>', '2^(k+1)'],
    ['ten times<sup>2</sup>.', 'ten times².'],
    ['the 3<sup>rd</sup>', 'the 3rd'],
    ['known<sup>[4]</sup>', 'known\\[4]'],
    ['H<sub>2</sub>O', 'H₂O'],
    ['CO<sub>x</sub>', 'CO_x'],
  ])('%s becomes %s', async (html, markdown) => {
    expect(await bodyOf(`<p>${html}</p>`)).toBe(markdown);
  });
});

describe('Google Docs', () => {
  const page = (body: string) =>
    `<html><head><style type="text/css">.c1{color:#000;text-decoration:line-through}.c2,.c3{font-weight:700}.c4{vertical-align:sub}.c5{font-style:italic}</style></head><body class="doc-content">${body}</body></html>`;

  test('reads struck, bold, italic and lowered text from the classes of the page', async () => {
    const html = page(
      '<p><span class="c1">Nobody was told.</span><span> Everybody was told. H</span><span class="c4">2</span> <span class="c9 c3">Twice</span> <span class="c5">soon</span></p>',
    );
    expect(await bodyOf(html)).toBe('~~Nobody was told.~~ Everybody was told. H₂ **Twice** _soon_');
  });

  test('takes the paragraph with the class "title" for the title', async () => {
    const { fields, body } = await importShape(
      'page.html',
      page(
        '<p class="c7 title"><span>Mail is late</span></p><h1><span class="c2">Background</span></h1><p>Text.</p>',
      ),
    );
    expect(fields).toMatch(/^title: Mail is late$/m);
    expect(body).toMatch(/^#+ Background$/m);
  });

  test('nests lists by their levels', async () => {
    const item = (level: number, text: string, tag = 'ul') =>
      `<${tag} class="c8 lst-kix_q-${level} start"><li><span>${text}</span></li></${tag}>`;
    expect(
      await bodyOf(
        page(`<p>First.</p>${item(0, 'a')}${item(1, 'b')}${item(2, 'c')}${item(1, 'd')}${item(0, 'e')}`),
      ),
    ).toBe('First.\n\n- a\n  - b\n    - c\n  - d\n- e');
  });
});

test('reads the lists of Word, with their levels and without their comments', async () => {
  const item = (level: number, mark: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span><![endif]>${text}</p>\n`;
  expect(
    await bodyOf(
      `<p>First.</p>${item(1, '&middot;', 'drain')}${item(2, 'o', 'm1')}${item(1, '&middot;', 'restart')}`,
    ),
  ).toBe('First.\n\n- drain\n  - m1\n- restart');
  expect(await bodyOf(`<p>First.</p>${item(1, '1.', 'drain')}${item(1, '2.', 'restart')}`)).toBe(
    'First.\n\n1. drain\n2. restart',
  );
});

describe('Confluence', () => {
  test('reads code, tasks, pictures, panels and links of the storage format', async () => {
    const html = `<h1>Mail is late</h1><p>Text.</p>
<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">bash</ac:parameter><ac:plain-text-body><![CDATA[if [ "$a" -gt 1 ] && x <b>; then]]></ac:plain-text-body></ac:structured-macro>
<ac:task-list><ac:task><ac:task-id>12</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body><span>Add a disk</span></ac:task-body></ac:task><ac:task><ac:task-id>13</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Alert</ac:task-body></ac:task></ac:task-list>
<p><ac:image ac:alt="Load"><ri:attachment ri:filename="load 1.png" /></ac:image></p>
<ac:structured-macro ac:name="warning"><ac:rich-text-body><p>Not twice.</p></ac:rich-text-body></ac:structured-macro>
<p>See <ac:link><ri:page ri:content-title="Older outage" /></ac:link>, <ac:structured-macro ac:name="status"><ac:parameter ac:name="title">DONE</ac:parameter></ac:structured-macro>.</p>
<ac:structured-macro ac:name="toc" />`;
    const body = await bodyOf(html);
    expect(body).toContain('```bash\nif [ "$a" -gt 1 ] && x <b>; then\n```');
    expect(body).toContain('- [x] Add a disk\n- [ ] Alert');
    expect(body).toContain('Load (`load%201.png`)'.replace('%20', ' '));
    expect(body).toContain('> **Warning**\n>\n> Not twice.');
    expect(body).toContain('See Older outage');
    expect(body).toContain('DONE.');
  });

  test('reads an exported page without the frame around it', async () => {
    const { fields, body, remarks } = await importShape(
      'page.html',
      `<html><head><title>SRE : Mail is late</title></head><body><div id="main"><div id="main-header"><div id="breadcrumb-section"><ol id="breadcrumbs"><li><a href="index.html">SRE</a></li></ol></div><h1 id="title-heading"><span id="title-text">SRE : Mail is late</span></h1></div><div class="page-metadata">Created by Jo Example</div><div id="main-content"><p>Mail took an hour.</p><ul class="inline-task-list"><li class="checked"><span>Add a disk</span></li><li><span>Alert</span></li></ul></div></div><div id="footer"><p>Document generated by Confluence</p></div></body></html>`,
    );
    expect(fields).toMatch(/^title: Mail is late$/m);
    expect(fields).toMatch(/^summary: Mail took an hour\.$/m);
    expect(body).toBe(
      'Mail took an hour.\n\n- [x] Add a disk\n- [ ] Alert\n\n## Kept from the source\n\n- page: Created by Jo Example',
    );
    expect(remarks).toContain('navigation removed: "Document generated by Confluence"');
  });
});

test('marks the part that can be collapsed as a quotation below its summary', async () => {
  expect(
    await bodyOf('<p>A</p><details><summary>The log</summary><p>One.</p><p>Two.</p></details><p>B</p>'),
  ).toBe('A\n\n**The log**\n\n> One.\n>\n> Two.\n\nB');
});

describe('the title of a page', () => {
  test.each([
    ['<title>Queue is full - Wiki of Example</title><h1>Queue is full</h1><p>x</p>', 'Queue is full'],
    ['<title>OPS : Queue is full</title><h1>Queue is full</h1><p>x</p>', 'Queue is full'],
    ['<title>Queue is full</title><h1>What happened</h1><p>x</p>', 'Queue is full'],
    ['<h1>Queue is full</h1><p>x</p>', 'Queue is full'],
  ])('%s', async (html, title) => {
    const { fields } = await importShape('page.html', html);
    expect(fields).toMatch(new RegExp(`^title: ${title}$`, 'm'));
  });
});

test('takes the contents and the links to edit off a page of MediaWiki, and off no other page', async () => {
  const page =
    '<h1>Queue</h1><div id="toc" class="toc"><h2>Contents</h2><ul><li>1 Our notes</li></ul></div><h2>Our notes<span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2><p>Slow.</p>';
  const wiki = await bodyOf(`<div class="mw-parser-output">${page}</div>`);
  expect(wiki).not.toMatch(/edit|Contents/);
  expect(await bodyOf(page)).toMatch(/edit/);
});
