/**
 * Files as no author writes them: noise, real files cut off or changed, notations at their edges, and repetitions
 * that make a parser or a regular expression slow.
 */
import fc from 'fast-check';
import type { FileInput } from '../../src/knowledge/source/file-input.ts';
import { readContentFiles } from '../../src/node/content-files.ts';
import { ALL_PIECES, CHARACTERS, MARKDOWN, MDX, RULE_TRIGGERS, TIMES, YAML } from './pieces.ts';

export interface HostileFile {
  /** The generator that created it. */
  readonly origin: string;
  /** Below the content folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** It cannot be right, whatever else it is: the check has to say something of it. */
  readonly isBroken: boolean;
}

/** Sound content, small enough to be checked in milliseconds. */
export const BASE_FILES: readonly Required<Pick<FileInput, 'path' | 'text'>>[] = (
  await readContentFiles('test/fixtures/bad/base')
).map(({ path, text = '' }) => ({ path, text }));

const NEW_PATHS = ['postmortems/2018-03-10-new.mdx', 'notes/new.mdx', 'lessons/new.mdx'];
const LISTS = ['redirects.yaml', 'allowed-secrets.yaml', 'dictionary.txt'];
const PATHS = [...NEW_PATHS, ...BASE_FILES.map(({ path }) => path), ...LISTS];

/** Valid starts of documents. */
const FRONTMATTER_HEADS: Record<string, string> = Object.fromEntries(
  BASE_FILES.filter(({ path }) => path.endsWith('.mdx')).map(({ path, text }) => [
    path,
    text.slice(0, text.indexOf('\n---\n') + '\n---\n'.length),
  ]),
);

const path = fc.constantFrom(...PATHS);
const piece = fc.constantFrom(...ALL_PIECES);
const encoder = new TextEncoder();

/** `TextEncoder` would replace a lone surrogate; a file can contain one. */
function encode(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const parts = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    return isHalf
      ? [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
      : [...encoder.encode(character)];
  });
  return Uint8Array.from(parts.flat());
}

function createFile(origin: string, to: string, text: string, isBroken = false): HostileFile {
  return { origin, path: to, bytes: encode(text), isBroken };
}

const createSoup = (pieces: readonly string[], length: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), piece, fc.stringMatching(/^[A-Za-z0-9 ]{1,6}$/)), {
      maxLength: length,
    })
    .map((parts) => parts.join(''));

const noise = fc
  .tuple(path, fc.uint8Array({ maxLength: 2_000 }))
  .map(([to, bytes]): HostileFile => ({ origin: 'noise', path: to, bytes, isBroken: false }));

const anyText = fc
  .tuple(path, fc.string({ unit: 'binary', maxLength: 500 }))
  .map(([to, text]) => createFile('any text', to, text));

const truncated = fc
  .tuple(fc.constantFrom(...BASE_FILES), fc.nat({ max: 1_000 }))
  .map(([{ path: to, text }, length]): HostileFile => {
    const bytes = encoder.encode(text).slice(0, length);
    // A document whose frontmatter is not closed is none.
    const isBroken =
      to.endsWith('.mdx') && bytes.length < (FRONTMATTER_HEADS[to] ?? '').length - '-\n'.length;
    return { origin: 'truncated', path: to, bytes, isBroken };
  });

type Change = (text: string) => string;
const at = fc.nat({ max: 1_000 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, piece).map(
    ([place, inserted]) =>
      (text: string) =>
        text.slice(0, place) + inserted + text.slice(place),
  ),
  fc.tuple(at, fc.nat({ max: 40 })).map(
    ([place, length]) =>
      (text: string) =>
        text.slice(0, place) + text.slice(place + length),
  ),
  fc.tuple(at, fc.nat({ max: 80 })).map(
    ([place, length]) =>
      (text: string) =>
        text.slice(0, place + length) + text.slice(place),
  ),
  fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })).map(([first, second]) => (text: string) => {
    const lines = text.split('\n');
    [lines[first], lines[second]] = [lines[second] ?? '', lines[first] ?? ''];
    return lines.join('\n');
  }),
  fc
    .constantFrom('\r\n', '\r', '\u2028')
    .map((lineBreak) => (text: string) => text.replaceAll('\n', lineBreak)),
);

const changed = fc
  .tuple(fc.constantFrom(...BASE_FILES), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([{ path: to, text }, changes]) =>
    createFile(
      'changed',
      to,
      changes.reduce((before, next) => next(before), text),
    ),
  );

/** One value of a sound file replaced, as it is or in quotes that keep it one value. */
const value = fc
  .tuple(
    fc.constantFrom(...BASE_FILES.filter(({ path: to }) => to !== 'dictionary.txt')),
    fc.nat({ max: 60 }),
    fc.oneof(
      fc.constantFrom(...TIMES),
      fc.string({ unit: 'binary', maxLength: 40 }),
      createSoup(RULE_TRIGGERS, 6),
    ),
    fc.constantFrom('plain', 'quoted', 'literal'),
  )
  .map(([{ path: to, text }, index, hostile, style]) => {
    const values = [...text.matchAll(/(?<=: )[^\n]+$/gm)];
    const found = values[index % values.length];
    if (!found) return createFile('value', to, text);
    const literal = `|-\n${hostile.replace(/^/gm, '        ')}`;
    const written = style === 'plain' ? hostile : style === 'quoted' ? JSON.stringify(hostile) : literal;
    return createFile(
      'value',
      to,
      text.slice(0, found.index) + written + text.slice(found.index + found[0].length),
    );
  });

