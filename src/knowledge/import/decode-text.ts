/** Decodes the bytes of a source file as text: by its byte order mark, by the encoding it declares, or as UTF-8. */
import { UnreadableSourceError } from './source-document.ts';

export interface DecodedText {
  readonly text: string;
  /** A note for the person who checks the draft, if the encoding is only likely. */
  readonly remark?: string;
}

/** The first bytes of files that are not text (en.wikipedia.org/wiki/List_of_file_signatures), with what they are. */
const BINARY_SIGNATURES: readonly (readonly [start: string, what: string])[] = [
  ['PK\x03\x04', 'a Word, Excel or OpenDocument file, or another ZIP archive'],
  ['\xD0\xCF\x11\xE0', 'a Word or Excel file of before 2007'],
  ['%PDF-', 'a PDF file'],
  ['{\\rtf', 'a file in Rich Text Format'],
  ['\x89PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\xFF\xD8\xFF', 'a picture'],
  ['\x1F\x8B', 'a compressed file'],
  ['BZh', 'a compressed file'],
  ['\xFD7zXZ', 'a compressed file'],
  ['\x28\xB5\x2F\xFD', 'a compressed file'],
  ['7z\xBC\xAF', 'a compressed file'],
  ['Rar!', 'a compressed file'],
  ['SQLite format 3', 'a database'],
];

/** Byte order marks (unicode.org/faq/utf_bom.html), the longer one first. */
const BYTE_ORDER_MARKS: readonly (readonly [mark: string, encoding: string])[] = [
  ['\xEF\xBB\xBF', 'utf-8'],
  ['\xFF\xFE', 'utf-16le'],
  ['\xFE\xFF', 'utf-16be'],
];

/** The length of the start that can declare the encoding. Browsers look at 1,024 bytes. */
const MAX_DECLARATION_BYTES = 4_096;

/**
 * Decodes text. Encodings are those of browsers (encoding.spec.whatwg.org), which the platform decodes by itself.
 *
 * @throws an UnreadableSourceError if the bytes are not text, or if nothing shows their encoding
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const start = toLatin1(bytes.subarray(0, MAX_DECLARATION_BYTES));
  const binary = BINARY_SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (binary) throw new UnreadableSourceError(formatNoText(binary[1]));
  const marked = BYTE_ORDER_MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  const decoded = marked
    ? { text: decodeStrictly(bytes, marked) }
    : decodeUnmarked(bytes, findDeclaredEncoding(start) ?? findUtf16(bytes));
  if (hasControlCharacters(decoded.text)) throw new UnreadableSourceError(formatNoText('a binary file'));
  return decoded;
}

function formatNoText(what: string): string {
  return `Unexpected content of ${what}, expected text. Save it as Markdown, HTML or plain text`;
}

/** Returns one character for each byte. */
function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableSourceError(`Unexpected bytes, expected text in ${encoding.toUpperCase()}`);
  }
}

function decodeUnmarked(bytes: Uint8Array, declared: string | undefined): DecodedText {
  const isUtf8 = canDecode(bytes, 'utf-8');
  // A page that was saved again, with the declaration of its first encoding.
  const isFalse = isUtf8 && declared !== undefined && SINGLE_BYTE.test(declared);
  if (declared !== undefined && !isFalse && canDecode(bytes, declared)) {
    return { text: decodeStrictly(bytes, declared) };
  }
  if (isUtf8) return { text: decodeStrictly(bytes, 'utf-8') };
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (!isLikelyWestern(text)) {
    throw new UnreadableSourceError('Unexpected bytes, expected text in UTF-8. Save it as UTF-8');
  }
  return { text, remark: 'read as Windows-1252, because it is not UTF-8: check the letters with accents' };
}

const SINGLE_BYTE = /^(?:windows-125|iso-8859-)/;

function canDecode(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Matches `<meta charset>`, the content type of a page, the declaration of XML, and the first lines of Emacs and Vim. */
const DECLARATIONS = [
  /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i,
  /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i,
  /^(?:.*\n)?.*-\*-.*\bcoding:\s*([\w.-]+)/,
  /^(?:.*\n)?.*\bvim?:.*\b(?:fileencoding|fenc)=([\w.-]+)/,
];

function findDeclaredEncoding(start: string): string | undefined {
  for (const pattern of DECLARATIONS) {
    const [, label] = pattern.exec(start) ?? [];
    const encoding = label && normalizeEncoding(label);
    if (encoding) return encoding;
  }
  return undefined;
}

/** Returns the name of an encoding that the platform knows. A page that declares UTF-16 in ASCII is UTF-8. */
function normalizeEncoding(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.replace(/-(?:unix|dos|mac)$/, ''));
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

/** Finds UTF-16 without its mark: every second byte of English text is zero. */
function findUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, MAX_DECLARATION_BYTES) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 5 && even === 0) return 'utf-16le';
  return even > length / 5 && odd === 0 ? 'utf-16be' : undefined;
}

/**
 * Returns whether text that was decoded as Windows-1252 is likely to be in it: in another alphabet, most letters would
 * have accents, and some bytes would not be characters at all.
 */
function isLikelyWestern(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const accented = text.match(/[\u00C0-\u00FF]/g)?.length ?? 0;
  // The bytes that Windows-1252 leaves out.
  return accented <= letters / 3 && !/[\x81\x8D\x8F\x90\x9D]/.test(text);
}

/** Terminals write colours and pages with the few control characters that text may have. */
function hasControlCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
  const controls = text.match(/[\x01-\x07\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0;
  return text.includes('\0') || controls > text.length / 100;
}
