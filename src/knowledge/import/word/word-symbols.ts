/** The characters of symbol fonts that people use as marks: tick boxes, ticks, crosses and arrows. */

/** Wingdings and Wingdings 2, by the last two digits of their codes (alanwood.net/demos/wingdings.html). */
const SYMBOLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: {
    '6C': '●',
    '6E': '■',
    '6F': '☐',
    '71': '❑',
    '72': '❒',
    A8: '☐',
    E0: '→',
    DF: '←',
    E1: '↑',
    E2: '↓',
    E8: '→',
    F0: '⇨',
    FB: '✗',
    FC: '✓',
    FD: '☒',
    FE: '☑',
    '4A': '☺',
    '4C': '☹',
    A7: '▪',
    D8: '➢',
  },
  'wingdings 2': { '4F': '✗', '50': '✓', '51': '☒', '52': '☑', A3: '☐' },
  symbol: {
    B7: '•',
    AE: '→',
    AC: '←',
    B1: '±',
    B3: '≥',
    A3: '≤',
    B9: '≠',
    B4: '×',
    '6D': 'µ',
    B0: '°',
    '44': 'Δ',
  },
};

/** Returns a character of the usual fonts, or words that name the symbol. */
export function readSymbol(font: string, code: string): string {
  const name = font.toLowerCase();
  const found = SYMBOLS[name]?.[code.slice(-2).toUpperCase()];
  if (found !== undefined) return found;
  const value = Number.parseInt(code, 16);
  // Codes above are those of the font itself.
  const isUsual = value >= 0x20 && value < 0xd800 && !Object.hasOwn(SYMBOLS, name);
  return isUsual ? String.fromCodePoint(value) : `(symbol ${code} of ${font})`;
}
