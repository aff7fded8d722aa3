/** Patterns of passwords on command lines. Programs take them in many places, so each has a row in a table. */
import { isPlaceholder, isReference } from './placeholder.ts';
import { isChosenWord, isRandom } from './randomness.ts';
import type { SecretPattern } from './secret-match.ts';

/** Not an option, and not a sign of the shell. */
const BARE = String.raw`(?<secret>[^\s'"\x60\\|;&<>-][^\s'"\x60|;&<>]{5,200})`;
const QUOTED = String.raw`(?<quoted>(?:(?!\k<mark>)[^\n]){6,200})\k<mark>`;

/** @param login what precedes the password in the same word or quotes */
const createValue = (login = '') => `(?:(?<mark>["'])${login}${QUOTED}|["']?${login}${BARE})`;

/** Returns a pattern of the options of a program, with other words between them. */
const createOption = (program: string, option: string) =>
  String.raw`\b(?:${program})\b[^\n\x60]{0,160}?[ \t]${option}`;

function createCommand(
  keywords: readonly string[],
  pattern: string,
  accepts: SecretPattern['accepts'] = isPassword,
): SecretPattern {
  return {
    what: 'password on a command line',
    family: 'secret',
    keywords,
    pattern: new RegExp(pattern, 'dg'),
    accepts,
  };
}

const isPassword = (value: string) => !isPlaceholder(value) && !isReference(value);

const LOGIN = String.raw`[\w.@\\-]{1,60}`;

/** The programs, as keywords and as part of a pattern, and the option with the blanks before its value. */
const OPTIONS: readonly (readonly [programs: string, option: string])[] = [
  ['sshpass', '-p[ \\t]*'],
  // With a blank, these ask for it.
  ['mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|7z|7za', '-p'],
  ['redis-cli', '-a[ \\t]+'],
  ['mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|mongostat', '-p[ \\t]+'],
  ['twine|cqlsh|hdbsql|rdesktop|psexec|usermod', '-p[ \\t]+'],
  ['sqlcmd|bcp|osql|tsql|ipmitool|zip|unzip', '-P[ \\t]*'],
  ['ldapsearch|ldapmodify|ldapadd|ldapdelete|ldappasswd|ldapwhoami|dsconf', '-w[ \\t]+'],
  ['ssh-keygen', '-N[ \\t]+'],
  ['snmpwalk|snmpget|snmpset|snmpbulkwalk|snmptrap', '-c[ \\t]*'],
  ['mosquitto_pub|mosquitto_sub|mosquitto_rr', '-P[ \\t]+'],
  ['schtasks', '/rp[ \\t]+'],
  [
    'docker|podman|nerdctl|buildah|skopeo|crane|helm|az|oc',
    String.raw`[^\n\x60]{0,30}?login\b[^\n\x60]{0,160}?[ \t]-p[ \t]+`,
  ],
  ['xfreerdp', '/p:'],
];

/** Programs with a command of their own before the option. */
const SUBCOMMANDS: readonly (readonly [keyword: string, programs: string, option: string])[] = [
  ['openssl', String.raw`openssl[ \t]+enc`, '-k[ \\t]+'],
  ['put-parameter', String.raw`ssm[ \t]+put-parameter`, '--value[ \\t=]+'],
  ['secretsmanager', 'secretsmanager', '--secret-string[ \\t=]+'],
  ['keyvault', String.raw`keyvault[ \t]+secret[ \t]+set`, '--value[ \\t=]+'],
  ['gcloud', String.raw`gcloud[ \t]+secrets`, '--data[ \\t=]+'],
  ['secret set', String.raw`(?:gh|glab)[ \t]+secret[ \t]+set`, '(?:-b[ \\t]*|--body[ \\t=]+)'],
  ['vault', String.raw`vault[ \t]+(?:write|kv[ \t]+(?:put|patch))`, '(?:value|data|content)='],
];

/** Programs that take the password after a login in the same word. */
const LOGINS: readonly (readonly [programs: string, option: string, login: string])[] = [
  // Short options can share a dash, and a token can come without a login.
  ['curl', '(?:-[uU][ \\t]*|-[A-Za-z#]{1,8}[uU][ \\t]+|--(?:proxy-)?user[ \\t=]+)', `(?:${LOGIN})?:`],
  ['smbclient|rpcclient|net', '-U[ \\t]*', `${LOGIN}%`],
  ['lftp', '-u[ \\t]*', `${LOGIN},`],
  ['etcdctl', '--user[ \\t=]+', `${LOGIN}:`],
  ['http|https|xh|ab', '(?:-a|-A|--auth)[ \\t=]+', `${LOGIN}:`],
];

