/**
 * Noto fonts for scripts that Inter does not have. A font is read when a document first needs it, because those of East
 * Asia take 5 to 9 MB. A PDF contains only the glyphs that it uses.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Font } from 'fontkit';
import type { Weight } from '../knowledge/checklists/print/paper.ts';
import { openFont } from './open-font.ts';

type ScriptFont = 'japanese' | 'chinese' | 'korean' | 'hebrew' | 'arabic';
export type ScriptFontName = `${ScriptFont}-${'regular' | 'bold'}`;

const FONT_FILES: Readonly<Record<ScriptFontName, readonly [packageName: string, file: string]>> = {
  'japanese-regular': ['@embedpdf/fonts-jp', 'NotoSansJP-Regular.otf'],
  'japanese-bold': ['@embedpdf/fonts-jp', 'NotoSansJP-Bold.otf'],
  'chinese-regular': ['@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf'],
  'chinese-bold': ['@embedpdf/fonts-sc', 'NotoSansHans-Bold.otf'],
  'korean-regular': ['@embedpdf/fonts-kr', 'NotoSansKR-Regular.otf'],
  'korean-bold': ['@embedpdf/fonts-kr', 'NotoSansKR-Bold.otf'],
  'hebrew-regular': ['@embedpdf/fonts-hebrew', 'NotoSansHebrew-Regular.ttf'],
  'hebrew-bold': ['@embedpdf/fonts-hebrew', 'NotoSansHebrew-Bold.ttf'],
  'arabic-regular': ['@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf'],
  'arabic-bold': ['@embedpdf/fonts-arabic', 'NotoNaskhArabic-Bold.ttf'],
};

const EAST_ASIAN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uff00-\uffef]/u;
const SCRIPTS: readonly [pattern: RegExp, font: ScriptFont][] = [
  [/\p{scx=Hebrew}/u, 'hebrew'],
  [/\p{scx=Arabic}/u, 'arabic'],
];

/** Finds the font for a character among those of one document. */
export class ScriptFonts {
  /** The same Chinese character looks different in each country, so the other text of the document decides. */
  readonly #eastAsian: readonly ScriptFont[];

  /** @param text of the whole document */
  constructor(text: string) {
    if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
      this.#eastAsian = ['japanese', 'chinese', 'korean'];
    } else if (/\p{Script=Hangul}/u.test(text)) this.#eastAsian = ['korean', 'chinese', 'japanese'];
    else this.#eastAsian = ['chinese', 'japanese', 'korean'];
  }

  /** Returns the name of the font for a character, or undefined if none has it. */
  find(character: string, weight: Weight): ScriptFontName | undefined {
    const fonts = EAST_ASIAN.test(character)
      ? this.#eastAsian
      : SCRIPTS.flatMap(([pattern, font]) => (pattern.test(character) ? [font] : []));
    return fonts
      .map((font): ScriptFontName => `${font}-${weight === 'regular' ? 'regular' : 'bold'}`)
      .find((name) => openScriptFont(name).hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  }
}

const opened = new Map<ScriptFontName, Font>();

/** Reads a font on its first use. */
export function openScriptFont(name: ScriptFontName): Font {
  let font = opened.get(name);
  if (!font) {
    const [packageName, file] = FONT_FILES[name];
    // The packages export only the names of their files.
    const folder = join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'fonts');
    font = openFont(readFileSync(join(folder, file)));
    opened.set(name, font);
  }
  return font;
}