const yaml = fc
  .tuple(path, createSoup(YAML, 25), fc.boolean())
  .map(([to, fields, isClosed]) =>
    createFile('YAML', to, to.endsWith('.mdx') ? `---\n${fields}${isClosed ? '\n---\n' : ''}` : fields),
  );

const body = fc
  .tuple(
    fc.constantFrom(...Object.keys(FRONTMATTER_HEADS)),
    fc.oneof(createSoup([...MARKDOWN, ...MDX], 30), createSoup([...RULE_TRIGGERS, ...CHARACTERS], 30)),
  )
  .map(([to, text]) => createFile('body', to, `${FRONTMATTER_HEADS[to]}\n${text}`));

/** Levels of lists of references that would be a billion values if anyone followed them. */
const bomb = fc
  .tuple(path, fc.integer({ min: 1, max: 30 }), fc.constantFrom('list', 'map', 'merge'))
  .map(([to, levels, kind]) => {
    const name = (level: number) => `a${level}`;
    const lines = Array.from({ length: levels }, (_, level) => {
      const before = level === 0 ? ['x', 'x'] : [`*${name(level - 1)}`, `*${name(level - 1)}`];
      if (kind === 'list') return `${name(level)}: &${name(level)} [${before.join(', ')}]\n`;
      if (kind === 'map') return `${name(level)}: &${name(level)} {b: ${before[0]}, c: ${before[1]}}\n`;
      return level === 0
        ? `${name(level)}: &${name(level)} {b: c}\n`
        : `${name(level)}: &${name(level)}\n  <<: [${before.join(', ')}]\n`;
    }).join('');
    return createFile(
      'bomb',
      to,
      to.endsWith('.mdx') ? `---\n${lines}---\n` : lines,
      to !== 'dictionary.txt',
    );
  });

/** Openings, each with its closing. */
const NESTS: readonly (readonly [string, string])[] = [
  ...([
    ['[', ']'],
    ['{a: ', '}'],
    ['- ', ''],
    ['? ', ''],
    ['> ', ''],
    ['* ', ''],
    ['1. ', ''],
    ['*', '*'],
    ['**', '**'],
  ] as const),
  ...([
    ['_a ', ' a_'],
    ['[', '](a)'],
    ['![', '](./a.png)'],
    ['<a>', '</a>'],
    ['<a>\n\n', '\n\n</a>'],
    ['{', '}'],
    ['`', '`'],
  ] as const),
  ...([
    ['<Callout kind="note">\n\n', '\n\n</Callout>\n'],
    ['- [x] ', ''],
    ['[^a]: ', ''],
    ['|', '|'],
    ['"', '"'],
    ['(', ')'],
    ['> - ', ''],
  ] as const),
];

const nested = fc
  .tuple(path, fc.constantFrom(...NESTS), fc.nat({ max: 3_000 }), fc.boolean(), fc.boolean())
  .map(([to, [open, close], depth, isClosed, isInBody]) => {
    const text = open.repeat(depth) + (isClosed ? `a${close.repeat(depth)}` : '');
    const head = FRONTMATTER_HEADS[to];
    if (!to.endsWith('.mdx')) return createFile('nested', to, `a: ${text}\n`);
    return createFile('nested', to, isInBody && head ? `${head}\n${text}\n` : `---\na: ${text}\n---\n`);
  });

