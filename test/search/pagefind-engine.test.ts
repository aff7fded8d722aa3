import { expect, test } from 'vitest';
import { PagefindEngine, type PagefindInstance } from '../../src/search/pagefind-engine.ts';

/** An index in which every word stands once, on a page of its own; it remembers what it was asked. */
function smallIndex() {
  const asked: string[] = [];
  const loaded: string[] = [];
  const pagefind: PagefindInstance = {
    init: async () => undefined,
    preload: async () => undefined,
    filters: async () => ({}),
    mergeIndex: async () => undefined,
    destroy: async () => undefined,
    search: async (term) => {
      asked.push(String(term));
      const id = String(term).replaceAll('"', '');
      const data = async () => {
        loaded.push(id);
        return { url: `/${id}/`, content: id, meta: { title: id }, anchors: [] };
      };
      return { results: [{ id, score: 1, words: [0], data }] };
    },
  };
  return { engine: new PagefindEngine(pagefind), asked, loaded };
}

const word = (text: string) => ({ text, match: 'word' as const });

test('what was asked before is not asked again, and a page is loaded once', async () => {
  const { engine, asked, loaded } = smallIndex();
  const [first] = await engine.lookUp(word('replica'), {});
  const [second] = await engine.lookUp(word('replica'), {});
  await first?.load();
  await second?.load();
  expect(asked).toEqual(['replica']);
  expect(loaded).toEqual(['replica']);
});

test('what nobody waits for is given up before it is asked', async () => {
  const { engine, asked } = smallIndex();
  const waiting = new AbortController();
  const answer = engine.lookUp(word('replica'), {}, waiting.signal);
  waiting.abort();
  await expect(answer).rejects.toThrow('aborted');
  expect(asked).toEqual([]);
});

test('what another search has given up is asked by one that still waits', async () => {
  const { engine, asked } = smallIndex();
  const [given, kept] = [new AbortController(), new AbortController()];
  const before = engine.lookUp(word('replica'), {}, given.signal);
  const after = engine.lookUp(word('replica'), {}, kept.signal);
  given.abort();
  await expect(before).rejects.toThrow('aborted');
  expect((await after).map(({ key }) => key)).toEqual(['replica']);
  expect(asked).toEqual(['replica']);
});

test('between two look-ups everything else that waits is done', async () => {
  const { engine, asked } = smallIndex();
  const { signal } = new AbortController();
  const answers = Promise.all(['replica', 'backup'].map((text) => engine.lookUp(word(text), {}, signal)));
  const { port1, port2 } = new MessageChannel();
  const seen = new Promise<number>((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve(asked.length);
    };
  });
  port2.postMessage('a new question');
  expect(await seen).toBeLessThan(2);
  await answers;
  expect(asked).toEqual(['replica', 'backup']);
});
