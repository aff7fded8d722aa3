import { expect, test } from 'vitest';
import { findAcronyms } from '../../../src/knowledge/search/acronyms.ts';

test.each([
  ['The Interface Message Processor (IMP) failed.', ['IMP', 'Interface Message Processor']],
  ['a single point of failure (SPOF) remained', ['SPOF', 'single point of failure']],
  ['the BMC (Baseboard Management Controller) hung', ['BMC', 'Baseboard Management Controller']],
])('finds the acronym in: %s', (text, names) => {
  expect(findAcronyms(text)).toEqual([{ names, misspellings: [], type: 'acronym' }]);
});

test.each(['It was slow (VERY slow).', 'the server (US) was down', 'No form here (XYZ) at all'])(
  'finds no acronym in: %s',
  (text) => {
    expect(findAcronyms(text)).toEqual([]);
  },
);

const findNames = (text: string) => findAcronyms(text).map(({ names }) => names);

test.each([
  ['(in quotes) the Domain Name System ("DNS")', ['DNS', 'Domain Name System']],
  ['the Domain Name System (“DNS”) failed', ['DNS', 'Domain Name System']],
  ['all Content Delivery Networks (CDNs) failed', ['CDN', 'Content Delivery Networks']],
  ['a Time-To-Live (TTL) of 60', ['TTL', 'Time To Live']],
  ['Ten 5: Point of Presence (POP)', ['POP', 'Point of Presence']],
  ['a Point of Sale (PS) failed', ['PS', 'Point of Sale']],
  ['PS (Point of Sale) failed', ['PS', 'Point of Sale']],
  ['the Level 3 (L3) switch and  Border  Gateway  Protocol (BGP)', ['BGP', 'Border Gateway Protocol']],
])('finds only the long form in: %s', (text, names) => {
  expect(findNames(text)).toEqual([names]);
});

test.each([
  'Domain Name System. It is down (DNS)',
  'Domain Name Systems and Services (DNS)',
  'DNS (the Domain Name System)',
  'DNS (Domain Name System, which failed)',
  '(DNS)',
  'a Domain Name System (D)',
  'Domain Name System (dns)',
])('finds no long form in: %s', (text) => {
  expect(findNames(text)).toEqual([]);
});

test('finds several acronyms of a text', () => {
  expect(findNames('The Domain Name System (DNS) and the Border Gateway Protocol (BGP).')).toEqual([
    ['DNS', 'Domain Name System'],
    ['BGP', 'Border Gateway Protocol'],
  ]);
});
