import { describe, expect, test } from 'vitest';
import { MAX_TEXT_LENGTH } from '../../../../src/knowledge/source/max-length.ts';
import { parseMdx } from '../../../../src/knowledge/source/mdx/mdx-source.ts';
import { locateSpan } from '../../../../src/knowledge/source/problem.ts';

describe('the frontmatter is found with its place', () => {
  const table: [text: string, frontmatter: string, offset: number][] = [
    ['---\ntitle: Outage\n---\nBody.', 'title: Outage', 4],
    ['---\r\ntitle: Outage\r\nkind: incident\r\n---\r\nBody.', 'title: Outage\r\nkind: incident', 5],
    ['---  \ntitle: Outage\n--- \n', 'title: Outage', 6],
    ['---\n\ttabbed: x\n\n  y: z\n---', '\ttabbed: x\n\n  y: z', 4],
    ['---\n---\n', '', 4],
    // A body that is broken does not take the fields with it.
    ['---\ntitle: Outage\n---\n{broken', 'title: Outage', 4],
    ['---\ntitle: Outage\n---\n<a><b></a>', 'title: Outage', 4],
    [`---\ntitle: Outage\n---\n${'> '.repeat(200)}`, 'title: Outage', 4],
    ['---\r\ntitle: Outage\r\n---\r\n<', 'title: Outage', 5],
  ];
  test.each(table)('%j', (text, frontmatter, offset) => {
    expect(parseMdx(text).frontmatter).toMatchObject({ text: frontmatter, offset });
    expect(text.slice(offset, offset + frontmatter.length)).toBe(frontmatter);
  });

  test.each([
    '',
    'Body.',
    '\n---\ntitle: Outage\n---\n',
    ' ---\ntitle: Outage\n---\n',
    '+++\ntitle = "Outage"\n+++\n',
    '---\ntitle: Outage\n',
    '----\ntitle: Outage\n----\n',
    '--- yaml\ntitle: Outage\n---\n',
    '\n---\ntitle: Outage\n---\n{broken',
  ])('%j has none', (text) => {
    expect(parseMdx(text).frontmatter).toBeUndefined();
  });
});

function faultOf(text: string): string | undefined {
  const [fault] = parseMdx(text).errors;
  if (!fault) return undefined;
  const { line, column, endLine, endColumn } = locateSpan(text, fault.span);
  return `${line}:${column}-${endLine}:${endColumn} ${fault.about}: ${fault.message}`;
}

