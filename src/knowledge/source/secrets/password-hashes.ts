/** Patterns of hashes of passwords, which can be cracked. Each says in itself how it was made. */
import { isVendorExample } from './placeholder.ts';
import type { SecretPattern } from './secret-match.ts';

/** Formats of hashes: the keywords of a pattern, and the pattern. */
const FORMATS: readonly (readonly [keywords: readonly string[], pattern: RegExp])[] = [
  // crypt(5), and Argon2.
  [
    ['$'],
    /\$(?:2[aby]\$\d{2}\$[./A-Za-z0-9]{53}|[156y]\$[^\s$'"`]{1,64}\$[./A-Za-z0-9]{22,110}|apr1\$[^\s$'"`]{1,16}\$[./A-Za-z0-9]{22}|argon2(?:id|i|d)\$[^\s'"`]{20,200})/dg,
  ],
  // yescrypt, scrypt, PHPass, Drupal, PBKDF2 of passlib, and the shadow files of Oracle and Cisco.
  [
    ['$'],
    /\$(?:gy|7|scrypt|pbkdf2(?:-sha\d{1,3})?|bcrypt-sha256|S|P|H|8|9|14)\$[./A-Za-z0-9+=,$-]{28,250}/dg,
  ],
  // Django.
  [
    ['pbkdf2_', 'bcrypt_', 'scrypt$', 'argon2$'],
    /\b(?:pbkdf2_sha\d{1,3}|bcrypt_sha256|scrypt|argon2)\$[\w$=,]{1,80}\$[\w+/=.$]{20,200}/dg,
  ],
  // Werkzeug.
  [
    ['pbkdf2:', 'scrypt:'],
    /\b(?:pbkdf2:sha\d{1,3}:\d{1,8}|scrypt:\d{1,8}:\d{1,3}:\d{1,3})\$[\w./]{4,40}\$[\da-f]{32,160}/dg,
  ],
  // LDAP (RFC 2307) and what followed it.
  [
    ['}'],
    /\{(?:S?SHA(?:-?(?:256|384|512))?|S?MD5|CRYPT|PBKDF2(?:-SHA\d{1,3})?|ARGON2|BCRYPT)\}[$./A-Za-z0-9+=,]{20,250}/dgi,
  ],
  // PostgreSQL and MongoDB (RFC 5802).
  [['scram-sha-'], /\bSCRAM-SHA-(?:1|256)\$\d{3,7}:[\w+/=]{8,64}\$[\w+/=]{20,90}:[\w+/=]{20,90}/dg],
  // PostgreSQL, before them.
  [['md5'], /(?<![\w$])md5[\da-f]{32}(?!\w)/dg],
  // MySQL.
  [['*'], /(?<![\w*])\*[\dA-F]{40}(?!\w)/dg],
  // Windows, as tools print it: the name, its number, and two hashes.
  [[':::', ':'], /(?<=\b[\w.$\\-]{1,64}:\d{3,10}:)[\da-f]{32}:[\da-f]{32}(?=:|\s|$)/dgi],
];

export const PASSWORD_HASH_PATTERNS: readonly SecretPattern[] = FORMATS.map(([keywords, pattern]) => ({
  what: 'password hash',
  family: 'secret',
  keywords,
  pattern,
  accepts: (value) => !isVendorExample(value),
}));
