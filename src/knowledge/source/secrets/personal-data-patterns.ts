/** Patterns of data about people. Numbers with wrong check digits, and numbers with another meaning, are none. */
import { hasLuhnDigit, isCpf, isIban } from './check-digits.ts';
import { createExactPatterns, getTextBefore, type SecretPattern } from './secret-match.ts';

const createPattern = createExactPatterns('personal-data');

/** The last parts of names that look like a domain: units of systemd, hosts of a private network, and files. */
const NO_DOMAIN =
  /\.(?:service|socket|timer|target|mount|automount|slice|scope|device|path|swap|internal|local|localdomain|lan|home|corp|intranet|private|prod|production|staging|stage|qa|uat|preprod|cluster|svc|latest|main|master|stable|png|jpe?g|gif|webp|avif|svg|js|mjs|ts|css|json|ya?ml|md|mdx|txt|log|conf|sh|py|rb|go|rs|java|invalid|test|example|localhost)$/i;
/** Domains for documentation (RFC 2606). */
const EXAMPLE_DOMAIN = /(?:^|\.)example\.(?:com|org|net|edu)$/i;
/** Accounts of programs, which are no people. */
const MACHINE_ACCOUNTS =
  /^(?:git|root|celery|rabbit|rabbitmq|ejabberd|couchdb|riak|emqx|vernemq|node|erl|npm|hg|svn|nobody|daemon)$/i;

const isMailAddress: SecretPattern['accepts'] = (value, match) => {
  const [account = '', domain = ''] = value.split('@');
  if (NO_DOMAIN.test(`.${domain}`) || EXAMPLE_DOMAIN.test(domain) || MACHINE_ACCOUNTS.test(account))
    return false;
  // A prompt, or a path on another machine.
  return !/^:(?:~|\/)/.test(match.input.slice(match.index + match[0].length));
};

const isSpelledMailAddress: SecretPattern['accepts'] = (value, match) =>
  Boolean(
    isMailAddress?.(
      value
        .replace(/\s*[[({]\s*at\s*[\])}]\s*|\s+at\s+/i, '@')
        .replace(/\s*[[({]\s*dot\s*[\])}]\s*|\s+dot\s+/gi, '.'),
      match,
    ),
  );

/** Words before a number that is no number of a card or an account. */
const OTHER_NUMBER =
  /\b(?:order|offset|id|ids|sequence|seq|timestamp|trace|span|epoch|ticket|pid|lsn|xid|txid|serial|block|bytes?|size|nonce|snowflake|build|commit|ref|no)[\s:=#"']{1,4}$/i;

const isCardNumber: SecretPattern['accepts'] = (value, match) => {
  const digits = value.replace(/\D/g, '');
  const isIssued =
    /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35\d{14}|3(?:0[0-5]|[68]\d)\d{11})$/;
  return isIssued.test(digits) && hasLuhnDigit(digits) && !OTHER_NUMBER.test(getTextBefore(match, 20));
};

const MIN_PHONE_DIGITS = 7;
const MAX_PHONE_DIGITS = 15;
const MIN_INTERNATIONAL_DIGITS = 10;

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

/**
 * The numbers of companies that callers do not pay for: those of North America (NANP, 47 CFR 52.101), the international
 * ones (ITU-T E.169.1), and national ones with 800, in countries where no mobile number starts like that.
 */
const TOLL_FREE =
  /^(?:\+?1?8(?:00|33|44|55|66|77|88)\d{7}|(?:\+|00)800\d{8}|(?:\+|00)(?:31|32|33|39|40|41|43|44|46|47|48|49|55|64|351|352|420|421)0?80[08]\d{4,8}|080[08]\d{3,8})$/;

function isTollFree(value: string): boolean {
  return TOLL_FREE.test(value.replace(/\(0\)|[^\d+]/g, ''));
}

