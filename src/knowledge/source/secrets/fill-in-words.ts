/** Recognizes requests to fill something in, and examples, by all of their words: `your-password`, `Change_Me_Now`. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const REQUESTS = words('insert enter replace put add use change set fill paste provide');
/** Words that alone make an example of a value. */
const EXAMPLE_WORDS = words('example sample dummy placeholder redacted removed changeme notreal fake');
const KNOWN_WORDS = words(
  'a abc access account address admin after an api apikey app auth aws azure bar base64 baz be before bot bucket by ' +
    'change char character characters chars client cloud code com com company credential credentials customer data ' +
    'database db demo deploy deployment dev digit digits domain email encryption env environment foo for from gcp ' +
    'generated git github gitlab goes hash here hex host id in is it jwt k8s key length license local login long mail ' +
    'master me min mongo mongodb must my mysql name net new not now oauth of on one only or org own pass ' +
    'passphrase passwd password pem pg please postgres private prod production public random real redis root s3 safe ' +
    'secret secure server service sha256 should signing site slack smtp some something stage staging string stripe ' +
    'strong super team test testing tests that the this to todo token url user username uuid value vault very webhook ' +
    'with xyz your',
);

/** A password that somebody chose often has a longer number, such as a year. */
const NUMBER = /^(?:\d{1,3}|1234(?:5(?:6(?:7(?:89?)?)?)?)?|(\d)\1{3,})$/;

/** A value can also name what it stands for: `replace-with-acme-token`, `example-tenant-token`. */
const MAX_OTHER_WORDS = { request: 2, example: 1 } as const;

/** Returns whether all of a value is such words, short numbers and punctuation. */
export function isFillIn(value: string): boolean {
  const parts = splitWords(value);
  const [first = '', ...rest] = parts;
  const others = parts.filter((part) => !isKnown(part));
  if (!others.every(isReadable)) return false;
  if (parts.some((part) => EXAMPLE_WORDS.has(withoutNumber(part)))) {
    return others.length <= MAX_OTHER_WORDS.example;
  }
  if (first === 'your') return rest.length > 0;
  const asksForSomething = REQUESTS.has(first) && rest.some((part) => KNOWN_WORDS.has(withoutNumber(part)));
  return asksForSomething && others.length <= MAX_OTHER_WORDS.request;
}

function splitWords(value: string): string[] {
  return value
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/(?<!\p{L})(change|not)[^\p{L}\p{N}]+(me|real)(?!\p{L})/gu, '$1$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function isKnown(part: string): boolean {
  const word = withoutNumber(part);
  return NUMBER.test(part) || KNOWN_WORDS.has(word) || REQUESTS.has(word) || EXAMPLE_WORDS.has(word);
}

/** `token1` and `changeme123` are known, `changeme2019` is not. */
function withoutNumber(part: string): string {
  const [, word, number = ''] = /^(\p{L}+)(\d+)$/u.exec(part) ?? [];
  return word !== undefined && NUMBER.test(number) ? word : part;
}

/** Returns whether it could be a word: a program that mixes letters leaves stretches without a vowel. */
function isReadable(part: string): boolean {
  return /^\p{L}{2,16}$/u.test(part) && /[aeiouyäöüéèáóíúàãê]|[^a-z]/u.test(part);
}
