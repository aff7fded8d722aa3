/**
 * Makes secrets and personal data from templates when it runs, so that no scanner takes this repository for a leak.
 * The same row always makes the same text.
 */

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';

const ALPHABETS: Readonly<Record<string, string>> = {
  an: UPPER + LOWER + DIGITS,
  AN: UPPER + DIGITS,
  b32: `${UPPER}234567`,
  b64: `${UPPER}${LOWER}${DIGITS}+/`,
  d: DIGITS,
  hex: '0123456789abcdef',
  HEX: '0123456789ABCDEF',
  lo: LOWER,
  LO: UPPER,
  ld: LOWER + DIGITS,
  pw: `${UPPER}${LOWER}${DIGITS}!?%-_`,
  url: `${UPPER}${LOWER}${DIGITS}-_`,
};

/** A small linear congruential generator (Numerical Recipes). */
function createRandom(seed: number): () => number {
  let state = (seed + 1) * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Replaces `{an:12}` by twelve letters and digits, `{card:4}` by the number of a card that starts with 4, `{iban:DE:18}` by
 * an IBAN with eighteen digits, `{base64:…}` by the text in Base64, and `{}` by nothing.
 */
export function fillTemplate(template: string, seed: number): string {
  const random = createRandom(seed);
  const pick = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  const fill = (text: string) =>
    text.replace(/\{([A-Za-z\d]*)(?::([^{}]*))?\}/g, (whole, name: string, argument = '') => {
      if (name === '') return '';
      const alphabet = ALPHABETS[name];
      if (alphabet) return pick(alphabet, Number(argument));
      if (name === 'card') return createCardNumber(argument, pick);
      if (name === 'iban') return createIban(argument, pick);
      if (name === 'base64') return btoa(argument);
      return whole;
    });
  // Twice, because the text of `{base64:…}` can contain places of its own.
  return fill(text(template, fill));
}

function text(template: string, fill: (text: string) => string): string {
  return template.replace(/\{base64:((?:[^{}]|\{[^{}]*\})*)\}/g, (_, inner: string) => btoa(fill(inner)));
}

type Pick = (alphabet: string, length: number) => string;

/** @param prefix the first digits; 34 and 37 make fifteen digits, everything else sixteen */
function createCardNumber(prefix: string, pick: Pick): string {
  const length = /^3[47]/.test(prefix) ? 15 : 16;
  const digits = prefix + pick(DIGITS, length - 1 - prefix.length);
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** @param argument the country and how many digits follow the check digits: `DE:18` */
function createIban(argument: string, pick: Pick): string {
  const [country = 'DE', length = '18'] = argument.split(':');
  const account = pick(DIGITS, Number(length));
  const numbers = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  const check = 98n - (BigInt(numbers) % 97n);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}
