/**
 * Reads the fonts that PDFs embed: Inter for text and JetBrains Mono for code, as TrueType, because pdfkit cannot
 * embed WOFF2. A PDF contains only the fonts that it uses. Inter has Latin, Greek and Cyrillic letters.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import type { Style, Weight } from '../knowledge/checklists/print/paper.ts';
import { openFont } from './open-font.ts';
import { openScriptFont, type ScriptFontName, type ScriptFonts } from './script-fonts.ts';

type Face = 'text' | 'italic' | 'code';
type BaseFontName = `${Face}-${Weight}`;
export type FontName = BaseFontName | ScriptFontName;

/** Open fonts, for documents to share: to open one takes longer than to draw a list. */
export type PdfFonts = Readonly<Record<BaseFontName, Font>>;

const FONT_FILES: Record<BaseFontName, string> = {
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

const BASE_FONT_NAMES = Object.keys(FONT_FILES) as BaseFontName[];

/**
 * Returns the font for a character: that of its style, that of text if code contains a character without a glyph, or that
 * of its script; undefined if no font has the character.
 */
export function chooseFont(
  fonts: PdfFonts,
  scripts: ScriptFonts,
  { weight, code, italic }: Style,
  character: string,
): FontName | undefined {
  const names: BaseFontName[] = [`${code ? 'code' : italic ? 'italic' : 'text'}-${weight}`, `text-${weight}`];
  return (
    names.find((name) => fonts[name].hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) ??
    scripts.find(character, weight)
  );
}

export function getFont(fonts: PdfFonts, name: FontName): Font {
  return name in fonts ? fonts[name as BaseFontName] : openScriptFont(name as ScriptFontName);
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
    BASE_FONT_NAMES.map(async (name) => {
      return [name, openFont(await readFile(resolve(FONT_FILES[name])))] as const;
    }),
  );
  return Object.fromEntries(fonts) as Record<BaseFontName, Font>;
}