export const PERSONAL_DATA_PATTERNS: readonly SecretPattern[] = [
  createPattern(
    'e-mail address',
    ['@'],
    // A variable can be the login of an address.
    /(?<![\p{L}\p{N}.+/:@-]|:\/\/\$\{?)[\p{L}\p{N}_][\p{L}\p{N}_+-]{0,63}(?:\.[\p{L}\p{N}_+-]{1,64}){0,6}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}-])/dgu,
    isMailAddress,
  ),
  createPattern(
    'e-mail address',
    ['mailto:'],
    /(?<=\bmailto:)[\p{L}\p{N}_.+-]{1,80}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/dgu,
    (value, match) => Boolean(isMailAddress?.(value.replace('%40', '@'), match)),
  ),
  createPattern(
    'e-mail address',
    ['at]', 'at)', 'at}', ' dot '],
    /(?<![\p{L}\p{N}.-])[\p{L}\p{N}_+-]{1,64}(?:\.[\p{L}\p{N}_+-]{1,64}){0,6}(?:\s?[[({]\s?at\s?[\])}]\s?(?:[\p{L}\p{N}-]{1,63}(?:\.|\s?[[({]\s?dot\s?[\])}]\s?|\s+dot\s+)){1,6}|\s+at\s+(?:[\p{L}\p{N}-]{1,63}\s+dot\s+){1,4})\p{L}{2,24}\b/dgiu,
    isSpelledMailAddress,
  ),
  createPattern(
    'telephone number',
    ['+'],
    /(?<![\w.+])\+(?:\d[ ./()-]{0,2}){9,15}(?![\w])/dg,
    (value) =>
      countDigits(value) >= MIN_INTERNATIONAL_DIGITS &&
      countDigits(value) <= MAX_PHONE_DIGITS &&
      !isTollFree(value),
  ),
  createPattern(
    'telephone number',
    ['('],
    /(?<![\w])\(\d{3}\)[ -]?\d{3}[ .-]\d{4}(?!\w)/dg,
    (value) => !isTollFree(value),
  ),
  createPattern(
    'telephone number',
    ['-'],
    // The North American plan: neither the area nor the exchange starts with 0 or 1, or ends with 00.
    /(?<![\w.+/:-])(?:1-)?[2-9](?!00)\d{2}-[2-9](?!00)\d{2}-\d{4}(?![\w-]|\.\d)/dg,
    (value) => !isTollFree(value) && !/555-01\d\d$/.test(value),
  ),
  createPattern(
    'telephone number',
    ['tel', 'phone', 'mobile', 'mobil', 'handy', 'cell', 'call', 'fax', 'whatsapp'],
    /\b(?:tel(?:ephone|efon)?|phone|mobile|mobil|handy|cell(?:phone)?|call(?:ed)?|fax|whatsapp)(?: (?:number|no))?[.:=]{0,2}[ \t]{0,2}(?<secret>\+?\(?\d(?:[ ./()-]{0,3}\d){6,14})(?![\w])/dgi,
    (value) =>
      countDigits(value) >= MIN_PHONE_DIGITS &&
      countDigits(value) <= MAX_PHONE_DIGITS &&
      !isTollFree(value) &&
      !/^\d{4}-\d{2}-\d{2}/.test(value) &&
      (!/^\d+(?:\.\d+)+$/.test(value) || /^[2-9]\d{2}\.[2-9]\d{2}\.\d{4}$/.test(value)),
  ),
  createPattern(
    'card number',
    Array.from('0123456789'),
    /(?<![\d.,/_-]|\w)\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,4}(?![\d_-]|\.\d|\w)/dg,
    isCardNumber,
  ),
  createPattern(
    'card number',
    ['34', '37'],
    /(?<![\d.,/_-]|\w)3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\d_-]|\.\d|\w)/dg,
    isCardNumber,
  ),
  createPattern(
    'IBAN',
    Array.from('0123456789'),
    /(?<![\w-])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{1,4}){3,8}(?![\w-])/dg,
    (value, match) => isIban(value.replaceAll(' ', '')) && !OTHER_NUMBER.test(getTextBefore(match, 20)),
  ),
  createPattern(
    'national id',
    [
      'ssn',
      'social security',
      'national insurance',
      'ni number',
      'nino',
      'dni',
      'nie',
      'nif',
      'steuer',
      'pesel',
      'bsn',
      'aadhaar',
      'personnummer',
      'passport',
      'reisepass',
      'ausweis',
      'tax id',
      'insee',
      'nir',
      'sozialversicherung',
      'national id',
      'driving licence',
      'driver',
      'codice fiscale',
    ],
    /\b(?:SSN|social security(?: (?:number|no\.?))?|national insurance(?: (?:number|no\.?))?|NI number|NINO|DNI|NIE|NIF|Steuer-?ID(?:nummer)?|Steuernummer|PESEL|BSN|Aadhaar|personnummer|passport(?: (?:number|no\.?))?|Reisepass(?:nummer)?|Ausweis(?:nummer)?|tax id|INSEE|NIR|Sozialversicherungsnummer|national id(?: number)?|driving licence(?: number)?|driver'?s? license(?: number)?|codice fiscale)[ \t:=#]{1,4}(?:is |was )?(?<secret>[A-Z]{0,6}[ -]?\d(?:[ -]?[A-Z\d]){5,19})\b/dgi,
    (value) => countDigits(value) >= 5,
  ),
  createPattern('national id', ['.', '-'], /(?<![\d.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\d-])/dg, (value) =>
    isCpf(value.replace(/\D/g, '')),
  ),
  createPattern(
    'date of birth',
    ['birth', 'dob', 'born', 'geboren', 'naissance', 'né'],
    /\b(?:date of birth|birth ?date|birthday|DOB|D\.O\.B\.|born(?: on)?|geboren(?: am)?|Geburtsdatum|date de naissance|née? le)[ \t:=]{1,3}(?<secret>(?:\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w{0,6}\.? (?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}))/dgi,
  ),
];
