/** Reads the fonts that PDFs embed: Inter, as TrueType, because pdfkit cannot embed WOFF2. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { Weight } from '../knowledge/checklists/print/paper.ts';

/** Open fonts, for documents to share: to open one takes longer than to draw a list. */
export type PdfFonts = Readonly<Record<Weight, Font>>;

const FONT_FILES: Record<Weight, string> = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  semibold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  bold: '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
};

let loaded: Promise<PdfFonts> | undefined;

/** Reads the fonts on the first call. */
export function loadPdfFonts(): Promise<PdfFonts> {
  loaded ??= readFonts();
  return loaded;
}

async function readFonts(): Promise<PdfFonts> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, semibold, bold] = await Promise.all(
    [FONT_FILES.regular, FONT_FILES.semibold, FONT_FILES.bold].map(async (file) =>
      cacheLayouts(nameGlyphs(create(await readFile(resolve(file))))),
    ),
  );
  if (!regular || !semibold || !bold) throw new Error('The fonts of the PDFs could not be read');
  return { regular, semibold, bold };
}

/**
 * Gives a glyph its characters even if it was first used as a part of another glyph. fontkit remembers a glyph as it was
 * first used, so the apostrophe, once drawn as half of a quotation mark, would have no text to copy.
 */
function nameGlyphs(font: Font): Font {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, codePoints);
    if (glyph.codePoints.length === 0) glyph.codePoints = codePoints;
    return glyph;
  };
  return font;
}

/**
 * Returns the same font with a cache of text layouts. Without it, a PDF would spend most of its time on ligatures
 * and kerning of words that all lists share. Positions are copied, because pdfkit scales them in place.
 */
function cacheLayouts(font: Font): Font {
  const runs = new Map<string, ReturnType<Font['layout']>>();
  const cached: Font = Object.create(font);
  cached.layout = (text, features) => {
    const key = features ? `${JSON.stringify(features)} ${text}` : text;
    let run = runs.get(key);
    if (!run) {
      const { glyphs, positions, advanceWidth } = font.layout(text, features);
      run = { glyphs, positions, advanceWidth };
      runs.set(key, run);
    }
    return { ...run, positions: run.positions.map((position) => ({ ...position })) };
  };
  return cached;
}
