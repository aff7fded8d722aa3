/** Patterns of passwords in addresses, headers, command lines and sentences. */
import { isPlaceholder, isReference } from './placeholder.ts';
import { isRandom, isStronglyRandom, isWordy } from './randomness.ts';
import { getTextBefore, type SecretPattern } from './secret-match.ts';

export const CONNECTION_PASSWORD = 'password in a connection string';
const COMMAND_PASSWORD = 'password on a command line';

const isPassword = (value: string) => !isPlaceholder(value) && !isReference(value);
const isToken = (value: string) => isPassword(value) && isRandom(value);

function createCredential(
  what: string,
  keywords: readonly string[],
  pattern: RegExp,
  accepts: SecretPattern['accepts'] = isPassword,
): SecretPattern {
  return { what, family: 'secret', keywords, pattern, accepts };
}

export const CREDENTIAL_PATTERNS: readonly SecretPattern[] = [
  {
    ...createCredential(
      CONNECTION_PASSWORD,
      ['://'],
      // Up to the last `@`, because a password can contain one. Digits and a slash are a port and a path.
      /(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,30}:\/\/[^\s:/@'"`<>[]{0,100}:(?!\d{1,5}(?:\/|$))(?<secret>(?:[^\s'"`<>]|<[\w -]{1,40}>){3,1000})@(?!sha256:)[\w[$]/dgi,
    ),
    extent: 'exact',
  },
  createCredential(
    CONNECTION_PASSWORD,
    ['jdbc:', 'dsn'],
    /\bjdbc:oracle:thin:[\w.-]{1,60}\/(?<secret>[^\s@'"`/]{4,100})@/dg,
  ),
  {
    // The driver of MySQL for Go.
    ...createCredential(
      CONNECTION_PASSWORD,
      ['@tcp(', '@unix(', '@udp('],
      /(?<![\w/:.@-])[\w.-]{1,60}:(?<secret>[^\s'"`]{3,200}?)@(?:tcp|unix|udp)\(/dg,
    ),
    extent: 'exact',
  },
  {
    // Oracle: `user/password@//host`.
    ...createCredential(
      CONNECTION_PASSWORD,
      ['@//'],
      /(?<![\w/:.@-])[\w$#]{1,30}\/(?<secret>[^\s'"`/]{4,100}?)@\/\/[\w[]/dg,
    ),
    extent: 'exact',
  },
  {
    // A token as the login of an address.
    ...createCredential(
      CONNECTION_PASSWORD,
      ['://'],
      /\bhttps?:\/\/(?<secret>[\w.~-]{20,255})(?::x-oauth-basic|:)?@[\w[]/dgi,
      (value) => isPassword(value) && isStronglyRandom(value),
    ),
    extent: 'exact',
  },
  createCredential(
    CONNECTION_PASSWORD,
    ['ldap'],
    /\bldaps?:\/\/cn=[^\s:@'"`]{1,100}:(?<secret>[^\s@'"`]{4,100})@/dgi,
  ),
  createCredential(
    'bearer token',
    ['bearer'],
    /\bBearer[ \t]+(?<secret>[\w.~+/-]{16,1000}={0,2})/dgi,
    isToken,
  ),
  createCredential(
    'basic authorization',
    ['authorization'],
    /\b(?:Proxy-)?Authorization['"]?[:=][ \t]*['"]?Basic[ \t]+(?<secret>[A-Za-z0-9+/]{8,500}={0,2})/dgi,
  ),
  createCredential(
    'authorization token',
    ['authorization', 'token token='],
    /\b(?:Authorization['"]?[:=][ \t]*['"]?(?:Token[ \t]+(?:token=)?|ApiKey[ \t]+|GenieKey[ \t]+|SSWS[ \t]+|apikey[ \t]+)|Token token=)['"]?(?<secret>[\w.~+/-]{16,500}={0,2})/dgi,
  ),
  createCredential(
    'password in a configuration',
    ['requirepass', 'masterauth', 'identified', 'set password'],
    /\b(?:(?:requirepass|masterauth|IDENTIFIED(?:[ \t]+WITH[ \t]+['"`]?\w{1,40}['"`]?)?[ \t]+(?:BY|AS)(?:[ \t]+PASSWORD)?)[ \t]+|SET[ \t]+PASSWORD\b[^\n;=]{0,100}=[ \t]{0,3}(?:(?:OLD_)?PASSWORD[ \t]{0,3}\([ \t]{0,3})?)['"]?(?<secret>[^\s'"`;]{6,200})/dgi,
  ),
  createCredential(
    'password of a network device',
    ['snmp', 'username', 'enable'],
    /\b(?:snmp(?:-server)?[ \t]+community|set[ \t]+snmp[ \t]+community|username[ \t]+\S{1,40}[ \t]+(?:privilege[ \t]+\d+[ \t]+)?(?:password|secret)(?:[ \t]+\d)?|enable[ \t]+(?:password|secret)(?:[ \t]+\d)?)[ \t]+(?<secret>[^\s'"`]{6,120})/dgi,
    (value) => isPassword(value) && !/^(?:public|private|default|string|community)$/i.test(value),
  ),
  createCredential(
    'encoded login',
    ['auth'],
    /(?<![\p{L}\p{N}-])_?auth['"]?[ \t]{0,3}[:=][ \t]{0,3}['"]?(?<secret>[A-Za-z0-9+/]{8,500}={0,2})(?![\w+/])/dgiu,
    (value) => /^[\x21-\x7e]{1,100}?:[\x21-\x7e]{3,200}$/.test(decodeBase64(value)),
  ),
  createCredential(
    'password in a sentence',
    ['pass', 'pw', 'kennwort'],
    /\b(?:pass(?:word|phrase|code|wd)s?|pw|passwort|kennwort)(?:[ \t]+(?:for|of|on)[ \t]+(?:the[ \t]+)?[\w@.-]{1,40}){0,2}(?:[ \t]+(?:is|was|are|were|to|being|of|ist|war|lautet|(?:was[ \t]+)?changed[ \t]+from))?[ \t]+(?:[*_]{0,2}["'`“„](?<quoted>[^"'`”“\n]{6,80})["'`”“]|(?<bare>[^\s"'`,;<>()[\]|]{6,80}))/dgi,
    isSpokenPassword,
  ),
  createCredential(
    'password in a sentence',
    ['pass'],
    /\b(?:password|passphrase|passcode)(?:[ \t]+(?:for|of|on|at|in)[ \t]+(?:(?:the|its|our)[ \t]+)?["'`]?[\w@.-]{1,40}["'`]?(?:[ \t]+(?:account|user|login|host|server|database|machine))?){0,2}(?:[ \t]*:|,(?=[ \t]+[*_]{0,2}["'`“„])|[ \t]+(?:is|was)(?:[ \t]+(?:still|now|just|simply|then|again|always|only|set[ \t]+to))?)[ \t]+(?:[*_]{0,2}["'`“„](?<quoted>[^"'`”“\n]{6,80})["'`”“]|(?<bare>[^\s"'`,;<>()[\]|]{6,80}))/dgi,
    isSpokenPassword,
  ),
  createCredential(
    'password in a sentence',
    ['with', 'using'],
    /\blog(?:ged|ging)?[ \t-]?in(?:[ \t]+(?:to|on)[ \t]+\S{1,40})?[ \t]+as[ \t]+["'`]?[\w@.-]{1,40}["'`]?[ \t]+(?:with|using)[ \t]+["'`](?<quoted>[^"'`\s]{6,80})["'`]/dgi,
    isSpokenPassword,
  ),
  createCredential(
    COMMAND_PASSWORD,
    ['chpasswd'],
    /\b(?:echo|printf)[ \t]+(?:-\w[ \t]+)?['"]?[\w.@-]{1,60}:(?<secret>[^\s'"`|]{5,100})['"]?[ \t]*\|[ \t]*(?:sudo[ \t]+)?chpasswd/dg,
  ),
  createCredential(
    'token in a sentence',
    ['secret', 'token', 'key', 'credential'],
    /\b(?:secret|token|(?:api|access|secret|private|auth|license)[ _-]?key|credential)(?:[ \t]+(?:for|of|on)[ \t]+(?:the[ \t]+)?[\w@.-]{1,40}){0,2}[ \t]+(?:is|was)[ \t]+[*_]{0,2}["'`“„]?(?<bare>[^\s"'`,;<>()[\]|”]{12,500})/dgi,
    isToken,
  ),
  createCredential(
    'login and password',
    ['/'],
    /(?<context>\b(?:credentials?|creds?|log(?:ged)?[ -]?in|sign(?:ed)?[ -]in|account)\b[^\n/|]{0,40}?)?(?<![\w./-])(?<login>[\w.@-]{2,40})["'`]?[ \t]{1,3}\/[ \t]{1,3}["'`]?(?<bare>[^\s"'`,;<>()[\]|]{6,80})/dgi,
    isPairedPassword,
  ),
  createCredential(
    'login and password',
    ['cred', 'log', 'sign', 'account'],
    /\b(?<context>credentials?|creds?|log(?:ged)?[ -]?in|sign(?:ed)?[ -]in|account)(?:[ \t]*[:=]|[ \t]+(?:is|are|was|were|as|with))?[ \t]+["'`]?(?<login>[\w.@-]{2,40})[:/](?<bare>[^\s"'`,;<>()[\]|/]{6,80})/dgi,
    (value, match) => isPairedPassword(value, match) && !isWordy(value.replace(/[.:!?]+$/, '')),
  ),
];

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

/** Returns an empty text if the value is not Base64. */
function decodeBase64(value: string): string {
  try {
    return atob(value);
  } catch {
    return '';
  }
}
