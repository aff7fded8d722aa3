import { describe, expect, test } from 'vitest';
import { areScattered } from '../../../src/knowledge/search/scattered-words.ts';
import type { Page } from '../../../src/knowledge/search/search-engine.ts';

const FILLER = Array.from({ length: 16 }, (_, index) => `word${index}`).join(' ');

function isScattered(name: string, text: string, facts: Partial<Page> = {}): boolean {
  const words = text.split(' ');
  const page = {
    id: '',
    address: '',
    title: '',
    aliases: [],
    signals: [],
    words,
    anchors: [],
    evidence: 0,
    ...facts,
  };
  return areScattered(name, page, [...words.keys()]);
}

describe('the words of a name are', () => {
  test('together in one sentence, in any form and order', () => {
    expect(isScattered('disk full', 'The disks of the host were filling: full.')).toBe(false);
    expect(isScattered('open files', `${FILLER} limit of files that are open`)).toBe(false);
  });

  test('scattered in different places of the text', () => {
    expect(isScattered('disk full', `disk ${FILLER} full`)).toBe(true);
    expect(isScattered('disk full error', `disk full ${FILLER} error`)).toBe(true);
  });

  test('together in a title, another name or a signal, but not in two of them', () => {
    const text = `disk ${FILLER} full`;
    expect(isScattered('disk full', text, { title: 'A full disk' })).toBe(false);
    expect(isScattered('disk full', text, { aliases: ['Disk full'] })).toBe(false);
    expect(isScattered('disk full', text, { signals: ['the disk is full'] })).toBe(false);
    expect(isScattered('disk full', text, { aliases: ['full', 'disk'] })).toBe(true);
  });

  test('not scattered if there is one word, or a form that is not known here', () => {
    expect(isScattered('disk', 'full')).toBe(false);
    expect(isScattered('disk full', 'disk fuller')).toBe(false);
  });
});
