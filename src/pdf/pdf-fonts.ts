/**
 * Reads the fonts that PDFs embed: Inter for text and JetBrains Mono for code, as TrueType, because pdfkit cannot
 * embed WOFF2. A PDF contains only the fonts that it uses.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { Style, Weight } from '../knowledge/checklists/print/paper.ts';

type Face = 'text' | 'italic' | 'code';
export type FontName = `${Face}-${Weight}`;

/** Open fonts, for documents to share: to open one takes longer than to draw a list. */
export type PdfFonts = Readonly<Record<FontName, Font>>;

const FONT_FILES: Record<FontName, string> = {
  'text-regular': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'text-semibold': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'text-bold': '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
  'italic-regular': '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  'italic-semibold': '@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf',
  'italic-bold': '@expo-google-fonts/inter/700Bold_Italic/Inter_700Bold_Italic.ttf',
  'code-regular': '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
  'code-semibold': '@expo-google-fonts/jetbrains-mono/600SemiBold/JetBrainsMono_600SemiBold.ttf',
  'code-bold': '@expo-google-fonts/jetbrains-mono/700Bold/JetBrainsMono_700Bold.ttf',
};

export const FONT_NAMES = Object.keys(FONT_FILES) as FontName[];

/** Returns the font for a character: that of its style, or that of text if code contains a character without a glyph. */
export function chooseFont(fonts: PdfFonts, { weight, code, italic }: Style, character: string): FontName {
  const name: FontName = `${code ? 'code' : italic ? 'italic' : 'text'}-${weight}`;
  return code && !fonts[name].hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? `text-${weight}` : name;
}

let loaded: Promise<PdfFonts> | undefined;

/** Reads the fonts on the first call. */
export function loadPdfFonts(): Promise<PdfFonts> {
  loaded ??= readFonts();
  return loaded;
}

async function readFonts(): Promise<PdfFonts> {
  const { resolve } = createRequire(import.meta.url);
  const fonts = await Promise.all(
    FONT_NAMES.map(async (name) => {
      const font = create(await readFile(resolve(FONT_FILES[name])));
      return [name, cacheLayouts(nameGlyphs(font))] as const;
    }),
  );
  return Object.fromEntries(fonts) as Record<FontName, Font>;
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
