/** Pictures with texts in all the places in which each format keeps them. */
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Looks like the id of an AWS access key. */
export const PLANTED_SECRET = 'AKIAQ3EGR7NNDVX5TWKZ';

export interface PlantedPicture {
  readonly name: string;
  readonly bytes: Buffer;
  /** The texts in it that are not pixels. */
  readonly texts: readonly string[];
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Xenia of the XMP</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

export function createPicture({ width = 24, height = 16 } = {}): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#2266aa' } });
}

function createPhoto(): Sharp {
  return createPicture()
    .withExif({
      IFD0: { Artist: 'Arthur of the EXIF', ImageDescription: `key ${PLANTED_SECRET}` },
      IFD3: {
        GPSLatitude: '51/1 30/1 0/1',
        GPSLatitudeRef: 'N',
        GPSLongitude: '0/1 7/1 0/1',
        GPSLongitudeRef: 'W',
      },
    })
    .withXmp(XMP);
}

const PHOTO_TEXTS = ['Arthur of the EXIF', PLANTED_SECRET, 'Xenia of the XMP'];

export async function createPlantedPictures(): Promise<PlantedPicture[]> {
  const photos = { jpg: createPhoto().jpeg(), webp: createPhoto().webp(), avif: createPhoto().avif() };
  const encoded = await Promise.all(
    Object.entries(photos).map(async ([extension, photo]) => ({
      name: `photo.${extension}`,
      bytes: await photo.toBuffer(),
      texts: PHOTO_TEXTS,
    })),
  );
  const png = await createPhoto().png().toBuffer();
  const plainPng = await createPicture().png().toBuffer();
  const jpeg = await createPicture().jpeg().toBuffer();
  const gif = await createPicture().gif().toBuffer();
  return [
    ...encoded,
    // XMP is compressed in a PNG.
    { name: 'photo.png', bytes: png, texts: PHOTO_TEXTS.slice(0, 2) },
    ...[png, jpeg, gif].map((bytes, index) => ({
      name: `trailing.${['png', 'jpg', 'gif'][index]}`,
      bytes: Buffer.concat([bytes, Buffer.from(`after the end: ${PLANTED_SECRET}`)]),
      texts: [PLANTED_SECRET],
    })),
    {
      name: 'utf16.jpg',
      bytes: Buffer.concat([jpeg, Buffer.from(`after the end: ${PLANTED_SECRET}`, 'utf16le')]),
      texts: [PLANTED_SECRET],
    },
    {
      name: 'comment.jpg',
      bytes: insertAt(jpeg, 2, createJpegComment(`A comment: ${PLANTED_SECRET}`)),
      texts: [PLANTED_SECRET],
    },
    {
      name: 'comment.gif',
      bytes: insertAt(gif, gif.length - 1, createGifComment(`A comment: ${PLANTED_SECRET}`)),
      texts: [PLANTED_SECRET],
    },
    ...['tEXt', 'iTXt'].map((type) => ({
      name: `${type}.png`,
      bytes: insertAt(plainPng, 33, createTextChunk(type, 'Author', `Paula of the PNG, ${PLANTED_SECRET}`)),
      texts: ['Paula of the PNG', PLANTED_SECRET],
    })),
    ...createBlockPictures({ png: plainPng, jpeg, gif }),
    {
      name: 'zTXt.png',
      bytes: addToPng(plainPng, [compressText(`Zoe of the PNG, ${PLANTED_SECRET}`)]),
      texts: [],
    },
  ];
}

/** Returns pictures whose text is compressed, cut into pieces or written in digits, or in a place that no library reads. */
function createBlockPictures({ png, jpeg, gif }: Record<'png' | 'jpeg' | 'gif', Buffer>) {
  const words = `words of a block: ${PLANTED_SECRET}`;
  const compressed = deflateSync(`${words}, and more words`);
  const cut = `${'a '.repeat(115)}${words}`;
  const profile = Buffer.concat([Buffer.alloc(128), Buffer.from(words, 'utf16le').swap16()]);
  const digits = Buffer.from(words).toString('hex').replace(/.{72}/g, '$&\n');
  const xmp = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\u0001\0\0\0'), compressed]);
  const pngs: Record<string, Buffer[]> = {
    'compressed XMP': [createChunk('iTXt', xmp)],
    'a colour profile': [createChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(profile)]))],
    'two compressed texts of one name': [compressText(words), compressText('Nothing.')],
    'a compressed text without its end': [
      createChunk('zTXt', Buffer.concat([Buffer.from('Title\0\0'), compressed.subarray(0, -6)])),
    ],
    'a profile in digits': [
      createTextChunk('tEXt', 'Raw profile type xmp', `\nxmp\n${words.length}\n${digits}\n`),
    ],
    'a chunk that nobody knows': [createChunk('prVt', compressed)],
  };
  const [start, end] = [cut.slice(0, 250), cut.slice(250)];
  const iccHead = (index: number) => Buffer.from(`ICC_PROFILE\0${String.fromCharCode(index, 2)}`, 'latin1');
  const pieces = [profile.subarray(0, 180), profile.subarray(180)];
  const jpegs: Record<string, Buffer[]> = {
    'comments that continue each other': [createJpegComment(start), createJpegComment(end)],
    'a colour profile in pieces': pieces.map((piece, index) =>
      createJpegSegment(0xe2, Buffer.concat([iccHead(index + 1), piece])),
    ),
  };
  return [
    ...Object.entries(pngs).map(([name, chunks]) => ({ name: `${name}.png`, bytes: addToPng(png, chunks) })),
    ...Object.entries(jpegs).map(([name, segments]) => ({
      name: `${name}.jpg`,
      bytes: insertAt(jpeg, 2, Buffer.concat(segments)),
    })),
    { name: 'a comment in pieces.gif', bytes: insertAt(gif, gif.length - 1, createGifComment(start, end)) },
  ].map((picture) => ({ ...picture, texts: [] }));
}

/** Returns a chunk of a PNG with the name of an author. */
export function compressText(text: string): Buffer {
  return createChunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(text)]));
}

/** Inserts chunks after the first one, the header. */
export function addToPng(png: Buffer, chunks: readonly Buffer[]): Buffer {
  return insertAt(png, 33, Buffer.concat(chunks));
}

function insertAt(bytes: Buffer, at: number, inserted: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
}

function createTextChunk(type: string, keyword: string, text: string): Buffer {
  return createChunk(type, Buffer.from(`${keyword}\0${type === 'iTXt' ? '\0\0\0\0' : ''}${text}`));
}

/** PNG, third edition, section 5.3: length, type, data, checksum. */
function createChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** JFIF: the marker COM, and the length with itself. */
function createJpegComment(text: string): Buffer {
  return createJpegSegment(0xfe, Buffer.from(text));
}

function createJpegSegment(marker: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
}

/** GIF89a, section 24: pieces of at most 255 bytes. */
function createGifComment(...pieces: string[]): Buffer {
  const blocks = pieces.map((text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]));
  return Buffer.concat([Buffer.from([0x21, 0xfe]), ...blocks, Buffer.from([0])]);
}
