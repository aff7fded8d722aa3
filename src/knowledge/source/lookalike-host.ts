/**
 * Finds host names that a reader can take for others: `gіthub.com` with a Cyrillic letter. Each label has to be in one
 * script, as in the profile "Highly Restrictive" of Unicode Technical Standard 39, section 5.2. A label in one script is
 * refused, too, if all its letters look like Latin ones, as in the policy of Chromium for international names.
 */
import punycode from 'punycode.js';
import { listMailHosts } from './safe-address.ts';

export interface LookalikeHost {
  /** As a reader sees it: `gіthub.com`. */
  readonly shown: string;
  /** As a browser asks for it: `xn--gthub-n2e.com`. */
  readonly ascii: string;
}

/** The scripts in general use (Unicode Standard Annex 31, table 5). Letters of others only look like them. */
const SCRIPTS =
  'Arabic Armenian Bengali Bopomofo Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Hangul Han Hebrew Hiragana Kannada Katakana Khmer Lao Latin Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan'.split(
    ' ',
  );
/** Chinese, Japanese and Korean texts contain Latin letters and several scripts. */
const MIXTURES = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Bopomofo'],
  ['Han', 'Hangul'],
];

const matchLabel = (scripts: readonly string[]) => {
  const letters = scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('');
  return new RegExp(`^(?:[[${letters}]&&[\\p{L}\\p{M}\\p{Nd}]]|[\\d_\\-])+$`, 'v');
};
const ONE_SCRIPT = SCRIPTS.map((script) => matchLabel([script]));
const EAST_ASIAN = MIXTURES.map((scripts) => matchLabel(['Latin', ...scripts]));

/** The dot between two words in Katakana, the dot of Catalan, and joiners that give letters their shape. */
const HARMLESS =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])・(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=l)·(?=l)|(?<=[\p{Script=Arabic}\p{Mn}])[\u200c\u200d]/gu;

/** Latin letters that no alphabet of a language in general use has, or that look like another one: `ɡ`, `ɑ`, `ĸ`, `ſ`. */
const UNUSUAL_LATIN =
  /[\p{Script=Latin}--[a-zß-öø-ķĺ-ňŋ-žơưǎǐǒǔǧǩǫǹșțȟəɓɗƙƴɛɔɣɖ\u1e02-\u1e99\u1ea0-\u1ef9]]/v;
/** Marks below a letter, which an underline hides. */
const MARK_BELOW = /^[a-z][\u0323-\u0325\u032d\u0330\u0331]$/u;

/** Letters that look like Latin ones. */
const LATIN_LOOKALIKES: readonly (readonly [letters: RegExp, ownDomains: RegExp])[] = [
  [/^[асԁеһіјӏорԛѕԝхуъьҽпгѵѡү\d_-]+$/u, /\p{Script=Cyrillic}/u],
  [/^[αικνρυωηοτγχβϲϳ\d_-]+$/u, /\p{Script=Greek}|^(?:gr|cy)$/u],
  [/^[հոսցքօոյլզղգշ\d_-]+$/u, /\p{Script=Armenian}|^am$/u],
  [/^[იოყძხჽჿ\d_-]+$/u, /\p{Script=Georgian}|^ge$/u],
];
/** A mark that no single letter contains: `i` with a second dot. */
const LOOSE_MARK = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}/u;
/** Strokes between Latin letters, where they look like a slash, a hyphen or an `l`. */
const STROKES = /^(?=.*[a-z])[a-z\d_\-ノソン丶丿丨一ー〇ㄧㅣ〳〵]+$/u;

/** @param address any address, also one that no browser can read; of one that starts with `mailto:`, the mailboxes count */
export function findLookalikeHost(address: string): LookalikeHost | undefined {
  const addresses = /^mailto:/i.test(address)
    ? listMailHosts(address).map((host) => `https://${host}/`)
    : [address];
  return addresses.map(findInWebAddress).find((host) => host !== undefined);
}

function findInWebAddress(address: string): LookalikeHost | undefined {
  const ascii = extractHost(address);
  if (ascii === undefined || !/^xn--|\.xn--|[^\p{ASCII}]/iu.test(ascii)) return undefined;
  const shown = decodeHost(ascii);
  const labels = shown.replace(/\.$/, '').split('.');
  const domain = labels.at(-1) ?? '';
  return labels.some((label) => isLookalike(label.normalize('NFC'), domain)) ? { shown, ascii } : undefined;
}

function extractHost(address: string): string | undefined {
  if (URL.canParse(address)) return new URL(address).hostname;
  return /^\s*https?:[\\/]*([^\\/?#:\s]+)/i.exec(address)?.[1]?.toLowerCase();
}

function decodeHost(host: string): string {
  try {
    return punycode.toUnicode(host);
  } catch {
    return host;
  }
}

function isLookalike(label: string, domain: string): boolean {
  if (/^\p{ASCII}*$/u.test(label)) return label.startsWith('xn--');
  const letters = label.replace(HARMLESS, '');
  if (/^\p{ASCII}*$/u.test(letters)) return false;
  // Letters for which IDNA has others, such as capitals, are in no name that a browser asks for.
  if (letters !== letters.toLowerCase()) return true;
  if (![...ONE_SCRIPT, ...EAST_ASIAN].some((pattern) => pattern.test(letters))) return true;
  if (STROKES.test(letters) || LOOSE_MARK.test(letters)) return true;
  if (LATIN_LOOKALIKES.some(([pattern, own]) => pattern.test(letters) && !own.test(domain))) return true;
  return hasLatinLookalike(letters, domain);
}

function hasLatinLookalike(letters: string, domain: string): boolean {
  // The dotless i is a letter of Turkish and Azerbaijani.
  const usual = /^(?:tr|az)$/.test(domain) ? letters.replaceAll('ı', '') : letters;
  if (UNUSUAL_LATIN.test(usual) || usual.includes('ı')) return true;
  const others = [...usual].filter((letter) => letter > '\u007f').map((letter) => letter.normalize('NFD'));
  // Vietnamese and Igbo have such letters.
  if (/^(?:vn|ng)$/.test(domain)) return false;
  return others.length > 0 && others.every((letter) => MARK_BELOW.test(letter));
}
