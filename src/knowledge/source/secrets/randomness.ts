/** Tells random values from names. */

/** A part of a name: a word, a number, or a version. */
const NAME_PART = /^(?:\p{L}+|\d+|v?\d+(?:\.\d+)*|\p{L}{1,4}\d{1,4}|\d{1,4}\p{L}{1,3})$/u;
/** A word of a name, in one of the usual spellings. */
const WORD = /^(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+|(?:\p{Lu}?\p{Ll}{2,})(?:\p{Lu}\p{Ll}+)*)$/u;
const MAX_WORD_LENGTH = 16;

/** Returns whether a value is built of words and numbers, such as `registry-cred-2024` or `orders.created`. */
export function isWordy(value: string): boolean {
  const parts = value.split(/[-_./:+@=]+/).filter(Boolean);
  if (parts.length === 1) return /^\p{L}{3,}\d{0,4}$/u.test(value) && isWord(value.replace(/\d+$/, ''));
  return parts.every(
    (part) =>
      NAME_PART.test(part) &&
      (!/^\p{L}+$/u.test(part) || isWord(part)) &&
      !(part.length > 12 && /^\d+$/.test(part)),
  );
}

function isWord(part: string): boolean {
  return WORD.test(part) && part.length <= MAX_WORD_LENGTH;
}

const MIN_RANDOM_LENGTH = 8;
const MIN_LETTERS = 20;

/** Returns whether a value looks as if a program had made it: letters and digits mixed, and no name. */
export function isRandom(value: string): boolean {
  if (value.length < MIN_RANDOM_LENGTH || isWordy(value)) return false;
  if (/\d/.test(value)) return /\p{L}/u.test(value);
  return value.length >= MIN_LETTERS && countCaseChanges(value) >= 5;
}

/** The names of procedures are built like passwords: `hmacsha256`. */
const PROCEDURE = /sha\d|md\d|aes\d|rsa\d|hmac|base\d|utf\d|x?509|25519|[hre]s(?:256|384|512)|http/i;

/** Returns whether a value is a word and a longer number, as people choose passwords: `sommer2024`. */
export function isChosenWord(value: string): boolean {
  return /^\p{L}{4,20}\d{3,8}\p{P}{0,3}$/u.test(value) && !PROCEDURE.test(value);
}

/** Returns whether a value certainly was made by a program, whatever its name is. */
export function isStronglyRandom(value: string): boolean {
  if (value.length < 20 || !isRandom(value)) return false;
  if (/^[0-9a-f]+$/i.test(value)) return value.length >= 32;
  return /\d/.test(value) && countCaseChanges(value) >= 3;
}

const MIN_BASE64_LENGTH = 16;
/** The words of a path have four letters and more. A stretch of one kind of signs in random Base64 has two on average. */
const MAX_STRETCH_LENGTH = 2.7;
const STRETCH = /\p{Lu}?\p{Ll}+|\p{Lu}+|\d+/gu;

/** Returns whether a value is random in Base64, although its slashes make it look like a path. */
export function isRandomBase64(value: string): boolean {
  if (value.length < MIN_BASE64_LENGTH || !/^[\w+/-]+={0,2}$/.test(value)) return false;
  const changes = countCaseChanges(value);
  if (changes < 3 || (changes < 5 && !/\d/.test(value))) return false;
  const stretches = value.match(STRETCH) ?? [];
  return stretches.join('').length / stretches.length < MAX_STRETCH_LENGTH;
}

/** Counts the places where a small letter is next to a capital one. */
export function countCaseChanges(value: string): number {
  return value.match(/\p{Ll}\p{Lu}|\p{Lu}\p{Ll}/gu)?.length ?? 0;
}
