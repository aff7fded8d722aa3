import { describe, expect, test } from 'vitest';
import { findOtherHost } from '../../../src/knowledge/source/link-text.ts';

const EVIL = 'https://evil.example/';

test('names the host in the text and the host of the link', () => {
  expect(findOtherHost({ text: 'https://www.GitHub.com/login', url: EVIL })).toEqual({
    shown: 'github.com',
    actual: 'evil.example',
  });
});

describe('finds the address of another host', () => {
  test.each([
    ['github.com', EVIL],
    ['GITHUB.COM', EVIL],
    ['www.github.com/x', EVIL],
    ['github.com/login?next=/', EVIL],
    ['github.com:443', EVIL],
    ['“github.com”', EVIL],
    ['→ https://github.com/login', EVIL],
    ['Sign in at https://github.com/login', EVIL],
    ['http:github.com', EVIL],
    ['//github.com/login', EVIL],
    ['github\u00ad.com', EVIL],
    ['ｇithub．com', EVIL],
    ['gіthub.com', 'https://github.com/'],
    ['github.com', 'https://github.com.evil.example/'],
    ['github.com', 'https://evil.example/github.com'],
    ['github.com', 'https://pages.github.com/'],
    ['https://github.com@evil.example/', EVIL],
    ['https://docs.github.com/', 'https://github.com/'],
    ['https://münchen.example/', EVIL],
    ['git@github.com:team/app.git', EVIL],
    ['help@github.com', 'mailto:help@evil.example'],
    ['github.com', 'mailto:help@evil.example'],
    ['bbc.co.uk', EVIL],
    ['почта.рф', EVIL],
    ['https://github.com/a', 'https://web.archive.org/web/2018/https://evil.example/'],
  ])('%s → %s', (text, url) => {
    expect(findOtherHost({ text, url })).toBeDefined();
  });

  test('in a link within the site, if the text has a scheme', () => {
    const link = { text: 'https://github.com/login', url: '/notes/redis/', site: 'https://kb.example/kb/' };
    expect(findOtherHost(link)).toEqual({ shown: 'github.com', actual: 'kb.example' });
    expect(findOtherHost({ ...link, text: 'https://kb.example/notes/' })).toBeUndefined();
    expect(findOtherHost({ ...link, text: 'github.com' })).toBeUndefined();
  });
});

describe('accepts', () => {
  test.each([
    ['https://github.com/login', 'https://www.github.com/other#x'],
    ['www.github.com', 'http://github.com./'],
    ['GitHub.com', 'HTTPS://GITHUB.COM/'],
    ['müller.example', 'https://xn--mller-kva.example/'],
    ['help@github.com', 'mailto:help@github.com?subject=Help'],
    ['git@github.com:team/app.git', 'https://github.com/team/app'],
    ['app.kubernetes.io/name', 'https://kubernetes.io/docs/'],
    ['from https://a.example to https://b.example', 'https://b.example/'],
    ['https://github.com/a', 'https://web.archive.org/web/2018/https://github.com/a'],
    ['the status page', EVIL],
    ['autolinks of www. parts', EVIL],
    ['http:// or https://', EVIL],
    ['Node.js', 'https://nodejs.org/'],
    ['ASP.NET', EVIL],
    ['README.md', EVIL],
    ['install.sh', EVIL],
    ['src/main.rs', EVIL],
    ['console.log', EVIL],
    ['java.lang.String', EVIL],
    ['db1.internal', EVIL],
    ['redis.conf/maxmemory', EVIL],
    ['v1.2.3', EVIL],
    ['1.2.3.4', EVIL],
    ['e.g.', EVIL],
    ['and/or', EVIL],
    ['#1234', EVIL],
  ])('%s → %s', (text, url) => {
    expect(findOtherHost({ text, url })).toBeUndefined();
  });

  test('a name in a program, if it is code', () => {
    const link = { text: 'Array.at', url: 'https://developer.example/' };
    expect(findOtherHost({ ...link, isCode: true })).toBeUndefined();
    expect(findOtherHost({ ...link, text: 'github.com', isCode: true })).toBeDefined();
  });
});
