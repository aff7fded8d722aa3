/** Measures the contrast of colours (WCAG 2.2, relative luminance and contrast ratio), and derives colours from one. */

/** Red, green and blue, each from 0 to 255. */
type Channels = readonly [red: number, green: number, blue: number];

export const COLOUR_PATTERN = /^#[0-9a-f]{6}$/i;

/** WCAG 2.2, 1.4.3: the least contrast of text. */
export const MIN_CONTRAST = 4.5;

/** The backgrounds on which the accent colour is used as text: `--paper` and `--surface` in `src/styles/tokens.css`. */
export const BACKGROUNDS = {
  light: ['#ffffff', '#f5f7f9'],
  dark: ['#10141a', '#181e26'],
} as const;

/** The share of the accent colour in `--accent-surface`, from 0 to 1. */
export const SURFACE_SHARE = 0.1;

/**
 * Returns the contrast of two colours, from 1 to 21.
 *
 * @param a such as `#0a51a8`
 */
export function measureContrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [getLuminance(a), getLuminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Returns the least contrast of an accent colour to the backgrounds of a theme, its own surface included. */
export function measureAccentContrast(accent: string, theme: keyof typeof BACKGROUNDS): number {
  const own = mixColours(BACKGROUNDS[theme][0], accent, SURFACE_SHARE);
  return Math.min(...[...BACKGROUNDS[theme], own].map((background) => measureContrast(accent, background)));
}

/** Returns the colour closest to an accent colour that can be read in a theme, mixed with black or white. */
export function adaptAccent(accent: string, theme: keyof typeof BACKGROUNDS): string {
  const end = theme === 'light' ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.01) {
    const colour = mixColours(accent, end, share);
    if (measureAccentContrast(colour, theme) >= MIN_CONTRAST) return colour;
  }
  return end;
}

/** @param share of the second colour, from 0 to 1 */
export function mixColours(a: string, b: string, share: number): string {
  const [from, to] = [parseColour(a), parseColour(b)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function getLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parseColour(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parseColour(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
