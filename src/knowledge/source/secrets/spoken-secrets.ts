/** Patterns of secrets in sentences. */
import { isPlaceholder, isReference } from './placeholder.ts';
import { isRandom, isStronglyRandom, isWordy } from './randomness.ts';
import { getTextBefore, type SecretPattern } from './secret-match.ts';
import { classifyName } from './secret-names.ts';

const isPassword = (value: string) => !isPlaceholder(value) && !isReference(value);
const isToken = (value: string) => isPassword(value) && isRandom(value);

function createSpoken(
  what: string,
  keywords: readonly string[],
  pattern: RegExp,
  accepts: SecretPattern['accepts'] = isSpokenPassword,
): SecretPattern {
  return { what, family: 'secret', keywords, pattern, accepts };
}

export const SPOKEN_PATTERNS: readonly SecretPattern[] = [
  createSpoken(
    'password in a sentence',
    ['pass', 'pw', 'kennwort'],
    /\b(?:pass(?:word|phrase|code|wd)s?|pw|passwort|kennwort)(?:[ \t]+(?:for|of|on)[ \t]+(?:the[ \t]+)?[\w@.-]{1,40}){0,2}(?:[ \t]+(?:is|was|are|were|to|being|of|ist|war|lautet|(?:was[ \t]+)?changed[ \t]+from))?[ \t]+(?:[*_]{0,2}["'`“„](?<quoted>[^"'`”“\n]{6,80})["'`”“]|(?<bare>[^\s"'`,;<>()[\]|]{6,80}))/dgi,
  ),
  createSpoken(
    'password in a sentence',
    ['pass'],
    /\b(?:password|passphrase|passcode)(?:[ \t]+(?:for|of|on|at|in)[ \t]+(?:(?:the|its|our)[ \t]+)?["'`]?[\w@.-]{1,40}["'`]?(?:[ \t]+(?:account|user|login|host|server|database|machine))?){0,2}(?:[ \t]*:|,(?=[ \t]+[*_]{0,2}["'`“„])|[ \t]+(?:is|was)(?:[ \t]+(?:still|now|just|simply|then|again|always|only|set[ \t]+to))?)[ \t]+(?:[*_]{0,2}["'`“„](?<quoted>[^"'`”“\n]{6,80})["'`”“]|(?<bare>[^\s"'`,;<>()[\]|]{6,80}))/dgi,
  ),
  createSpoken(
    'password in a sentence',
    ['with', 'using'],
    /\blog(?:ged|ging)?[ \t-]?in(?:[ \t]+(?:to|on)[ \t]+\S{1,40})?[ \t]+as[ \t]+["'`]?[\w@.-]{1,40}["'`]?[ \t]+(?:with|using)[ \t]+["'`](?<quoted>[^"'`\s]{6,80})["'`]/dgi,
  ),
  createSpoken(
    'token in a sentence',
    ['secret', 'token', 'key', 'credential'],
    /\b(?:secret|token|(?:api|access|secret|private|auth|license)[ _-]?key|credential)(?:[ \t]+(?:for|of|on)[ \t]+(?:the[ \t]+)?[\w@.-]{1,40}){0,2}[ \t]+(?:is|was)[ \t]+[*_]{0,2}["'`“„]?(?<bare>[^\s"'`,;<>()[\]|”]{12,500})/dgi,
    isToken,
  ),
  createSpoken(
    'login and password',
    ['/'],
    /(?<context>\b(?:credentials?|creds?|log(?:ged)?[ -]?in|sign(?:ed)?[ -]in|account|wi-?fi|wlan|vpn|i?drac|ilo|ipmi|bmc)\b[^\n/|]{0,40}?)?(?<![\w./-])(?<login>[\w.@-]{2,40})["'`]?[ \t]{1,3}\/[ \t]{1,3}["'`]?(?<bare>[^\s"'`,;<>()[\]|]{6,80})/dgi,
    isPairedPassword,
  ),
  createSpoken(
    'login and password',
    ['cred', 'log', 'sign', 'account'],
    /\b(?<context>credentials?|creds?|log(?:ged)?[ -]?in|sign(?:ed)?[ -]in|account)(?:[ \t]*[:=]|[ \t]+(?:is|are|was|were|as|with))?[ \t]+["'`]?(?<login>[\w.@-]{2,40})[:/](?<bare>[^\s"'`,;<>()[\]|/]{6,80})/dgi,
    (value, match) =>
      isPairedPassword(value, match) &&
      (!isWordy(value.replace(/[.:!?]+$/, '')) ||
        (/^cred/i.test(match.groups?.context ?? '') && /^\p{L}{4,20}\d{2,8}\p{P}{0,3}$/u.test(value))),
  ),
  createSpoken(
    'password in a sentence',
    ['pass', 'pw'],
    // Who uses a password says which: `logged in with password sommer24`.
    /\b(?:with|using|used|uses|use|typed?|typing|entered|enter|tried|try|pw)[ \t]+(?:(?:the|its|our|this)[ \t]+)?(?:(?:root|admin|default|old|new|same)[ \t]+)?(?:(?<=\bpw[ \t]+)|(?:password|passphrase|passwd|pw)[ \t]+)["'`“„]?(?<bare>[^\s"'`,;<>()[\]|”]{6,80})/dgi,
    (value) => isStatedPassword(value),
  ),
  createSpoken(
    'login and password',
    [':'],
    /(?<![\w./:@-])(?<login>root|admin|administrator|postgres|oracle|ubuntu|deploy|jenkins|grafana|elastic|rabbitmq)[:](?<bare>[^\s"'`,;<>()[\]|:@/]{8,80})(?![\w@:/])/dgi,
    (value) => isToken(value) && !/^v?\d+(?:\.\d+)+/.test(value),
  ),
  createSpoken(
    'password in a sentence',
    ['as the'],
    /(?<![\w-])["'`“„]?(?<bare>[^\s"'`,;<>()[\]|”]{6,80})["'`”“]?[ \t]+as[ \t]+(?:the|its|our|a)[ \t]+(?:(?:root|admin|default|old|new|same)[ \t]+)?(?:password|passphrase|passcode)\b/dgi,
    (value) => isStatedPassword(value),
  ),
  createSpoken(
    'password in a sentence',
    ['password'],
    // What `elasticsearch-setup-passwords` prints.
    /^[ \t>]{0,20}PASSWORD[ \t]+[\w-]{1,40}[ \t]+=[ \t]+(?<bare>[^\s"'`]{8,100})/dgm,
    isToken,
  ),
  createSpoken(
    'passphrase',
    ['passphrase', 'seed phrase', 'recovery phrase', 'mnemonic'],
    /\b(?:passphrase|(?:seed|recovery)[ \t]phrase|mnemonic)(?:[ \t]+(?:for|of|on)[ \t]+(?:(?:the|its|our)[ \t]+)?[\w@.-]{1,40}(?:[ \t]+(?:key|disk|host|server|account|wallet|backup))?(?=[ \t]+(?:is|was)|[ \t]*[:=]))?(?:[ \t]+(?:is|was))?[ \t]{0,3}[:=]?[ \t]{0,3}["'`“„]?(?<quoted>\p{Ll}{3,12}(?:[ \t-]\p{Ll}{3,12}){3,23})(?=["'`”“.]?[ \t]*(?:\r?\n|$|["'`”“]))/dgimu,
    isPhrase,
  ),
  createSpoken(
    'token in a sentence',
    ['token', 'key', 'password', 'secret', 'seed', 'code'],
    /(?<![\p{L}\p{N}_.-])(?<name>(?:[\p{L}\p{N}-]{1,40}[ \t_-])?(?:[\p{L}\p{N}_-]{0,40}(?:token|key|password|secret)))[ \t]+["'`“„]?(?<bare>[\p{L}\p{N}_.~+/=-]{20,500})/dgiu,
    isAnnouncedToken,
  ),
  createSpoken(
    'seed of one-time passwords',
    ['2fa', 'mfa', 'otp'],
    /\b(?:2FA|MFA|T?OTP)[ \t_-]+(?:secret|seed|key)["']?(?:[ \t]+(?:is|was))?[ \t]{0,3}[:=]?[ \t]{0,3}["'`“„]?(?<quoted>[A-Z2-7]{16,64}|[A-Z2-7]{4}(?: [A-Z2-7]{4}){3,15})(?![A-Za-z\d])/dg,
    (value) => /[2-7]/.test(value),
  ),
  createSpoken(
    'access code',
    ['pin', 'code', 'combination'],
    /(?:\bPIN(?:[ \t]+(?:for|of)[ \t]+(?:the[ \t]+)?[\w-]{1,30})?|\b(?:[Dd]oor|[Gg]ate|[Aa]larm|[Ss]afe|[Ll]ock|[Ee]ntry|[Kk]eypad)[ \t-](?:code|pin|combination)|\bcombination of the safe)(?:[ \t]*[:=]|[ \t]+(?:is|was))?[ \t]+["'`“„]?(?<bare>\d{4,8}|\d{1,2}(?:-\d{1,2}){2,3})(?![\w%-]|\.\d)/dg,
    () => true,
  ),
  createSpoken(
    'access code',
    ['backup code', 'recovery code', 'scratch code'],
    /\b(?:backup|recovery|scratch)[ \t]+codes?(?:[ \t]*[:=]|[ \t]+(?:is|are|was|were))[ \t]+["'`“„]?(?<quoted>[\da-z]{4,5}-[\da-z]{4,6}(?:[ \t,]{1,3}[\da-z]{4,5}-[\da-z]{4,6}){0,20})/dgi,
    (value) => /\d/.test(value),
  ),
];

/** A word with a number, or letters and digits or signs mixed. */
function isStatedPassword(value: string): boolean {
  const word = value.replace(/[.,;:?]+$/, '');
  if (!isPassword(word) || PASSWORD_TERMS.test(word) || !/\p{L}/u.test(word)) return false;
  if (isWordy(word)) return /^\p{L}{5,}\d{2,6}$/u.test(word);
  return /\d/.test(word) && !/^v?\d+(?:\.\d+)+/.test(word);
}

const SENTENCE_WORDS =
  /\b(?:the|that|this|with|from|for|and|was|were|are|not|but|all|used|must|should|can|may|when|then|has|have|had)\b/;

/** Words, and no sentence about them. */
function isPhrase(value: string): boolean {
  return !SENTENCE_WORDS.test(value);
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Other keys, such as those of a request, are UUIDs as well. */
const TOKEN_NAME = /(?:token|api[ _-]?key|geniekey)$/i;

/** Hexadecimal digits are also those of commits and images, so the name must be one of a secret. */
function isAnnouncedToken(value: string, { groups }: RegExpExecArray): boolean {
  const name = groups?.name ?? '';
  if (!isPassword(value) || !(isStronglyRandom(value) || (UUID.test(value) && TOKEN_NAME.test(name))))
    return false;
  const [, previous = '', noun = ''] = /^(?:(.*)[ \t])?(\S+)$/s.exec(name) ?? [];
  return classifyName(noun, previous ? `${previous} ` : '') !== undefined;
}

const COMMON_LOGINS =
  /^(?:root|admin|administrator|sa|postgres|oracle|guest|ubuntu|deploy|deployer|user|jenkins|grafana|sysadmin|superuser)$/i;

/** Behind the name of an account and a slash: mixed letters and digits, or a word and a number where a login is announced. */
function isPairedPassword(value: string, { groups }: RegExpExecArray): boolean {
  const word = value.replace(/[.:!?]+$/, '');
  const { context, login = '' } = groups ?? {};
  if (!context && !COMMON_LOGINS.test(login)) return false;
  if (!isPassword(word) || !/\d/.test(word) || !/\p{L}/u.test(word)) return false;
  if (!isWordy(word)) return word.length >= MIN_PAIRED_LENGTH;
  const [, letters = ''] = /^(\p{L}{4,})\d{2,}$/u.exec(word) ?? [];
  // `server01 / server02` are two machines.
  return Boolean(context) && letters !== '' && !login.startsWith(letters);
}

const MIN_PAIRED_LENGTH = 6;

/** Words about a password that are in code because they are names. */
const PASSWORD_TERMS =
  /^(?:sha|md|bcrypt|scrypt|argon|pbkdf|utf|base|ntlm|plaintext|cleartext|v)\W?\d*|(?:ed|ing)$/i;

/** The password of `svc-billing2` is not that name. */
const ACCOUNT_NAME = /^\p{Ll}+(?:[-_.]\p{Ll}+)*\d{0,2}$/u;

/** In a sentence, only what no word or version looks like. */
function isSpokenPassword(value: string, match: RegExpExecArray): boolean {
  const word = value.replace(/[.,;:!?]+$/, '');
  // Behind `passwords`, a brace opens an object.
  if (!isPassword(word) || word.startsWith('{')) return false;
  if (isWordy(word)) return isStatedWord(word, match[0]);
  if (ACCOUNT_NAME.test(word) && /\bof[ \t]+\S+$/i.test(match[0])) return false;
  const hasDigit = /\d/.test(word);
  const hasLetter = /\p{L}/u.test(word);
  if (/\s/.test(word)) return hasDigit && /\b(?:is|was|to)\s+\S{0,3}["“'`]/.test(match[0]);
  if (/^(?:sha|md|bcrypt|scrypt|argon|pbkdf|utf|base|ntlm|v)\W?\d/i.test(word)) return false;
  if (
    /\b(?:no|without|a|any|every|one-time|wrong) $/i.test(getTextBefore(match, 12)) &&
    !/[`"']/.test(match[0])
  )
    return false;
  return hasLetter && (hasDigit || (word.length >= 8 && /\p{Ll}/u.test(word) && /.\p{Lu}/u.test(word)));
}

/** Returns whether a sentence says that a word is the password: `is` or `was`, and a number or quotes. */
function isStatedWord(word: string, sentence: string): boolean {
  const [, quote] = /\b(?:is|was)[ \t]+[*_]{0,2}(["'`“„]?)\S+$/i.exec(sentence) ?? [];
  if (quote === undefined || PASSWORD_TERMS.test(word)) return false;
  return quote === '' ? /^\p{L}{5,}\d{1,6}$/u.test(word) : /^\p{Ll}{6,}\d{0,6}$/u.test(word);
}
