import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/knowledge/import/decode-text.ts';
import { UnreadableSourceError } from '../../../src/knowledge/import/source-document.ts';

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, bigEndian: boolean): number[] {
  return Array.from(text, (character) => character.charCodeAt(0)).flatMap((unit) =>
    bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
  );
}

describe('decodes', () => {
  const TEXT = '# Störung am Montag';
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)])],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...utf16(TEXT, false)])],
    ['UTF-16 with its mark, high byte first', Uint8Array.from([0xfe, 0xff, ...utf16(TEXT, true)])],
    ['UTF-16 without a mark', Uint8Array.from(utf16(TEXT, false))],
    ['UTF-16 without a mark, high byte first', Uint8Array.from(utf16(TEXT, true))],
    ['Windows-1252', ascii(TEXT)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes).text).toBe(TEXT);
  });

  test.each([
    ['<meta charset=euc-jp>\xbe\xe3\xb3\xb2', '障害'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">\x8f\xe1\x8aQ', '障害'],
    ['<?xml version="1.0" encoding="windows-1251"?>\xd1\xe1\xee\xe9', 'Сбой'],
    ['<meta charset="koi8-r">\xf3\xc2\xcf\xca', 'Сбой'],
    ['# -*- coding: iso-8859-2 -*-\n\xb1', 'ą'],
    ['<meta charset="utf-16">Caf\xc3\xa9', 'Café'],
    ['<meta charset="no-such-encoding">Caf\xc3\xa9', 'Café'],
    // Saved again as UTF-8, with its old declaration.
    ['<meta charset="iso-8859-1">Caf\xc3\xa9', 'Café'],
  ])('%j by its declaration', (source, words) => {
    expect(decodeText(ascii(source)).text).toContain(words);
  });

  test('text that is not UTF-8 and declares nothing, with a remark', () => {
    expect(decodeText(ascii('Caf\xe9 ferm\xe9')).remark).toMatch(/^read as Windows-1252/);
    expect(decodeText(ascii('Cafe')).remark).toBeUndefined();
  });
});

test.each([
  ['PK\x03\x04\x14\x00', 'a Word, Excel or OpenDocument file'],
  ['%PDF-1.7\n', 'a PDF file'],
  ['\xD0\xCF\x11\xE0\xA1\xB1', 'a Word or Excel file of before 2007'],
  ['{\\rtf1\\ansi x}', 'a file in Rich Text Format'],
  ['\x89PNG\r\n', 'a picture'],
  ['\x1F\x8B\x08', 'a compressed file'],
  ['abc\x00\x01\x02def', 'a binary file'],
  [`${'\x01\x02 a'.repeat(50)}`, 'a binary file'],
])('rejects %j in a sentence', (source, what) => {
  expect(() => decodeText(ascii(source))).toThrow(UnreadableSourceError);
  expect(() => decodeText(ascii(source))).toThrow(`Unexpected content of ${what}`);
});

test('rejects letters of another alphabet that would be read as accents', () => {
  expect(() => decodeText(ascii('\xd1\xe1\xee\xe9 \xf1\xe5\xf0\xe2\xe5\xf0\xe0'))).toThrow(
    'Save it as UTF-8',
  );
});
