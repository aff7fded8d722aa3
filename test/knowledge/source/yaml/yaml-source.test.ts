import { describe, expect, test } from 'vitest';
import { MAX_TEXT_LENGTH } from '../../../../src/knowledge/source/max-length.ts';
import { locateSpan } from '../../../../src/knowledge/source/problem.ts';
import { type Path, parseYaml } from '../../../../src/knowledge/source/yaml/yaml-source.ts';

function faultsOf(text: string): string[] {
  return parseYaml(text).errors.map(({ message, span }) => {
    const { line, column } = locateSpan(text, span);
    return `${line}:${column} ${message}`;
  });
}

describe('every scalar stays the text of its author', () => {
  const table: [text: string, value: unknown][] = [
    ['a: no', { a: 'no' }],
    ['a: 1.10', { a: '1.10' }],
    ['a: 0b11', { a: '0b11' }],
    ['a: 2018-03-10', { a: '2018-03-10' }],
    ['a: 2018-03-10T09:30:00-05:00', { a: '2018-03-10T09:30:00-05:00' }],
    ['a: null', { a: null }],
    ['a: ~', { a: null }],
    ['a: "null"', { a: 'null' }],
    ['a: null pointer', { a: 'null pointer' }],
    ['a:', { a: '' }],
    ['null: a', { null: 'a' }],
    ['a: "x\\ty"', { a: 'x\ty' }],
    ["a: 'it''s'", { a: "it's" }],
    ['a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['a: >-\n  x\n  y\n', { a: 'x y' }],
    ['- a\n- [b, c]\n- {d: e}', ['a', ['b', 'c'], { d: 'e' }]],
    ['---\na: b\n...\n', { a: 'b' }],
    ['', null],
    ['# only a comment', null],
  ];
  test.each(table)('%j', (text, value) => {
    expect(parseYaml(text).value).toEqual(value);
    expect(faultsOf(text)).toEqual([]);
  });

  test('`__proto__`, `constructor` and `<<` are names like any other', () => {
    const { value, errors: faults } = parseYaml('__proto__: {polluted: yes}\nconstructor: a\n<<: {b: c}');
    expect(faults).toEqual([]);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', '<<']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect((value as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe('broken notation says where, what is there and what was expected', () => {
  const table: [text: string, ...faults: string[]][] = [
    [
      'a: "\\q"',
      '1:5 Unexpected escape in double quotes, expected `\\\\` for a backslash; in single quotes, one is enough',
    ],
    ['a:\n  - b\n - c', '3:1 Unexpected indentation, expected the same as the lines around it'],
    [
      'a: b\n  c: d',
      '1:4 Unexpected `: ` inside a value, expected one field on a line; put the value in quotes',
    ],
    ['a:\n  b: c\n d: e', '3:1 Unexpected indentation, expected the same as the lines around it'],
    ['a: @b', '1:4 Unexpected character at the start of a value, expected text; put it in quotes'],
    ['a: `b`', '1:4 Unexpected character at the start of a value, expected text; put it in quotes'],
    ['a: %b', '1:4 Unexpected character at the start of a value, expected text; put it in quotes'],
    ['a: b: c', '1:4 Unexpected `: ` inside a value, expected one field on a line; put the value in quotes'],
    ['a: [\n  - b\n  ]', '2:3 Unexpected block inside brackets, expected values separated by commas'],
    ['a: b\nc: d\na: e', '3:1 Unexpected second field of the same name, expected each field once'],
    ['a: {b: c, b: d}', '1:11 Unexpected second field of the same name, expected each field once'],
    [`${'x'.repeat(1_100)}: b`, '1:1 Unexpected length of a field name, expected a short one'],
    ['a\nb: c', '1:1 Unexpected line break, expected `field: value` on one line'],
    ['a: b\n---\nc: d', '2:1 Unexpected second document, expected one'],
    ['a: b\n...\nc: d', '3:1 Unexpected second document, expected one'],
    ['? [a]\n: b', '1:3 Unexpected key, expected the name of a field'],
    ['[a]: b', '1:1 Unexpected key, expected the name of a field'],
    ['\ta: b', '1:1 Unexpected tab, expected spaces for indentation'],
    ['a: "b" c', '1:8 Unexpected text, expected the end of the value or a new line'],
    ['a: [b]]', '1:7 Unexpected text, expected the end of the value or a new line'],
    ['a: b\nc', '2:1 Missing `:` after the name of a field, expected `field: value`'],
    ['a: "b', '1:5 Missing closing quote, expected it at the end of the value'],
    ["a: 'b\nc: d", '2:4 Missing closing quote, expected it at the end of the value'],
    ['a: [b', '1:5 Missing closing bracket, expected it at the end of the list'],
    ['a: {b: c', '1:8 Missing closing bracket, expected it at the end of the list'],
    ['a: ["b" "c"]', '1:9 Missing comma, expected values in brackets to be separated by commas'],
    ['a: {"b":c}'],
    ['a: "b"#c', '1:7 Unexpected `#`, expected a space before a comment; put text with `#` in quotes'],
    ['a:\n- b\nc', '3:1 Missing `:` after the name of a field, expected `field: value`'],
    ['--- a: b', '1:5 Unexpected text after `---`, expected a new line'],
  ];
  test.each(table)('%j', (text, ...faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  test('reports every wrong line by its first error', () => {
    expect(faultsOf('a: b: c: d\ne: @f\ng: h\ng: i')).toEqual([
      '1:4 Unexpected `: ` inside a value, expected one field on a line; put the value in quotes',
      '2:4 Unexpected character at the start of a value, expected text; put it in quotes',
      '4:1 Unexpected second field of the same name, expected each field once',
    ]);
  });
});

describe('what readers of YAML differ on is refused', () => {
  const value = 'expected the value itself; put text that starts with';
  const table: [text: string, ...faults: string[]][] = [
    ['a: &b c', `1:4 Unexpected anchor \`&b\`, ${value} \`&\` in quotes`],
    ['a: *b', `1:4 Unexpected alias \`*b\`, ${value} \`*\` in quotes`],
    ['a: *** down', `1:4 Unexpected alias \`***\`, ${value} \`*\` in quotes`],
    ['a: !important', `1:4 Unexpected tag \`!important\`, ${value} \`!\` in quotes`],
    ['a: ! b', `1:4 Unexpected tag \`!\`, ${value} \`!\` in quotes`],
    ['a: !!str 5', `1:4 Unexpected tag \`!!str\`, ${value} \`!\` in quotes`],
    ['a: !!binary aGk=', `1:4 Unexpected tag \`!!binary\`, ${value} \`!\` in quotes`],
    ['a: !!timestamp 2018-03-10', `1:4 Unexpected tag \`!!timestamp\`, ${value} \`!\` in quotes`],
    ['a: !!set {b}', `1:4 Unexpected tag \`!!set\`, ${value} \`!\` in quotes`],
    [
      'a: !<tag:yaml.org,2002:js/function> x',
      `1:4 Unexpected tag \`!<tag:yaml.org,2002:js/function>\`, ${value} \`!\` in quotes`,
    ],
    [
      '%YAML 1.1\n---\na: no',
      '1:1 Unexpected directive `%YAML 1.1`, expected a field; put text that starts with `%` in quotes',
    ],
    [
      'a: &x {b: c}\nd:\n  <<: *x',
      `1:4 Unexpected anchor \`&x\`, ${value} \`&\` in quotes`,
      `3:7 Unexpected alias \`*x\`, ${value} \`*\` in quotes`,
    ],
  ];
  test.each(table)('%j', (text, ...faults) => {
    expect(faultsOf(text)).toEqual(faults);
    expect(parseYaml(text).value).toBeUndefined();
  });

  test('inside text these signs are only signs', () => {
    expect(faultsOf('a: x &y *z !w %v [ {\nb: "&y"\nc: |\n  &x *y !z\nd: [a*, b&c]')).toEqual([]);
  });
});

describe('nesting has an end', () => {
  test.each([
    ['brackets', '['.repeat(33), '1:33'],
    ['braces', '{a: '.repeat(40), '1:129'],
    ['many brackets', '['.repeat(500_000), '1:33'],
    ['dashes', '- '.repeat(40), '1:65'],
    ['question marks', '? '.repeat(40), '1:65'],
    ['indentation', Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), '33:33'],
    ['all of them', `${'- '.repeat(20)}\n${' '.repeat(40)}${'- '.repeat(10)}[[[`, '2:63'],
  ])('%s', (_, text, place) => {
    expect(faultsOf(text)).toEqual([`${place} Unexpected nesting, expected at most 32 levels`]);
  });

  test('but a long list, and brackets in text, are not nesting', () => {
    const lines = Array.from({ length: 500 }, () => '- "[31m failed [" # [');
    expect(faultsOf(lines.join('\n'))).toEqual([]);
    expect(faultsOf(`a: [${'[], '.repeat(200)}]`)).toEqual([]);
    expect(faultsOf(`a: {${Array.from({ length: 99 }, (_, at) => `k${at}: v`).join(', ')}}`)).toEqual([]);
    expect(
      faultsOf(Array.from({ length: 99 }, (_, at) => `- a: {b: [c${at}]}\n  d:\n    - e`).join('\n')),
    ).toEqual([]);
  });

  test('length has an end', () => {
    expect(faultsOf('x'.repeat(MAX_TEXT_LENGTH + 1))).toEqual([
      '1:1 Unexpected length of 1000001 characters, expected at most 1000000',
    ]);
  });
});

describe('every value and key has its place in the file', () => {
  const before = '---\n';
  const text = 'title: Outage\nsignals:\n  - "a b"\n  - c\nlessons:\n  learned: [x, y-z]\nempty:\n';
  const yaml = parseYaml(text, before.length);
  const at = ({ start, end }: { start: number; end: number }) => (before + text).slice(start, end);

  const values: [path: Path, source: string][] = [
    [['title'], 'Outage'],
    [['signals', 0], '"a b"'],
    [['signals', 1], 'c'],
    [['lessons', 'learned', 1], 'y-z'],
    // If there is none, the nearest node around it.
    [['empty'], 'empty'],
    [['lessons', 'confirmed'], 'lessons'],
    [['signals', 7], 'signals'],
    [['nothing', 'at', 'all'], 't'],
    [[], text.trimEnd()],
  ];
  test.each(values)('the value at %j', (path, source) => {
    expect(at(yaml.spanAt(path))).toBe(source);
  });

  const keys: [path: Path, source: string][] = [
    [['title'], 'title'],
    [['lessons', 'learned'], 'learned'],
    [['lessons', 'learned', 1], 'y-z'],
    [['lessons', 'confirmed'], 'lessons'],
    [[], 't'],
  ];
  test.each(keys)('the key that leads to %j', (path, source) => {
    expect(at(yaml.keySpanAt(path))).toBe(source);
  });

  test('in a file with Windows line ends too', () => {
    const windows = 'a: b\r\nc:\r\n  - d\r\n  - efg\r\n';
    const { start, end } = parseYaml(windows).spanAt(['c', 1]);
    expect(windows.slice(start, end)).toBe('efg');
  });
});
