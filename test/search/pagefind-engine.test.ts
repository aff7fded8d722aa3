import { expect, test } from 'vitest';
import { PagefindEngine, type PagefindInstance } from '../../src/search/pagefind-engine.ts';

/** Creates an index in which every word is on a page of its own. It records the searches and the loaded pages. */
function createSmallIndex() {
  const searches: string[] = [];
  const loaded: string[] = [];
  const pagefind: PagefindInstance = {
    init: async () => undefined,
    preload: async () => undefined,
    filters: async () => ({}),
    mergeIndex: async () => undefined,
    destroy: async () => undefined,
    search: async (term) => {
      searches.push(String(term));
      const id = String(term).replaceAll('"', '');
      const data = async () => {
        loaded.push(id);
        return { url: `/${id}/`, content: id, meta: { title: id }, anchors: [] };
      };
      return { results: [{ id, score: 1, words: [0], data }] };
    },
  };
  return { engine: new PagefindEngine(pagefind), searches, loaded };
}

const word = (text: string) => ({ text, match: 'word' as const });

test('repeats no search and loads a page only once', async () => {
  const { engine, searches, loaded } = createSmallIndex();
  const [first] = await engine.lookUp(word('replica'), {});
  const [second] = await engine.lookUp(word('replica'), {});
  await first?.load();
  await second?.load();
  expect(searches).toEqual(['replica']);
  expect(loaded).toEqual(['replica']);
});

test('does not search after the lookup is aborted', async () => {
  const { engine, searches } = createSmallIndex();
  const controller = new AbortController();
  const answer = engine.lookUp(word('replica'), {}, controller.signal);
  controller.abort();
  await expect(answer).rejects.toThrow('aborted');
  expect(searches).toEqual([]);
});

test('answers a lookup even if the same lookup was aborted by another search', async () => {
  const { engine, searches } = createSmallIndex();
  const [aborted, active] = [new AbortController(), new AbortController()];
  const first = engine.lookUp(word('replica'), {}, aborted.signal);
  const second = engine.lookUp(word('replica'), {}, active.signal);
  aborted.abort();
  await expect(first).rejects.toThrow('aborted');
  expect((await second).map(({ key }) => key)).toEqual(['replica']);
  expect(searches).toEqual(['replica']);
});

test('other tasks run between two lookups', async () => {
  const { engine, searches } = createSmallIndex();
  const { signal } = new AbortController();
  const answers = Promise.all(['replica', 'backup'].map((text) => engine.lookUp(word(text), {}, signal)));
  const { port1, port2 } = new MessageChannel();
  const searchCount = new Promise<number>((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve(searches.length);
    };
  });
  port2.postMessage('a new query');
  expect(await searchCount).toBeLessThan(2);
  await answers;
  expect(searches).toEqual(['replica', 'backup']);
});
