/**
 * Reads the metadata of a picture: EXIF, IPTC, XMP and the texts of PNG, with ExifReader; and every text among the other
 * bytes, because metadata can be in places that no library knows, such as after the end of the picture, in a colour profile
 * or in a block of the same name as another.
 */
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import ExifReader from 'exifreader';
import type { PictureMetadata } from '../../knowledge/source/picture-metadata.ts';
import { listMetadataBlocks } from './metadata-blocks.ts';

/** Groups of ExifReader that contain no names of fields that a person fills in, or repeat another group. */
const IGNORED_GROUPS = new Set(['file', 'gps', 'icc', 'jfif', 'pngFile', 'png', 'riff', 'gif', 'Thumbnail']);
const PERSON_PATTERN = /artist|author|by-?line|creator(?!tool)|copyright|credit|owner|person|rights|writer/i;
const PLACE_PATTERN = /^GPS(?:Latitude|Longitude)$/;

/** All metadata of a picture together, decompressed. The limit is that of a text file: the search for secrets relies on it. */
export const MAX_METADATA_LENGTH = 1_000_000;

/** @returns undefined if the metadata are longer than the limit */
export async function readMetadata(bytes: Uint8Array): Promise<PictureMetadata | undefined> {
  const groups = await loadGroups(bytes);
  const blocks = groups && (await listMetadataBlocks(bytes, MAX_METADATA_LENGTH));
  if (!blocks) return undefined;
  const fields = listFields(groups);
  const values = new Set(fields.map(({ value }) => value));
  const blockTexts = blocks.flatMap((block) =>
    findTexts(block.bytes, block.isComment ? MIN_COMMENT_LENGTH : MIN_TEXT_LENGTH),
  );
  const text = [
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    ...new Set([...findTexts(bytes, MIN_TEXT_LENGTH), ...blockTexts.filter((found) => !values.has(found))]),
  ].join('\n');
  if (text.length > MAX_METADATA_LENGTH) return undefined;
  const names = fields.flatMap(({ name, value }) => [name, ...listXmpNames(value)]);
  return {
    text,
    hasPlace: 'gps' in groups || names.some((name) => PLACE_PATTERN.test(name)),
    personFields: [...new Set(names.filter((name) => PERSON_PATTERN.test(name)))],
  };
}

interface Field {
  readonly name: string;
  readonly value: string;
}

function listFields(groups: object): Field[] {
  return Object.entries(groups)
    .filter(([group]) => !IGNORED_GROUPS.has(group))
    .flatMap(([, tags]) => Object.entries((tags ?? {}) as object))
    .flatMap(([name, tag]) => {
      const value = getText(tag).trim();
      return name === '_raw' || value === '' ? [] : [{ name, value }];
    });
}

/** Lists the names of the fields of XMP in a text of a PNG, which ExifReader does not parse. */
function listXmpNames(value: string): string[] {
  if (!value.includes('<x:xmpmeta')) return [];
  return [...value.matchAll(/[\s<]\w+:(\w+)/g)].map(([, name = '']) => name);
}

const inflateAsync = promisify(inflate);

/**
 * Returns nothing for metadata that cannot be parsed: the texts in it are still found among the bytes. Returns undefined
 * for metadata that are too long when decompressed, which needs only a thousandth of the length in the file.
 */
async function loadGroups(bytes: Uint8Array): Promise<object | undefined> {
  let room = MAX_METADATA_LENGTH;
  let waiting: Promise<unknown> = Promise.resolve();
  const inflateWithin = async (compressed: Uint8Array): Promise<Uint8Array> => {
    const inflated = await inflateAsync(compressed, { maxOutputLength: Math.max(1, room) });
    room -= inflated.length;
    return inflated;
  };
  // ExifReader asks for all blocks at the same time. They wait for each other, because they share the room.
  const deflate = (compressed: Uint8Array): Promise<Uint8Array> => {
    const result = waiting.then(() => inflateWithin(compressed));
    waiting = result.catch((error) => {
      if (error instanceof RangeError) room = 0;
    });
    return result;
  };
  const options = { expanded: true, async: true, includeUnknown: true, decompress: { deflate } } as const;
  try {
    const groups = await ExifReader.load(Buffer.from(bytes), options);
    return room > 0 ? groups : undefined;
  } catch {
    return room > 0 ? {} : undefined;
  }
}

/** Numbers, such as those of a lens or of the camera's own notes, are not text. */
function getText(tag: unknown): string {
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return '';
  const { description } = tag;
  return typeof description === 'string' && /\p{L}|@/u.test(description) ? description : '';
}

/** Shorter runs of printable characters occur by chance among the bytes of pixels. */
const MIN_TEXT_LENGTH = 16;
const MIN_COMMENT_LENGTH = 6;

/** Finds texts in ASCII, and in UTF-16 in either byte order and at any offset. */
function findTexts(bytes: Uint8Array, minLength: number): string[] {
  const pattern = new RegExp(`[\\t\\n\\r -~]{${minLength},}`, 'g');
  // Node 24 writes outside of its memory if it decodes UTF-16 at an odd offset (`toString`), so that text is copied.
  const shifted = Uint8Array.from(bytes.subarray(1));
  const texts = [
    new TextDecoder('latin1').decode(bytes),
    ...[bytes, shifted].flatMap((source) =>
      ['utf-16le', 'utf-16be'].map((encoding) => new TextDecoder(encoding).decode(source)),
    ),
  ];
  return texts.flatMap((text) => text.match(pattern) ?? []);
}