describe('a body that cannot be read says where, what is there and what was expected', () => {
  const table: [text: string, error: string][] = [
    ['a\n\n<b>', '3:1-3:4 markup: Missing closing tag of `<b>`, expected `</b>`'],
    ['a <b> c', '1:3-1:6 markup: Missing closing tag of `<b>`, expected `</b>`'],
    [
      '<Callout kind="note">\n\nhi',
      '1:1-1:22 markup: Missing closing tag of `<Callout>`, expected `</Callout>`',
    ],
    ['<a>\n\n> </a>', '3:3-3:7 markup: Missing closing tag of `<a>`, expected `</a>`'],
    ['<a></b>', '1:4-1:8 markup: Unexpected closing tag `</b>`, expected `</a>`'],
    ['</a>', '1:2-1:3 markup: Unexpected closing tag, expected its opening tag before it'],
    [
      'load <3',
      '1:7-1:8 markup: Unexpected `<`, expected text or a component; write it as `\\<` or in `code`',
    ],
    [
      '<!-- no -->',
      '1:2-1:3 markup: Unexpected `<!`, expected text or a component; write a comment as `{/* … */}`',
    ],
    [
      'see <https://example.org>',
      '1:12-1:13 markup: Unexpected address in `<…>`, expected `[text](address)`',
    ],
    [
      '<a b=c>',
      '1:6-1:7 markup: Unexpected character `c` before attribute value, expected a character that can start an attribute value',
    ],
    ['<b', '1:2-1:3 markup: Missing end of the tag, expected `>`; write a lone `<` as `\\<` or in `code`'],
    ['a {b', '1:4-1:5 code: Unexpected code in braces, expected text; put braces in `code`'],
    ['{1 2}', '1:3-1:4 code: Unexpected code in braces, expected text; put braces in `code`'],
    ['<a b={} />', '1:7-1:8 code: Unexpected code in braces, expected text; put braces in `code`'],
    ['<a {b} />', '1:5-1:6 code: Unexpected code in braces, expected text; put braces in `code`'],
    [
      'a\n\nimport the dump first.',
      '3:1-3:7 code: Unexpected `import` at the start of a paragraph, expected text; start it with another word',
    ],
    [
      'export the data',
      '1:1-1:7 code: Unexpected `export` at the start of a paragraph, expected text; start it with another word',
    ],
  ];
  test.each(table)('%j', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test('places count in a file with Windows line ends as they do in any other', () => {
    expect(faultOf('a\r\n\r\nb {c')).toBe(
      '3:4-3:5 code: Unexpected code in braces, expected text; put braces in `code`',
    );
  });
});

describe('nesting and length have an end', () => {
  const nesting = (place: string) => `${place} markup: Unexpected nesting, expected at most 100 levels`;
  const table: [name: string, text: string, place: string][] = [
    ['quotes', `a\n\n${'>'.repeat(5_000)}x`, '3:1-3:2'],
    ['lists', `${'- '.repeat(5_000)}x`, '1:1-1:2'],
    ['numbered lists', `${'1. '.repeat(5_000)}x`, '1:1-1:2'],
    [
      'indented lists',
      Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
      '101:1-101:2',
    ],
    [
      'indented lists with nothing in them',
      Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}-`).join('\n'),
      '101:1-101:2',
    ],
    ['brackets', `${'['.repeat(5_000)}x${'](y)'.repeat(5_000)}`, '1:1-1:2'],
    ['pictures', `${'!['.repeat(5_000)}x${'](y)'.repeat(5_000)}`, '1:1-1:2'],
    ['stars', `${'*'.repeat(5_000)}x${'*'.repeat(5_000)}`, '1:1-1:2'],
    ['strong text', `${'*'.repeat(400)}x${'*'.repeat(400)}`, '1:197-1:198'],
    ['tags', `${'<A>\n'.repeat(150)}${'</A>\n'.repeat(150)}`, '100:1-100:2'],
  ];
  test.each(table)('%s', (_, text, place) => {
    expect(faultOf(text)).toBe(nesting(place));
  });

  test('thousands of tags', () => {
    const [fault] = parseMdx(`${'<A>'.repeat(8_000)}${'</A>'.repeat(8_000)}`).errors;
    expect(fault?.message).toBe('Unexpected nesting, expected at most 100 levels');
  });

  test('length', () => {
    expect(faultOf('x'.repeat(MAX_TEXT_LENGTH + 1))).toBe(
      '1:1-1:2 markup: Unexpected length of 1000001 characters, expected at most 1000000',
    );
  });

  test.each([
    ['a frame of a table', `\`\`\`\n+${'-'.repeat(200)}+\n|${' '.repeat(400)}|\n\`\`\``],
    ['a rule', `${'-'.repeat(300)}\n\n${'* '.repeat(90)}\n\n${'_'.repeat(300)}`],
    ['an arrow', `${'-'.repeat(150)}> here`],
    [
      'dashes far apart',
      `-${' '.repeat(60)}-${' '.repeat(60)}-${' '.repeat(60)}-${' '.repeat(60)}-${' '.repeat(60)}- x`,
    ],
    ['a reply to a reply', `${'> '.repeat(20)}x`],
    ['steps in steps', Array.from({ length: 12 }, (_, at) => `${'   '.repeat(at)}1. a`).join('\n')],
  ])('but %s is not nesting', (_, text) => {
    expect(faultOf(text)).toBeUndefined();
  });
});

