/** Patterns of passwords in addresses, headers, command lines and sentences. */

import { DIRECTIVE_PATTERNS } from './directive-patterns.ts';
import { isPlaceholder, isReference } from './placeholder.ts';
import { isRandom, isStronglyRandom } from './randomness.ts';
import { getTextBefore, type SecretPattern } from './secret-match.ts';

export const CONNECTION_PASSWORD = 'password in a connection string';
const COMMAND_PASSWORD = 'password on a command line';

/** The start of a long token is enough to tell whether it is one. */
const MAX_READ_LENGTH = 200;

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
  ...DIRECTIVE_PATTERNS,
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
    'basic authorization',
    ['basic'],
    /\bBasic[ \t]+["'`]?(?<secret>[A-Za-z0-9+/]{8,500}={0,2})(?![\w+/])/dgi,
    isEncodedLogin,
  ),
  createCredential(
    'authorization token',
    ['authorization'],
    // Any scheme: Negotiate, NTLM, Digest with its answer, and those of vendors.
    /\b(?:Proxy-)?Authorization['"]?[:=][ \t]*['"]?[A-Za-z][\w-]{1,40}[ \t]+(?:[^\n]{0,600}?\bresponse=["']?)?(?<secret>[\w.~+/-]{20,16000}={0,2})/dgi,
    (value) => isPassword(value) && isAuthorization(value.slice(0, MAX_READ_LENGTH)),
  ),
  createCredential(
    'authorization token',
    ['authorization', 'token token='],
    /\b(?:Authorization['"]?[:=][ \t]*['"]?(?:Token[ \t]+(?:token=)?|ApiKey[ \t]+|GenieKey[ \t]+|SSWS[ \t]+|apikey[ \t]+)|Token token=)['"]?(?<secret>[\w.~+/-]{16,500}={0,2})/dgi,
  ),
  createCredential(
    'login of SonarQube',
    ['sonar.login'],
    // The name of a user, or a token (SonarQube documentation, “Analysis parameters”).
    /(?:\b|(?<=-D))sonar\.login["']?[ \t]{0,3}[=:][ \t]{0,3}["']?(?<secret>[^\s'"`,;]{8,200})/dgi,
    isToken,
  ),
  createCredential(
    'password in a registry',
    ['reg_sz', 'reg add'],
    /(?:\b\w{0,60}(?:password|passwd|pwd)[ \t]+REG_(?:SZ|EXPAND_SZ)[ \t]+|\breg(?:\.exe)?[ \t]+add\b[^\n]{0,300}?[ \t]\/v[ \t]+["']?\w{0,60}(?:password|passwd|pwd)["']?[^\n]{0,100}?[ \t]\/d[ \t]+)["']?(?<secret>[^\s'"`]{5,200})/dgi,
  ),
  createCredential(
    'password in a configuration',
    ['requirepass', 'masterauth', 'identified', 'set password'],
    /\b(?:(?:requirepass|masterauth|IDENTIFIED(?:[ \t]+WITH[ \t]+['"`]?\w{1,40}['"`]?)?[ \t]+(?:BY|AS)(?:[ \t]+PASSWORD)?)[ \t]+|SET[ \t]+PASSWORD\b[^\n;=]{0,100}=[ \t]{0,3}(?:(?:OLD_)?PASSWORD[ \t]{0,3}\([ \t]{0,3})?)['"]?(?<secret>[^\s'"`;:][^\s'"`;]{5,200})/dgi,
    (value, match) => isPassword(value) && (!/^identified/i.test(match[0]) || isInStatement(match)),
  ),
  createCredential(
    'password of a network device',
    [
      'snmp',
      'username',
      'enable',
      'isakmp',
      'tacacs-',
      'radius-',
      'ppp',
      'pre-shared-key',
      'wpa-psk',
      'authentication-key',
      'key-string',
    ],
    /\b(?:snmp(?:-server)?[ \t]+community|isakmp[ \t]+key(?:[ \t]+\d)?|(?:tacacs|radius)-server[ \t]+key(?:[ \t]+\d)?|ppp[ \t]+(?:chap|pap)[ \t]+(?:sent-username[ \t]+\S{1,40}[ \t]+)?password(?:[ \t]+\d)?|pre-shared-key[ \t]+(?:ascii-text|hexadecimal|local|remote)|wpa-psk[ \t]+(?:ascii|hex)(?:[ \t]+\d)?|(?:authentication-key|key-string)(?:[ \t]+\d)?|set[ \t]+snmp[ \t]+community|username[ \t]+\S{1,40}[ \t]+(?:privilege[ \t]+\d+[ \t]+)?(?:password|secret)(?:[ \t]+\d)?|enable[ \t]+(?:password|secret)(?:[ \t]+\d)?)[ \t]+["']?(?<secret>[^\s'"`]{6,120})/dgi,
    (value) => isPassword(value) && !/^(?:public|private|default|string|community)$/i.test(value),
  ),
  createCredential(
    'encoded login',
    ['auth'],
    /(?<![\p{L}\p{N}-])_?auth(?:orization)?(?:[ \t]header)?['"]?[ \t]{0,3}[:=][ \t]{0,3}['"]?(?<secret>[A-Za-z0-9+/]{8,500}={0,2})(?![\w+/])/dgiu,
    isEncodedLogin,
  ),
  {
    // A file of passwords for PostgreSQL: host, port, database, login and password.
    ...createCredential(
      CONNECTION_PASSWORD,
      [':5432:', ':6432:', ':*:'],
      /^[ \t>]{0,20}(?:[\w.-]{1,100}|\*):(?:\d{4,5}|\*):(?:[\w-]{1,63}|\*):[\w.-]{1,63}:(?<secret>[^\s:'"`]{5,200})[ \t]*$/dgm,
    ),
    extent: 'exact',
  },
  {
    // Without a protocol: `login:password@host`.
    ...createCredential(
      CONNECTION_PASSWORD,
      ['@'],
      /(?<![\w/:.@+-])[\w.-]{1,40}:(?<secret>[^\s'"`@:/<>]{8,100})@(?!sha256:)(?=[a-z\d-]{1,60}(?:\.|:\d|[\s/]|$))/dgim,
      isToken,
    ),
    extent: 'exact',
  },
  {
    ...createCredential(
      CONNECTION_PASSWORD,
      ['connect'],
      /\b(?:getConnection|connect)\((?:[^()\n"']{0,80}["'][^"'\n]{0,200}["']){0,3}[^()\n"']{0,80}["'](?<secret>[^"'\n]{8,100})["'][ \t]{0,3}\)/dg,
      isToken,
    ),
    extent: 'exact',
  },
  {
    ...createCredential(
      'password in a configuration',
      ['password', 'passwd', 'secret'],
      /<(?:key>[\w.-]{0,40}(?:password|passwd|passphrase|secret)<\/key>\s{0,40}<string|(?:\w{0,40}password)>\s{0,40}<value)>(?<secret>[^<>\n]{5,200})</dgi,
    ),
    extent: 'exact',
  },
  createCredential(
    'token in an address',
    ['code=', 'ticket=', 'invite=', 'magic='],
    /[?&](?:code|ticket|invite|magic)=(?<secret>[\w.~%-]{20,500})/dgi,
    (value) => isPassword(value) && isStronglyRandom(value),
  ),
  createCredential(
    COMMAND_PASSWORD,
    ['chpasswd'],
    /\b(?:echo|printf)[ \t]+(?:-\w[ \t]+)?['"]?[\w.@-]{1,60}:(?<secret>[^\s'"`|]{5,100})['"]?[ \t]*\|[ \t]*(?:sudo[ \t]+)?chpasswd/dg,
  ),
];

/** A UUID, or letters and digits without the dashes that join words. */
function isAuthorization(value: string): boolean {
  return (
    isStronglyRandom(value) ||
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) ||
    (/^[A-Za-z\d]+$/.test(value) && isRandom(value))
  );
}

/** A sentence can contain the same words: `The cause was identified by engineers`. */
function isInStatement(match: RegExpExecArray): boolean {
  const before = getTextBefore(match, MAX_STATEMENT_LENGTH);
  return (
    /^IDENTIFIED[ \t]/.test(match[0]) ||
    /\b(?:(?:create|alter|replace)\s+(?:user|role|profile|(?:public\s+)?database\s+link)|connect\s+to|grant)\b[^;]*$/i.test(
      before,
    )
  );
}

const MAX_STATEMENT_LENGTH = 300;

/** Returns whether a value is a login and a password in Base64. */
function isEncodedLogin(value: string): boolean {
  return /^[\x21-\x7e]{1,100}?:[\x21-\x7e]{3,200}$/.test(decodeBase64(value));
}

/** Returns an empty text if the value is not Base64. */
function decodeBase64(value: string): string {
  try {
    return atob(value);
  } catch {
    return '';
  }
}
