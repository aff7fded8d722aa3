import { describe, expect, test } from 'vitest';
import { findLookalikeHost } from '../../../src/knowledge/source/lookalike-host.ts';

test('shows the host as a reader sees it, and as a browser asks for it', () => {
  const expected = { shown: 'gіthub.com', ascii: 'xn--gthub-n2e.com' };
  expect(findLookalikeHost('https://gіthub.com/login')).toEqual(expected);
  expect(findLookalikeHost('HTTPS://XN--gthub-n2e.com:8080')).toEqual(expected);
});

describe('refuses', () => {
  test.each([
    ['a Cyrillic letter between Latin ones', 'https://раypal.com'],
    ['a Greek letter between Latin ones', 'https://gοοgle.com'],
    ['one label of several', 'https://sub.еxample.org/'],
    ['a label of Cyrillic letters that look like Latin ones', 'https://аррӏе.com'],
    ['the same in ASCII', 'https://xn--80ak6aa92e.com'],
    ['a label that no browser accepts', 'https://xn--gthub-n4d.com/'],
    ['a Latin letter without its dot', 'https://gıthub.com'],
    ['a Latin letter of phonetics', 'https://ɡithub.com'],
    ['a mark that an underline hides', 'https://githụb.com'],
    ['a second dot', 'https://gi\u0307thub.com'],
    ['a sign that looks like a slash', 'https://github.com⁄login.evil.example/'],
    ['a Japanese letter that looks like a slash', 'https://github.comノlogin.evil.example/'],
    ['a script that is not in general use', 'https://ᎪᏢᏢᏞᎬ.com'],
    ['a picture', 'https://i❤.example'],
    ['digits of another script', 'https://g٥thub.com'],
  ])('%s: %s', (_what, address) => {
    expect(findLookalikeHost(address)).toBeDefined();
  });
});

describe('accepts', () => {
  test.each([
    'https://github.com/',
    'https://müller.example',
    'https://xn--mller-kva.example',
    'https://例え.jp',
    'https://例えexample.jp',
    'https://コーヒー.jp',
    'https://ドット・コム.jp',
    'https://한국.kr',
    'https://例子.测试',
    'https://пример.com',
    'https://президент.рф',
    'https://оса.рф',
    'https://παράδειγμα.gr',
    'https://مثال.إختبار',
    'https://ייִדיש.com',
    'https://उदाहरण.com',
    'https://ภาษาไทย.com',
    'https://ქართული.ge',
    'https://łódź.pl',
    'https://žluťoučký.cz',
    'https://yazılım.com.tr',
    'https://việtnam.vn',
    'https://học.vn',
    'https://paral·lel.cat',
    'https://[::1]:9200/',
    'https://a_b.example',
    '/notes/redis/',
    '#gіthub.com',
  ])('%s', (address) => {
    expect(findLookalikeHost(address)).toBeUndefined();
  });
});
