/** Reads PDFs with pdf.js: the text of pages, bookmarks, structure and QR codes. */
import decodeQR from 'qr/decode.js';
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** Returns the text of each page with normalized white space. */
export async function readPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await openPdf(bytes), { mergePages: false });
  return text.map(normalizeText);
}

/** Replaces line breaks and other white space with single spaces. */
export function normalizeText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Returns the text of a page in the order of drawing, each part with its font: `Inter-Bold: Deploy`. */
export async function readFonts(bytes: Uint8Array, page: number): Promise<string[]> {
  const { commonObjs, ...proxy } = await loadPage(bytes, page);
  const { items } = await proxy.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const { name } = commonObjs.get(item.fontName) as { name: string };
    return [`${name.replace(/^.*\+/, '')}: ${item.str.trim()}`];
  });
}

/** Returns the parts of a page's text with their fonts and their distances from the left edge. */
export async function readPlaces(
  bytes: Uint8Array,
  page: number,
): Promise<{ readonly text: string; readonly font: string; readonly x: number }[]> {
  const { commonObjs, ...proxy } = await loadPage(bytes, page);
  const { items } = await proxy.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const { name } = commonObjs.get(item.fontName) as { name: string };
    return [{ text: item.str.trim(), font: name.replace(/^.*\+/, ''), x: item.transform[4] as number }];
  });
}

/** pdf.js knows the fonts of a page after it has read its operators. */
async function loadPage(bytes: Uint8Array, number: number) {
  const page = await (await openPdf(bytes)).getPage(number);
  await page.getOperatorList();
  return { commonObjs: page.commonObjs, getTextContent: () => page.getTextContent() };
}

export async function readBookmarks(bytes: Uint8Array): Promise<{ title: string; items: string[] }[]> {
  const outline = (await (await openPdf(bytes)).getOutline()) as {
    title: string;
    items: { title: string }[];
  }[];
  return outline.map(({ title, items }) => ({ title, items: items.map((item) => item.title) }));
}

export async function isTagged(bytes: Uint8Array): Promise<boolean> {
  const { Marked } = ((await (await openPdf(bytes)).getMarkInfo()) ?? {}) as { Marked?: boolean };
  return Marked === true;
}

/** Returns the roles in a page's structure, such as `H1`, `P` and `L`. */
export async function readRoles(bytes: Uint8Array, page: number): Promise<string[]> {
  const tree = await (await (await openPdf(bytes)).getPage(page)).getStructTree();
  const roles = (node: unknown): string[] => {
    const { role, children = [] } = node as { role?: string; children?: unknown[] };
    return [...(role ? [role] : []), ...children.flatMap(roles)];
  };
  return roles(tree);
}

/** Decodes the QR code of a page from the rectangles that are drawn. */
export async function readQrCode(bytes: Uint8Array, page: number): Promise<string> {
  const { OPS } = await getResolvedPDFJS();
  const operators = await (await (await openPdf(bytes)).getPage(page)).getOperatorList();
  const paths = operators.argsArray.filter((_, index) => operators.fnArray[index] === OPS.constructPath);
  const rectangles = paths
    .map((path) => parseRectangles(path as unknown[]))
    .toSorted((a, b) => b.length - a.length)[0];
  return decodeQR(rasterize(rectangles ?? []));
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** pdf.js writes a path as moves (0), lines (1) and closings (4), each followed by its coordinates. */
function parseRectangles([, data]: unknown[]): Rectangle[] {
  const numbers = Object.values((data as (object | null)[])[0] ?? {}) as number[];
  const rectangles: Rectangle[] = [];
  for (let at = 0; at + 12 < numbers.length; at += 13) {
    const [xs, ys] = [
      [1, 4, 7, 10].map((offset) => numbers[at + offset] ?? 0),
      [2, 5, 8, 11].map((offset) => numbers[at + offset] ?? 0),
    ];
    rectangles.push({
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    });
  }
  return rectangles;
}

const PIXELS_PER_POINT = 3;
const BORDER = 20;

function rasterize(rectangles: readonly Rectangle[]): { width: number; height: number; data: Uint8Array } {
  const left = Math.min(...rectangles.map((one) => one.left));
  const top = Math.min(...rectangles.map((one) => one.top));
  const size =
    Math.ceil((Math.max(...rectangles.map((one) => one.right)) - left) * PIXELS_PER_POINT) + 2 * BORDER;
  const data = new Uint8Array(size * size * 4).fill(255);
  const pixel = (value: number, from: number) => Math.round((value - from) * PIXELS_PER_POINT) + BORDER;
  for (const one of rectangles) {
    for (let y = pixel(one.top, top); y < pixel(one.bottom, top); y++) {
      for (let x = pixel(one.left, left); x < pixel(one.right, left); x++) {
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
      }
    }
  }
  return { width: size, height: size, data };
}

const openedPdfs = new WeakMap<Uint8Array, ReturnType<typeof getDocumentProxy>>();

/** Opens each PDF once. */
function openPdf(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  let document = openedPdfs.get(bytes);
  if (!document) {
    // pdf.js takes ownership of the buffer.
    document = getDocumentProxy(bytes.slice());
    openedPdfs.set(bytes, document);
  }
  return document;
}
