/** Patterns of passwords in the files and consoles of servers, where a blank is all that separates a word and its value. */
import { isPlaceholder, isReference } from './placeholder.ts';
import { isChosenWord, isRandom, isWordy } from './randomness.ts';
import type { SecretPattern } from './secret-match.ts';

const VALUE = String.raw`["']?(?<secret>[^\s'"\x60;|<>-][^\s'"\x60;|<>]{5,200})`;
/** The rest of a line or of inline code. */
const END = String.raw`(?=["']?[ \t]*(?:[;\x60#}]|\r?\n|$))`;
/** The start of a line or of inline code. */
const START = String.raw`(?:^[ \t>]{0,20}|\x60)`;

function createDirective(
  keywords: readonly string[],
  pattern: string,
  accepts: SecretPattern['accepts'] = isMixed,
): SecretPattern {
  return {
    what: 'password in a configuration',
    family: 'secret',
    keywords,
    pattern: new RegExp(pattern, 'dgim'),
    accepts,
  };
}

const isPassword = (value: string) => !isPlaceholder(value) && !isReference(value);

/** In a sentence about it, a word can follow. */
function isMixed(value: string): boolean {
  return isPassword(value) && (isChosenWord(value) || !isWordy(value));
}

const LOGIN = String.raw`[\w.+-]{1,60}`;
const HOST = String.raw`[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}`;

const WORDS = [
  // OpenLDAP, nslcd and the installer of Red Hat.
  'bindpw',
  'rootbindpw',
  'rootpwmodpw',
  String.raw`rootpw(?:[ \t]+--(?:plaintext|iscrypted))?`,
  // Keepalived.
  'auth_pass',
  // Redis and its Sentinel.
  'requirepass',
  'masterauth',
  String.raw`sentinel[ \t]+auth-pass[ \t]+\S{1,60}`,
  String.raw`sentinel[ \t]+sentinel-pass`,
  // HAProxy.
  'insecure-password',
  String.raw`stats[ \t]+auth[ \t]+[\w.@-]{1,60}:`,
  // Mosquitto and other proxies.
  '(?:remote|proxy)_password',
  // SNMP, VPNs and wireless networks.
  'r[ow]community6?',
  String.raw`createUser[ \t]+\S{1,60}[ \t]+(?:MD5|SHA(?:-?\d{3})?)`,
  String.raw`snmp-server[ \t]+user[ \t]+[^\n\x60]{1,100}?[ \t]auth[ \t]+(?:md5|sha)`,
  String.raw`message-digest-key[ \t]+\d{1,3}[ \t]+md5(?:[ \t]+\d)?`,
  String.raw`(?:radius|tacacs)-server[ \t]+host[ \t]+\S{1,60}[ \t]+key(?:[ \t]+\d)?`,
  String.raw`neighbor[ \t]+\S{1,60}[ \t]+password(?:[ \t]+\d)?`,
  String.raw`pre-shared-key(?:[ \t]+address[ \t]+\S{1,60}[ \t]+key)?(?:[ \t]+\d)?`,
  'wpa-psk',
  String.raw`set[ \t]+(?:psksecret|passwd|password)[ \t]+ENC`,
  // The installer of Debian.
  String.raw`d-i[ \t]+\S{0,60}passw\S{0,60}[ \t]+password`,
];
const KEYWORDS = [
  'bindpw',
  'rootpw',
  'auth_pass',
  'requirepass',
  'masterauth',
  'sentinel',
  'insecure-password',
  'stats',
  '_password',
  'd-i',
  'community',
  'createuser',
  'snmp-server',
  'message-digest-key',
  '-server',
  'neighbor',
  'pre-shared-key',
  'wpa-psk',
  ' enc ',
];

export const DIRECTIVE_PATTERNS: readonly SecretPattern[] = [
  createDirective(KEYWORDS, String.raw`(?<![\w.-])(?:${WORDS.join('|')})(?:[ \t]+|(?<=:))${VALUE}`),
  // A value that ends its line can be any word.
  createDirective(KEYWORDS, `${START}(?:${WORDS.join('|')})(?:[ \\t]+|(?<=:))${VALUE}${END}`, isPassword),
  createDirective(
    ['auth'],
    String.raw`(?:${START}AUTH|(?:^|\x60)[\w.:[\]-]{1,60}>[ \t]{0,3}AUTH)[ \t]+(?:[\w.@-]{1,60}[ \t]+)?${VALUE}${END}`,
    isConsolePassword,
  ),
  // The secrets of strongSwan and Libreswan.
  createDirective(
    [': '],
    String.raw`(?<!\S):[ \t]+(?:PSK|EAP|XAUTH)[ \t]+"(?<secret>[^"\n]{6,200})"`,
    isPassword,
  ),
  // What `MONITOR` of Redis prints.
  createDirective(
    ['"auth"'],
    String.raw`"AUTH"[ \t]+(?:"[^"\n]{1,60}"[ \t]+)?"(?<secret>[^"\n]{6,200})"`,
    isPassword,
  ),
  // What MySQL, Elasticsearch and Jenkins print when they are installed.
  createDirective(
    ['password is generated'],
    String.raw`\btemporary password is generated for \S{1,100}:[ \t]+(?<secret>\S{8,100})`,
    isPassword,
  ),
  createDirective(
    ['generated password', 'password for the'],
    String.raw`\b(?:generated password for the [\w -]{1,60}|Password for the \[?[\w-]{1,40}\]? user(?: \([^()\n]{1,100}\)| successfully reset\.\s{1,20}New value)?)(?: is)?[ \t]*:\s{1,20}(?<secret>[^\s'"\x60]{8,100})`,
    isMixed,
  ),
  createDirective(
    ['following password'],
    String.raw`\bfollowing password\b[^\n:]{0,80}:\s{1,20}(?<secret>[^\s'"\x60]{8,100})`,
    (value) => isPassword(value) && isRandom(value),
  ),
  // The rules of a user of Redis.
  createDirective(
    ['setuser', 'user'],
    String.raw`\b(?:SETUSER[ \t]+[\w.@-]{1,60}|user[ \t]+[\w.@-]{1,60}[ \t]+on)[ \t]+(?:[^\n\x60]{0,100}[ \t])?>(?<secret>[^\s'"\x60;|<>]{6,200})`,
  ),
  // The passwords of relays of Postfix: host, login and password.
  createDirective(
    [':'],
    String.raw`${START}(?:\[[\w.-]{1,100}\](?::\w{1,10})?[ \t]+${LOGIN}(?:@[\w.-]{1,100})?|(?=smtp|mail|relay|mx)${HOST}(?::\w{1,10})?[ \t]+${LOGIN}|${HOST}(?::\w{1,10})?[ \t]+${LOGIN}@[\w.-]{1,100}):(?<secret>[^\s'"\x60;|<>]{8,200})${END}`,
    (value) => isPassword(value) && isRandom(value),
  ),
];

/** In capitals or behind a prompt. The commands of other protocols are alike: `AUTH CRAM-MD5`. */
function isConsolePassword(value: string, [command]: RegExpExecArray): boolean {
  if (!/AUTH/.test(command) && !/^\x60?[\w.:[\]-]+>/.test(command)) return false;
  if (!isPassword(value) || /^(?:CRAM|DIGEST|SCRAM)-/i.test(value)) return false;
  return isRandom(value) || isChosenWord(value);
}
