/**
 * The texts in which secrets are looked for in addition to a file: its lines with escapes decoded and without emphasis,
 * and the contents of Base64. A page shows the decoded text.
 */
import { decodeEscapes } from '../decode-escapes.ts';
import { INVISIBLE_CHARACTERS } from '../invisible-characters.ts';
import { MappedText, type Replacement } from '../mapped-text.ts';
import type { Span } from '../problem.ts';

export interface DecodedView {
  readonly text: string;
  /** Returns the stretch of the file from which a stretch of the view comes. */
  toSource(span: Span): Span;
  readonly isBase64?: true;
}

/** Something that could be an escape, an emphasis or an invisible character inside a word. */
const DECODABLE =
  /\\[!-/:-@[-`{-~uUx]|&[#A-Za-z][A-Za-z\d]{1,31};|%[\dA-Fa-f]{2}|\S(?:\*|~~|__)|(?:\*|~~|__)\S|\{\/\*|[^ -~\t\r]/;

export function listDecodedViews(text: string): DecodedView[] {
  return [...listDecodedLines(text), ...listBase64Texts(text)];
}

function* listDecodedLines(text: string): Generator<DecodedView> {
  let next = 0;
  for (const line of text.split('\n')) {
    const index = next;
    next += line.length + 1;
    if (!DECODABLE.test(line)) continue;
    const escapes = decodeEscapes(line);
    const plain = removeMarks(escapes.text);
    const percent = decodePercents(plain.text);
    if (percent.text === line) continue;
    yield {
      text: percent.text,
      toSource(span) {
        const { start, end } = escapes.toSource(plain.toSource(percent.toSource(span)));
        return { start: index + start, end: index + end };
      },
    };
  }
}

const MARKS = new RegExp(
  `\\*{1,3}|~~|__(?=\\S)|\\{/\\*(?:[^*]|\\*(?!/)){0,200}\\*/\\}|${INVISIBLE_CHARACTERS.source}`,
  'gv',
);

function removeMarks(line: string): MappedText {
  return replaceAll(line, MARKS, () => '');
}

/** Percent-encoding (RFC 3986) of ASCII. */
function decodePercents(line: string): MappedText {
  return replaceAll(line, /%(?<hex>[2-7][\dA-Fa-f])/g, ({ hex = '' }) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function replaceAll(
  source: string,
  pattern: RegExp,
  replace: (groups: Readonly<Record<string, string>>) => string,
): MappedText {
  const replacements: Replacement[] = [...source.matchAll(pattern)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: replace(match.groups ?? {}),
  }));
  return new MappedText(source, replacements);
}

const BASE64_RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/]{24,20000}={0,2}(?![A-Za-z0-9+/_-])/g;

function* listBase64Texts(text: string): Generator<DecodedView> {
  for (const { index, 0: run } of text.matchAll(BASE64_RUN)) {
    const decoded = decodePrintable(run);
    if (decoded === undefined) continue;
    const span = { start: index, end: index + run.length };
    yield { text: decoded, toSource: () => span, isBase64: true };
  }
}

/** Returns undefined unless the run is Base64 of text. */
function decodePrintable(run: string): string | undefined {
  let decoded: string;
  try {
    decoded = atob(run);
  } catch {
    return undefined;
  }
  return /^[\t\n\r -~]+$/.test(decoded) ? decoded : undefined;
}
