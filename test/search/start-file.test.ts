import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerFromMemory, decodeStartFile, encodeStartFile } from '../../src/search/start-file.ts';

const encoder = new TextEncoder();
const toText = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const toBuffer = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('the start file', () => {
  const file = toBuffer(
    encodeStartFile(
      new Map<string, Uint8Array>([
        ['a.json', gzipSync('{"is": "compressed"}')],
        ['empty', new Uint8Array()],
        ['b.bin', encoder.encode('as it\nis')],
      ]),
    ),
  );

  test('contains its parts, which are decompressed when it is read', async () => {
    const parts = await decodeStartFile(file);
    expect([...parts].map(([name, bytes]) => [name, toText(bytes)])).toEqual([
      ['a.json', '{"is": "compressed"}'],
      ['empty', ''],
      ['b.bin', 'as it\nis'],
    ]);
  });

  test.each([file.length - 1, 20, 0])('is rejected if only %i bytes of it arrived', async (length) => {
    await expect(decodeStartFile(file.slice(0, length))).rejects.toThrow();
  });
});

describe('a request', () => {
  afterEach(() => vi.unstubAllGlobals());

  const answerRequests = () => {
    vi.stubGlobal('location', new URL('https://kb.example/search/'));
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('from the network')),
    );
    answerFromMemory('/pagefind/', new Map([['pagefind-entry.json', toBuffer(encoder.encode('in memory'))]]));
    return async (address: string) => (await fetch(address)).text();
  };

  test.each(['/pagefind/pagefind-entry.json', 'https://kb.example/pagefind/pagefind-entry.json?ts=12'])(
    'for a loaded file is answered from memory: %s',
    async (address) => {
      expect(await answerRequests()(address)).toBe('in memory');
    },
  );

  test.each([
    '/pagefind/other.json',
    '/other/pagefind-entry.json',
    'https://other.example/pagefind-entry.json',
  ])('for another file goes to the network: %s', async (address) => {
    expect(await answerRequests()(address)).toBe('from the network');
  });
});