/** Programs that take the password as a word without an option. */
const WORDS: readonly (readonly [keyword: string, before: string])[] = [
  [
    'htpasswd',
    String.raw`\bhtpasswd[ \t]+-\w{0,5}b\w{0,5}[ \t]+(?:-\w{1,9}[ \t]+){0,3}(?:[^\s-]\S{0,100}[ \t]+){1,2}`,
  ],
  ['rabbitmqctl', String.raw`\brabbitmqctl[ \t]+(?:add_user|change_password)[ \t]+\S{1,60}[ \t]+`],
  ['wpa_passphrase', String.raw`\bwpa_passphrase[ \t]+\S{1,60}[ \t]+`],
  ['http-basic', String.raw`\bhttp-basic\.\S{1,60}[ \t]+\S{1,60}[ \t]+`],
  ['net use', String.raw`\bnet[ \t]+use[ \t]+(?:\w:[ \t]+)?\\{2,4}\S{1,200}[ \t]+`],
  ['securestring', String.raw`\bConvertTo-SecureString[ \t]+(?:-String[ \t]+)?`],
  ['<<<', String.raw`\b(?:passwd|vncpasswd|chpasswd|kinit|sudo|cryptsetup|login)\b[^\n\x60]{0,80}?<<<[ \t]*`],
];

/** Programs and options that read it from what comes before a bar: `echo … | docker login --password-stdin`. */
const READERS = String.raw`(?:sudo[ \t]+-\w{0,5}S|--password-stdin|--passphrase-fd|passwd[ \t]+--stdin|kinit\b|cryptsetup\b|secrets?[ \t]+(?:create|set|versions)\b)`;

const listWords = (programs: string) => programs.split('|');

export const COMMAND_PATTERNS: readonly SecretPattern[] = [
  createCommand(
    ['--'],
    // The secret of a build has an id and a file.
    String.raw`--(?:password|passwd|pass|token|secret|api-key|access-token|account-key|auth-token)[ \t=](?!id=)${createValue()}`,
  ),
  ...OPTIONS.map(([programs, option]) =>
    createCommand(listWords(programs), createOption(programs, option) + createValue()),
  ),
  ...SUBCOMMANDS.map(([keyword, programs, option]) =>
    createCommand([keyword], createOption(programs, option) + createValue(), isChosenValue),
  ),
  ...LOGINS.map(([programs, option, login]) =>
    createCommand(listWords(programs), createOption(programs, option) + createValue(login)),
  ),
  ...WORDS.map(([keyword, before]) => createCommand([keyword], before + createValue())),
  createCommand(
    ['|'],
    String.raw`\b(?:echo|printf)[ \t]+(?:(?:-\w|["']?%s(?:\\n)?["']?)[ \t]+)?${createValue()}["']?[ \t]{0,3}\|[^\n\x60|]{0,80}?${READERS}`,
  ),
  {
    ...createCommand(
      ['sqlplus', 'sqlldr', 'expdp', 'impdp', 'rman'],
      String.raw`\b(?:sqlplus|sqlldr|expdp|impdp|rman)\b[^\n\x60]{0,60}?[ \t"'][\w$#]{1,30}\/(?:(?<mark>")${QUOTED}|(?<secret>[^\s'"\x60]{6,100}?)(?=@[\w.:/-]{1,100}(?![^\s'"\x60])|[\s'"\x60]|$))`,
    ),
    // The name of the database follows.
    extent: 'exact',
  },
  createCommand(
    ['curl'],
    String.raw`\bcurl\b[^\n\x60]{0,160}?[ \t](?:-[A-Za-z#]{0,8}[uU]|--(?:proxy-)?user)[ \t=]*["']?(?<secret>[\w.-]{12,250}):["']?(?![^\s"'\x60])`,
    (value) => isPassword(value) && isRandom(value),
  ),
  createCommand(
    ['vault'],
    String.raw`\bvault[ \t]+(?:operator[ \t]+)?(?:unseal|rekey|generate-root)[ \t]+(?:-\S{1,200}[ \t]+){0,6}["']?(?<secret>[\w+/.-]{24,200}={0,2})`,
    (value) => isPassword(value) && isRandom(value),
  ),
  createCommand(['pass:'], String.raw`[ \t]-?pass(?:in|out)?[ \t]+pass:(?<secret>[^\s'"\x60]{5,100})`),
];

/** The name under which a store keeps it: `--name /app/password`, `set DB_PASSWORD`. */
const SECRET_NAME =
  /(?:--name|-n|set|put)[ \t=]+["']?(?!secrets?\/)\S{0,60}?(?:passw|pwd|secret|token|api_?key)/i;

/** Stores of secrets also keep settings, such as the name of a region or the id of an image. */
function isChosenValue(value: string, [command]: RegExpExecArray): boolean {
  if (!isPassword(value) || /^[a-z]{1,10}-[\da-f]{8,17}$/.test(value)) return false;
  return SECRET_NAME.test(command) || isRandom(value) || /\s/.test(value) || isChosenWord(value);
}