/** Lines that go one step further to the right each time. */
const indented = fc
  .tuple(path, fc.constantFrom('a:', '-', '- a:', '> -', '* b', '? a'), fc.nat({ max: 300 }))
  .map(([to, sign, depth]) => {
    const lines = Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}${sign}\n`).join('');
    return createFile(
      'indented',
      to,
      to.endsWith('.mdx') ? `${FRONTMATTER_HEADS[to] ?? '---\n'}${lines}` : lines,
    );
  });

/** @param most how long it may become, in characters */
function createRepeated(most: number): fc.Arbitrary<HostileFile> {
  return fc
    .tuple(
      fc.constantFrom(...Object.keys(FRONTMATTER_HEADS), ...BASE_FILES.map(({ path: to }) => to)),
      fc.array(piece, { minLength: 1, maxLength: 3 }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      fc.oneof(piece, fc.constant('')),
      fc.constantFrom('body', 'value', 'quoted value', 'block', 'all'),
    )
    .map(([to, pieces, size, end, place]) => {
      const unit = pieces.join('');
      const text = unit.repeat(Math.ceil(most ** size / unit.length)) + end;
      return createFile('repeated', to, insertText(to, text, place));
    });
}

function insertText(to: string, text: string, place: string): string {
  if (place === 'all') return text;
  if (place === 'body' && FRONTMATTER_HEADS[to]) return `${FRONTMATTER_HEADS[to]}\n${text}`;
  const sound = BASE_FILES.find((file) => file.path === to)?.text ?? '';
  const written =
    place === 'quoted value'
      ? JSON.stringify(text)
      : place === 'block'
        ? `|-\n${text.replace(/^/gm, '        ')}`
        : text;
  return sound.replace(/(?<=: )[^\n]+$/m, () => written);
}

/** Many different things of one kind: fields, entries, headings, definitions, tags. */
const many = fc
  .tuple(
    path,
    fc.constantFrom<(index: number) => string>(
      (index) => `k${index}: v\n`,
      (index) => `- id: k${index}\n  title: K${index}\n  aliases: [k${index + 1}]\n`,
      (index) => `## Heading ${index % 7}\n\n`,
      (index) => `[k${index}]: /a\n`,
      (index) => `<k${index}/> `,
      (index) => `[k${index}](#k${index}) `,
      (index) => `wrodx${index.toString(36).replace(/\d/g, 'q')} `,
      (index) => `<ServiceLink id="k${index}" /> `,
      (index) => `[^k${index}] [^k${index}]: a\n\n`,
    ),
    fc.nat({ max: 800 }),
    fc.boolean(),
  )
  .map(([to, item, count, isInBody]) => {
    const text = Array.from({ length: count }, (_, index) => item(index)).join('');
    if (!to.endsWith('.mdx')) return createFile('many', to, text);
    return createFile(
      'many',
      to,
      isInBody ? `${FRONTMATTER_HEADS[to] ?? '---\n---\n'}\n${text}` : `---\n${text}---\n`,
    );
  });

type Recode = (text: string) => { readonly bytes: Uint8Array; readonly isBroken: boolean };
const createBroken = (bytes: Uint8Array) => ({ bytes, isBroken: true });
const ENCODINGS: readonly Recode[] = [
  (text) => createBroken(Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))),
  (text) => createBroken(Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())),
  (text) => createBroken(Uint8Array.from(Buffer.from(`${text}é`, 'latin1'))),
  (text) => createBroken(Uint8Array.from([...encoder.encode(text), 0xc3])),
  (text) => createBroken(Uint8Array.from([0xff, ...encoder.encode(text)])),
  (text) => createBroken(Uint8Array.from([...encoder.encode(text), 0xf8, 0x88, 0x80, 0x80, 0x80])),
  (text) => createBroken(Uint8Array.from([...encoder.encode(text), 0xc0, 0xaf])),
  (text) => createBroken(encoder.encode(`\ufeff\ufeff${text}`)),
  (text) => ({ bytes: encoder.encode(`\ufeff${text}`), isBroken: false }),
  (text) => ({ bytes: encoder.encode(text.replaceAll('\n', '\r\n')), isBroken: false }),
  (text) => ({ bytes: encoder.encode(text.replaceAll('\n', '\r')), isBroken: false }),
  (text) => ({ bytes: encoder.encode(text.replaceAll(' ', '\u00a0')), isBroken: false }),
];

const recoded = fc
  .tuple(fc.constantFrom(...BASE_FILES), fc.constantFrom(...ENCODINGS))
  .map(([{ path: to, text }, recode]): HostileFile => ({ origin: 'recoded', path: to, ...recode(text) }));

/** One line of megabytes. */
const longLine = fc
  .tuple(
    fc.constantFrom(...Object.keys(FRONTMATTER_HEADS)),
    piece,
    fc.constantFrom(900_000, 5_000_000),
    fc.boolean(),
  )
  .map(([to, unit, length, isInBody]) => {
    const whole = unit.replace(/[\r\n]/g, '') || 'a';
    const line = whole.repeat(Math.ceil(length / whole.length));
    return createFile(
      'long line',
      to,
      isInBody ? `${FRONTMATTER_HEADS[to]}\n${line}` : `---\ntitle: ${line}\n---\n`,
    );
  });

/** @param most how long what is repeated may become, in characters */
export function hostileFiles(most: number): fc.Arbitrary<HostileFile> {
  return fc.oneof(
    { weight: 4, arbitrary: noise },
    { weight: 6, arbitrary: anyText },
    { weight: 8, arbitrary: truncated },
    { weight: 16, arbitrary: changed },
    { weight: 12, arbitrary: value },
    { weight: 12, arbitrary: yaml },
    { weight: 16, arbitrary: body },
    { weight: 3, arbitrary: bomb },
    { weight: 6, arbitrary: nested },
    { weight: 2, arbitrary: indented },
    { weight: 10, arbitrary: createRepeated(most) },
    { weight: 3, arbitrary: many },
    { weight: 3, arbitrary: recoded },
  );
}

/** Of these a run has only some: each takes as long as a hundred others. */
export const hostileLines: fc.Arbitrary<HostileFile> = longLine;