describe('the amount of markup is limited', () => {
  const getMilliseconds = (run: () => unknown) => {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  };
  const ticks = (count: number) =>
    Array.from({ length: count }, (_, at) => `${'`'.repeat(at + 1)} a `).join('');

  test('to 20 lengths of runs of backticks', () => {
    expect(faultOf(ticks(20))).toBeUndefined();
    expect(faultOf(ticks(21))).toBe(
      '1:271-1:272 amount: Unexpected number of different runs of backticks, expected at most 20 lengths in one file',
    );
  });

  test('to 20,000 cells of tables', () => {
    const rows = (count: number) => `x\n\n| a | b |\n| - | - |\n${'| c | d |\n'.repeat(count)}`;
    expect(faultOf(rows(4_000))).toBeUndefined();
    expect(faultOf(rows(8_000))).toContain(
      'amount: Unexpected number of table cells, expected at most 20000 in one file; put logs in a code block',
    );
  });

  const limits: [what: string, text: (count: number) => string, max: number, message: string][] = [
    ['list items', (count) => '1. a\n'.repeat(count), 5_000, 'list items, expected at most 5000 in one file'],
    [
      'list items in quotations',
      (count) => '> - a\n>\n'.repeat(count),
      5_000,
      'list items, expected at most 5000 in one file',
    ],
    ['list items without text', (count) => '-\n'.repeat(count), 5_000, 'list items, expected at most 5000'],
    [
      'lines after a list item',
      (count) => `- a\n${'b\n'.repeat(count)}`,
      2_000,
      'lines that continue a list item',
    ],
    [
      'lines after a quotation',
      (count) => `> a\n${'b\n'.repeat(count)}`,
      2_000,
      'lines that continue a list item',
    ],
    [
      'lines after a footnote',
      (count) => `[^a]: b\n${'b\n'.repeat(count)}`,
      2_000,
      'lines that continue a list item or quotation without its indent or `>`, expected at most 2000 in one file',
    ],
    [
      'lines between lines of a quotation',
      (count) => '> a\nb\n'.repeat(count),
      1_000,
      'lines in one paragraph',
    ],
    ['lines of one paragraph', (count) => 'words are here\n'.repeat(count), 2_000, 'lines in one paragraph'],
    [
      'lines',
      (count) => 'a\n\n'.repeat(count / 2),
      20_000,
      'lines outside of code, expected at most 20000 in one file',
    ],
    [
      'lines in a list item',
      (count) => `- a\n${'\n  b\n'.repeat(count / 2)}`,
      19_998,
      'lines outside of code',
    ],
    ['rules', (count) => '___\n'.repeat(count), 2_000, 'lists, quotations, footnotes and underlines'],
    ['tags', (count) => '<Internal/>'.repeat(count), 20_000, 'tags, expected at most 20000 in one file'],
    [
      'lines in a code block',
      (count) => `\`\`\`\n${'a\n'.repeat(count)}\`\`\`\n`,
      99_998,
      'lines, expected at most 100000 in one file',
    ],
  ];
  test.each(limits)('to some %s in one file', (_, createText, max, message) => {
    expect(faultOf(createText(max))).toBeUndefined();
    expect(faultOf(createText(max + 10))).toContain(`amount: Unexpected number of ${message}`);
  });

  test.each(limits)('so that 400 KB of %s take the parser no longer than a second', (_, createText) => {
    const text = createText(400_000 / (createText(1_000).length / 1_000));
    expect(getMilliseconds(() => parseMdx(text))).toBeLessThan(1_000);
  });

  test('so that a megabyte of it is refused at once', () => {
    expect(getMilliseconds(() => parseMdx(ticks(1_300)))).toBeLessThan(500);
    expect(getMilliseconds(() => parseMdx(`|a|b|\n|-|-|\n${'|a|b|\n'.repeat(150_000)}`))).toBeLessThan(4_000);
  });

  test('but not a log with bars, or a line with bars in a code block', () => {
    expect(faultOf(`\`\`\`\n${'| c | d |\n'.repeat(30_000)}\`\`\``)).toBeUndefined();
  });
});

describe('a body with errors', () => {
  const read = (text: string) => {
    const { errors, tree } = parseMdx(text);
    return {
      errors: errors.map(({ span, about }) => `${locateSpan(text, span).line} ${about}`),
      blocks: tree.children.map(({ type, position }) => `${position?.start.line} ${type}`),
    };
  };

  test.each([
    ['an address', 'a <https://example.org> b', ['1 markup'], ['1 paragraph']],
    ['a comment of HTML', '<!-- a\nb -->\n\n## c', ['1 markup'], ['4 heading']],
    ['code in braces', 'a {b c} d\n\n## e', ['1 code'], ['1 paragraph', '3 heading']],
    ['a lone bracket', 'load <3\n\n## e', ['1 markup'], ['1 paragraph', '3 heading']],
    ['an import', '## a\n\nimport it now', ['3 code'], ['1 heading']],
    ['two tags that are not closed', '<b>\n\n## a\n\n<img>', ['5 markup', '1 markup'], ['3 heading']],
    [
      'a wrong closing tag, and nothing that follows from it',
      '<a><b></a>\n\n## c',
      ['1 markup'],
      ['3 heading'],
    ],
    [
      'all of them, below fields',
      '---\ntitle: a\n---\n\n## b\n\n<https://c.org>\n\nd <3\n\n- e',
      ['7 markup', '9 markup'],
      ['5 heading', '9 paragraph', '11 list'],
    ],
  ])('has the rest of it: %s', (_, text, errors, blocks) => {
    expect(read(text)).toEqual({ errors, blocks });
  });

  test('keeps the offsets', () => {
    const text = '<https://example.org> [a](/b/)';
    const [paragraph] = parseMdx(text).tree.children;
    const [link] =
      paragraph?.type === 'paragraph'
        ? paragraph.children.filter(({ type }) => type === 'link' && text).slice(-1)
        : [];
    expect(text.slice(link?.position?.start.offset, link?.position?.end.offset)).toBe('[a](/b/)');
  });

  test('has nothing of a body over a limit, or with more errors than are repaired', () => {
    expect(read('x'.repeat(MAX_TEXT_LENGTH + 1)).blocks).toEqual([]);
    const many = read(`## a\n\n${'b <3\n\n'.repeat(100)}`);
    expect([many.errors.length, many.blocks]).toEqual([21, []]);
    expect(read(`${'word '.repeat(50_000)}\n\nb <3`)).toEqual({ errors: ['3 markup'], blocks: [] });
  });
});
