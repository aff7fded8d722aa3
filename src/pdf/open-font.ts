/** Opens a font so that it can draw many documents. */
import { create, type Font } from 'fontkit';

export function openFont(bytes: Uint8Array): Font {
  return cacheLayouts(nameGlyphs(create(bytes)));
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
