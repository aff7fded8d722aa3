/** Words the errors of the MDX parser for authors. */
import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import type { ParseError } from '../parse-error.ts';
import type { Span } from '../problem.ts';

export interface MdxError extends ParseError {
  /** The cause: code, a tag, or more than the parser is allowed to read. */
  readonly about: 'code' | 'markup' | 'amount';
  /** Set if a tag has no partner: the closing tag is missing, or it is that of another tag. */
  readonly pair?: 'missing' | 'wrong';
}

/**
 * @param error what the parser threw; where it is not about a place, the parser is at a loss with the text
 * @param text what it was reading
 */
export function describeParserError(error: unknown, text: string): MdxError {
  if (!(error instanceof VFileMessage)) {
    const message = 'Unexpected markup that cannot be parsed, expected Markdown';
    return { about: 'markup', message, span: { start: 0, end: 1 } };
  }
  if (error.ruleId === 'end-tag-mismatch') return createTagError(error, text);
  const span = toSpan(error.place, text.length);
  if (error.source === 'micromark-extension-mdxjs-esm') return createImportError(text, span);
  if (error.source === 'micromark-extension-mdx-expression') {
    return { about: 'code', message: 'Unexpected code in braces, expected text; put braces in `code`', span };
  }
  return { about: 'markup', message: formatCharacterMessage(error.reason, text, span), span };
}

/** The parser gives the place of the tag that is open only in its sentence. */
function createTagError({ reason, place }: VFileMessage, text: string): MdxError {
  const [, open = ''] = /(?:closing tag for|the closing tag) `<\/?([^>]*)>`/.exec(reason) ?? [];
  const [, wrong] = /^Unexpected closing tag `<\/([^>]*)>`/.exec(reason) ?? [];
  const [, line, column, endLine, endColumn] = /\((\d+):(\d+)-(\d+):(\d+)\)/.exec(reason) ?? [];
  const message =
    wrong === undefined
      ? `Missing closing tag of \`<${open}>\`, expected \`</${open}>\``
      : `Unexpected closing tag \`</${wrong}>\`, expected \`</${open}>\``;
  if (wrong !== undefined || !line || !endLine) {
    return {
      about: 'markup',
      pair: wrong === undefined ? 'missing' : 'wrong',
      message,
      span: toSpan(place, text.length),
    };
  }
  const points = location(text);
  const start = points.toOffset({ line: Number(line), column: Number(column) }) ?? 0;
  const end = points.toOffset({ line: Number(endLine), column: Number(endColumn) }) ?? start + 1;
  return { about: 'markup', pair: 'missing', message, span: { start, end } };
}

/** A paragraph that begins with `import` or `export` is code to MDX, a sentence or not. */
function createImportError(text: string, { start }: Span): MdxError {
  const at = Math.max(...['import', 'export'].map((word) => findLastLineStartingWith(word, text, start)));
  const word = text.slice(at, at + 'import'.length);
  return {
    about: 'code',
    message: `Unexpected \`${word}\` at the start of a paragraph, expected text; start it with another word`,
    span: { start: at, end: at + word.length },
  };
}

function findLastLineStartingWith(word: string, text: string, before: number): number {
  return text.startsWith(word) && before < word.length ? 0 : text.lastIndexOf(`\n${word}`, before) + 1;
}

/** Describes the most common cause of a `<` that starts no tag. */
function formatCharacterMessage(reason: string, text: string, { start }: Span): string {
  const before = text.slice(0, start);
  if (/<$/.test(before) && text[start] === '!') {
    return 'Unexpected `<!`, expected text or a component; write a comment as `{/* … */}`';
  }
  if (/<[a-z][a-z\d+.-]*:$/i.test(before) && text[start] === '/') {
    return 'Unexpected address in `<…>`, expected `[text](address)`';
  }
  if (/before name/.test(reason)) {
    return 'Unexpected `<`, expected text or a component; write it as `\\<` or in `code`';
  }
  if (reason.startsWith('Unexpected end of file')) {
    return 'Missing end of the tag, expected `>`; write a lone `<` as `\\<` or in `code`';
  }
  if (/closing slash .* open tag first/.test(reason)) {
    return 'Unexpected closing tag, expected its opening tag before it';
  }
  return getFirstSentence(reason);
}

/** The parser's own sentences follow the same grammar; what it adds in brackets is about other formats. */
function getFirstSentence(reason: string): string {
  return reason
    .replace(/ \(U\+[0-9A-F]+\)/, '')
    .replace(/\s*\(note:.*\)$/s, '')
    .replace(/, such as .*$/s, '')
    .replace(/[.\s]+$/, '');
}

function toSpan(place: VFileMessage['place'], length: number): Span {
  if (!place) return { start: 0, end: 1 };
  const [start, end] = 'start' in place ? [place.start.offset, place.end.offset] : [place.offset, undefined];
  const from = Math.min(start ?? 0, Math.max(0, length - 1));
  return { start: from, end: Math.max(from + 1, end ?? from + 1) };
}
