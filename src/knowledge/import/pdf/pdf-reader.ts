/** PDF files with text, read with PDF.js (`unpdf` is its build without a browser): pages as lines, and lines as blocks. */

import { replaceMarkedText } from '../marked-text.ts';
import {
  type Fact,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { arrangeLines } from './pdf-blocks.ts';
import { createLines, removePageFrames, type TextPiece } from './pdf-lines.ts';
import { checkStreams } from './pdf-streams.ts';
import { findRuledLines, markStruckText, STRIKE_END, STRIKE_START, stripStrikes } from './pdf-strikes.ts';

const PDF_SIGNATURE = '%PDF-';

export function recognizesPdf(sample: SourceSample): boolean {
  return sample.startsWith(PDF_SIGNATURE);
}

const MAX_PAGES = 500;
/** Pieces of text: a page of small print has some hundreds. */
const MAX_PIECES = 300_000;

/** @throws an UnreadableSourceError if it has no text, needs a password, is damaged or too large */
export async function readPdf({ path, bytes = new Uint8Array() }: SourceFile): Promise<SourceDocument> {
  checkStreams(bytes);
  const { pages, title, links } = await readPages(bytes);
  const lines = pages.map(createLines);
  const marked = lines
    .flat()
    .map((line) => line.text)
    .join('\n');
  const text = stripStrikes(marked);
  if (!/\p{L}{2}/u.test(text)) {
    throw new UnreadableSourceError(
      'Unexpected pages without text, which are pictures of pages, expected a PDF with text. Recognise its text (OCR) first',
    );
  }
  const { pages: inner, frames } = removePageFrames(lines);
  const { blocks, unclear } = arrangeLines(inner);
  const facts: Fact[] = [];
  const firstHeading = blocks.find(({ type }) => type === 'heading');
  if (title && !firstHeading) facts.push({ name: 'title', values: [title], target: 'title' });
  const others = links.filter((link) => !text.includes(link));
  if (others.length > 0) facts.push({ name: 'addresses of links', values: others });
  return {
    format: 'pdf',
    name: path,
    source: text,
    facts,
    events: [],
    body: replaceMarkedText(blocks, STRIKE_START, STRIKE_END, (struck) => [
      { type: 'delete', children: [{ type: 'text', value: struck }] },
    ]),
    remarks: [
      'pictures are not read from a PDF',
      ...(text === marked ? [] : ['text with a line through it is read as struck out: compare it']),
      ...(frames.some((frame) => /\p{L}/u.test(frame))
        ? [`headers and footers of pages left out: ${quote(frames)}`]
        : []),
      ...(unclear.length > 0 ? [`words that end a line with a hyphen: ${quote(unclear)}`] : []),
    ],
  };
}

function quote(texts: readonly string[]): string {
  return texts.map((text) => `“${stripStrikes(text)}”`).join(', ');
}

interface PdfContent {
  readonly pages: readonly (readonly TextPiece[])[];
  readonly title: string | undefined;
  readonly links: readonly string[];
}

async function readPages(bytes: Uint8Array): Promise<PdfContent> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  // The parser keeps the bytes, and takes no other kind of array: those of a file can be of Node.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), OPTIONS).catch((error: unknown) => {
    throw new UnreadableSourceError(describeFailure(error));
  });
  try {
    if (pdf.numPages > MAX_PAGES)
      throw new UnreadableSourceError(
        `Unexpected number of pages, expected at most ${MAX_PAGES}. Split the file`,
      );
    const pages: TextPiece[][] = [];
    const links = new Set<string>();
    let count = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const pieces = await readPage(page, MAX_PIECES - count);
      count += pieces.length;
      pages.push(markStruckText(pieces, findRuledLines(await page.getOperatorList(), OPS)));
      for (const link of await page.getAnnotations()) if (typeof link.url === 'string') links.add(link.url);
      page.cleanup();
    }
    const { info } = await pdf.getMetadata();
    return { pages, title: findTitle((info as { Title?: unknown }).Title), links: [...links] };
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    throw new UnreadableSourceError(describeFailure(error));
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Pictures are not decoded. */
const OPTIONS = { verbosity: 0, isEvalSupported: false, enableXfa: false, maxImageSize: 1 } as const;

function describeFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return name === 'PasswordException'
    ? 'Unexpected password, expected a file without one. Save it without a password'
    : 'Unexpected content, expected a complete PDF. Download or export it again';
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>['getPage']>>;

/** Reads the text of a page piece by piece, so that one without an end is stopped. */
async function readPage(page: PdfPage, limit: number): Promise<TextPiece[]> {
  const pieces: TextPiece[] = [];
  const reader = page.streamTextContent({ disableNormalization: false }).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces;
    for (const item of value.items) {
      if (!('str' in item) || item.str === '') continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      pieces.push({
        text: stripStrikes(item.str),
        x,
        y,
        width: item.width,
        size: Math.hypot(a, b) || item.height,
        isTurned: Math.abs(b) > Math.abs(a),
      });
    }
    if (pieces.length <= limit) continue;
    await reader.cancel();
    throw new UnreadableSourceError(
      `Unexpected amount of text, expected at most ${MAX_PIECES} pieces. Split the file`,
    );
  }
}

/** Programs write the name of the file as its title. */
function findTitle(written: unknown): string | undefined {
  const title =
    typeof written === 'string' ? written.replace(/^Microsoft (?:Word|PowerPoint) - /, '').trim() : '';
  return title === '' || /^(?:untitled|document\d*)$|\.\w{2,5}$/i.test(title) ? undefined : title;
}
