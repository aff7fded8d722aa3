/** A PDF document that is tagged, embeds its fonts, and has the same bytes for the same input. */
import PDFDocument from 'pdfkit';
import type { StyledLines } from '../knowledge/checklists/print/checklist-measurer.ts';
import { type Paper, STYLES, type Style } from '../knowledge/checklists/print/paper.ts';
import { chooseFont, type FontName, getFont, type PdfFonts } from './pdf-fonts.ts';
import { ScriptFonts } from './script-fonts.ts';
import { orderVisually } from './visual-order.ts';

/** pdfkit always writes a creation date. A fixed one keeps the bytes the same. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/**
 * For code: no ligatures, which would draw `->` as an arrow. In Inter, where the monospaced font has no glyph, also
 * letters that cannot be confused.
 */
const CODE_FEATURES = { calt: false, zero: true, ss02: true };

interface FontPart {
  readonly text: string;
  readonly font: FontName;
}

export class TaggedPdf {
  readonly pdf: PDFKit.PDFDocument;
  readonly paper: Paper;
  readonly #bytes: Promise<Uint8Array>;
  /** The number of the current page, from 1. */
  pageNumber = 0;
  readonly #fonts: PdfFonts;
  readonly #scripts: ScriptFonts;
  readonly #registered = new Set<FontName>();

  /** @param text of the whole document, which decides on the fonts of East Asian characters */
  constructor(title: string, paper: Paper, fonts: PdfFonts, text = title) {
    this.pdf = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      // pdfkit supports it, but its types do not yet.
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      info: { Title: title, CreationDate: FIXED_DATE, Creator: 'Hindsight', Producer: 'Hindsight' },
    });
    this.paper = paper;
    this.#fonts = fonts;
    this.#scripts = new ScriptFonts(text);
    const chunks: Buffer[] = [];
    this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    this.#bytes = new Promise((resolve, reject) => {
      this.pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      this.pdf.on('error', reject);
    });
  }

  addPage(): void {
    this.pdf.addPage();
    this.pageNumber++;
  }

  /** Returns the width of a line: the sum of its words, because pdfkit draws word by word. */
  readonly measureWidth = (text: string, style: Style): number =>
    this.#splitByFont(text, style).reduce((sum, part) => sum + this.#measurePart(part, style), 0);

  #measurePart({ text, font: name }: FontPart, { code, size }: Style): number {
    const font = getFont(this.#fonts, name);
    const words = text.match(/\s+|\S+/g) ?? [];
    const units = words.reduce(
      (sum, word) => sum + font.layout(word, code ? CODE_FEATURES : undefined).advanceWidth,
      0,
    );
    return (units / font.unitsPerEm) * size;
  }

  /** Divides a text into parts that one font can draw. Space is drawn like what is before it. */
  #splitByFont(text: string, style: Style): FontPart[] {
    const first = this.#chooseFont(style, 'a');
    // Every font of Inter and JetBrains Mono has these.
    if (/^[ -~]*$/.test(text)) return [{ text, font: first }];
    const parts: FontPart[] = [];
    for (const character of text) {
      const last = parts.at(-1);
      const font = /\s/.test(character) ? (last?.font ?? first) : this.#chooseFont(style, character);
      if (last?.font === font) parts[parts.length - 1] = { text: last.text + character, font };
      else parts.push({ text: character, font });
    }
    return parts;
  }

  #chooseFont(style: Style, character: string): FontName {
    return chooseFont(this.#fonts, this.#scripts, style, character) ?? `text-${style.weight}`;
  }

  #useFont(name: FontName): void {
    if (!this.#registered.has(name)) {
      // pdfkit also accepts an open font, but its types do not.
      this.pdf.registerFont(name, getFont(this.#fonts, name) as unknown as Buffer);
      this.#registered.add(name);
    }
    this.pdf.font(name);
  }

  /** Draws lines in one style below each other, the first with its top at `y`. */
  drawLines(lines: readonly string[], style: Style, x: number, y: number, color = '#000'): void {
    this.drawStyledLines({ lines: lines.map((text) => [{ text, style }]), style }, x, y, color);
  }

  /** Draws lines below each other, the first with its top at `y`. */
  drawStyledLines({ lines, style }: StyledLines, x: number, y: number, color = '#000'): void {
    for (const [index, line] of lines.entries()) {
      // Inter's capitals are 0.73 em high: this puts them in the middle of the line.
      const baseline = y + index * style.leading + style.leading / 2 + style.size * 0.365;
      let at = x;
      for (const { text, style: own } of orderVisually(line)) {
        for (const part of this.#splitByFont(text, own)) {
          this.#useFont(part.font);
          this.pdf.fontSize(own.size).fillColor(color);
          this.pdf.text(part.text, at, baseline, {
            baseline: 'alphabetic',
            lineBreak: false,
            ...getFontFeatures(own),
          });
          at += this.#measurePart(part, own);
        }
      }
    }
  }

  /** Returns whether a font has a glyph for a character. Its weights have the same glyphs. */
  readonly canDraw = (character: string): boolean =>
    chooseFont(this.#fonts, this.#scripts, STYLES.item, character) !== undefined;

  /** Draws something that is not part of the text, so that screen readers skip it. */
  drawDecoration(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    this.pdf.save();
    draw();
    this.pdf.restore();
    this.pdf.endMarkedContent();
  }

  drawRule(x: number, y: number, width: number, thickness: number): void {
    this.drawDecoration(() => {
      this.pdf
        .lineWidth(thickness)
        .strokeColor('#000')
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke();
    });
  }

  drawDots(x: number, y: number, width: number): void {
    if (width <= 0) return;
    this.drawDecoration(() => {
      this.pdf.lineWidth(0.8).dash(0.8, { space: 2.4 }).moveTo(x, y);
      this.pdf
        .lineTo(x + width, y)
        .stroke('#000')
        .undash();
    });
  }

  finish(): Promise<Uint8Array> {
    this.pdf.end();
    return this.#bytes;
  }
}

function getFontFeatures({ code }: Style): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  // pdfkit passes them to fontkit, which also accepts a record; its types only allow lists.
  return code ? { features: CODE_FEATURES as unknown as PDFKit.Mixins.OpenTypeFeatures[] } : {};
}
