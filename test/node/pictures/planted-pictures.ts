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
      bytes: insertAt(png, 33, createTextChunk(type, 'Author', `Paula of the PNG, ${PLANTED_SECRET}`)),
      texts: ['Paula of the PNG', PLANTED_SECRET],
    })),
    {
      name: 'zTXt.png',
      bytes: addToPng(png, [compressText(`Zoe of the PNG, ${PLANTED_SECRET}`)]),
      texts: [],
    },
  ];
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
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xfe]), length, Buffer.from(text)]);
}

/** GIF89a, section 24: one block of at most 255 bytes. */
function createGifComment(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x21, 0xfe, text.length]), Buffer.from(text), Buffer.from([0])]);
}
