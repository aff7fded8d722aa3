import { describe, expect, test } from 'vitest';
import { decodeEscapes, decodeNestedEscapes } from '../../../src/knowledge/source/decode-escapes.ts';

describe('an escape', () => {
  const table: [source: string, decoded: string][] = [
    ['jo&#64;acme.io', 'jo@acme.io'],
    ['jo&#x40;acme.io', 'jo@acme.io'],
    ['jo&#x00000000040;acme.io', 'jo@acme.io'],
    ['jo&#000000000064;acme.io', 'jo@acme.io'],
    ['jo&commat;acme.io', 'jo@acme.io'],
    ['jo\\@acme.io', 'jo@acme.io'],
    ['a&shy;b', 'a\u00adb'],
    ['"\\e]52;c;x\\a"', '"\u001b]52;c;x\u0007"'],
    ['"\\u202e\\x1b\\U000E0041"', '"\u202e\u001b\u{e0041}"'],
    ['&unknown; &#1114112; &; \\', '&unknown; &#1114112; &; \\'],
    ['AT&T and R&D', 'AT&T and R&D'],
  ];
  test.each(table)('%s', (source, decoded) => {
    expect(decodeEscapes(source).text).toBe(decoded);
  });
});

test.each([
  ['"jo\\u0026#64;acme.io"', '"jo@acme.io"'],
  ['title="jo&amp;#64;acme.io"', 'title="jo@acme.io"'],
  ['jo&#64;acme.io', 'jo@acme.io'],
])('the escapes that %s has after one decoding are decoded too', (source, decoded) => {
  const nested = decodeNestedEscapes(source);
  expect(nested.text).toBe(decoded);
  const start = decoded.indexOf('@');
  const place = nested.toSource({ start, end: start + 1 });
  expect(source.slice(place.start, place.end)).toMatch(/#64;$/);
});

describe('a stretch of decoded text', () => {
  const source = 'x &#65;BC\\_D y';
  const decoded = decodeEscapes(source);
  const table: [decoded: string, source: string][] = [
    ['x', 'x'],
    ['A', '&#65;'],
    ['ABC', '&#65;BC'],
    ['BC_', 'BC\\_'],
    ['ABC_D', '&#65;BC\\_D'],
    ['D y', 'D y'],
    ['x A', 'x &#65;'],
  ];
  test.each(table)('%s comes from %s', (part, expected) => {
    const start = decoded.text.indexOf(part);
    const span = decoded.toSource({ start, end: start + part.length });
    expect(source.slice(span.start, span.end)).toBe(expected);
  });
});
