/**
 * The search page in a browser, driven as a person drives it: how long each keystroke takes until its answer is
 * painted. The page runs as it was built; the clock listens to its events from outside.
 */
import type { Browser, Page } from 'playwright-core';

/** Nobody types faster than this: 150 ms from key to key are some 80 words a minute. */
const KEY_INTERVAL_MS = 150;
const MAX_TYPED_LENGTH = 40;

/** The letters of a query that are typed: the start of its first line. */
function listTypedLetters(query: string): string {
  return (query.split('\n')[0] ?? '').slice(0, MAX_TYPED_LENGTH);
}

/** An answer that never comes ends the measurement. */
const MAX_WAIT_MS = 60_000;

declare global {
  interface Window {
    /** Set by `recordAnswerTimes`: the answer to this query, there or still to come, in ms after its keystroke. */
    answerTo: (query: string) => Promise<number>;
  }
}

/** Runs in the page before its own scripts. */
function recordAnswerTimes(): void {
  const answered = new Map<string, number>();
  const waiting = new Map<string, (ms: number) => void>();
  addEventListener(
    'input',
    ({ target }) => {
      const query = (target as HTMLInputElement).value.trim();
      answered.delete(query);
      performance.mark(`asked ${query}`);
    },
    true,
  );
  document.addEventListener('search-state', (event) => {
    const { query, state } = (event as CustomEvent).detail;
    if (state === 'idle') return;
    if (state === 'failed') console.error(`The search failed: ${query}`);
    // After the next frame the answer is on the screen.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const [asked] = performance.getEntriesByName(`asked ${query}`).slice(-1);
        const ms = asked ? performance.measure(query, { start: asked.startTime }).duration : 0;
        answered.set(query, ms);
        waiting.get(query)?.(ms);
        waiting.delete(query);
      };
      port2.postMessage(undefined);
    });
  });
  window.answerTo = (query) =>
    new Promise((resolve) => {
      const ms = answered.get(query);
      if (ms === undefined) waiting.set(query, resolve);
      else resolve(ms);
    });
}

/** Asks one query on a page that has nothing loaded, and waits for the answer. */
export async function searchCold(browser: Browser, home: string, query: string): Promise<void> {
  await withPage(browser, async (page) => {
    if (query.includes('\n')) {
      await page.goto(`${home}search/`);
      await page.getByRole('button', { name: 'Paste a log' }).click();
      await page.locator('textarea').fill(query);
    } else await page.goto(`${home}search/?q=${encodeURIComponent(query)}`);
    await page.evaluate((text) => window.answerTo(text), query.trim());
  });
}

/**
 * Types a query letter by letter on a page that has nothing loaded.
 *
 * @param onAnswer called when each key has its answer
 * @returns milliseconds from each keystroke to its painted answer, apart from the first that is answered
 */
export async function typeQuery(
  browser: Browser,
  home: string,
  query: string,
  onAnswer: () => void,
): Promise<number[]> {
  return withPage(browser, async (page) => {
    const times: number[] = [];
    await page.goto(`${home}search/`);
    await page.waitForLoadState('networkidle');
    const field = page.getByRole('searchbox', { name: 'Error, service or symptom' });
    await field.focus();
    let text = '';
    for (const letter of listTypedLetters(query)) {
      const before = text.trim();
      text += letter;
      const begin = Date.now();
      await page.keyboard.type(letter);
      // A blank at the end changes nothing that is asked.
      if (text.trim() !== before) {
        times.push(await page.evaluate((typed) => window.answerTo(typed), text.trim()));
        onAnswer();
      }
      await page.waitForTimeout(Math.max(0, KEY_INTERVAL_MS - (Date.now() - begin)));
    }
    return times.slice(1);
  });
}

/** Plain Pagefind in the same page for the same letters: the titles and excerpts of ten results, painted. */
export async function typePlain(browser: Browser, home: string, query: string): Promise<number[]> {
  return withPage(browser, async (page) => {
    await page.goto(`${home}search/`);
    await page.waitForLoadState('networkidle');
    return page.evaluate(
      async ({ index, typed }) => {
        const pagefind = await import(index);
        await pagefind.init();
        const list = document.querySelector('main')?.appendChild(document.createElement('ol'));
        const painted = () =>
          new Promise<void>((resolve) => {
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve();
              port2.postMessage(undefined);
            });
          });
        const times: number[] = [];
        for (let length = 1; length <= typed.length; length++) {
          const begin = performance.now();
          const { results } = await pagefind.search(typed.slice(0, length));
          const pages: { meta: { title: string }; plain_excerpt: string }[] = await Promise.all(
            results.slice(0, 10).map((result: { data(): Promise<unknown> }) => result.data()),
          );
          list?.replaceChildren(
            ...pages.map(({ meta, plain_excerpt: excerpt }) =>
              Object.assign(document.createElement('li'), { textContent: `${meta.title} ${excerpt}` }),
            ),
          );
          await painted();
          times.push(performance.now() - begin);
        }
        return times.slice(1);
      },
      { index: `${home}pagefind/pagefind.js`, typed: listTypedLetters(query) },
    );
  });
}

/** The same with nothing loaded, for the bytes. */
export async function searchPlainCold(browser: Browser, home: string, query: string): Promise<void> {
  await withPage(browser, async (page) => {
    await page.goto(`${home}404.html`);
    await page.evaluate(
      async ({ index, typed }) => {
        const pagefind = await import(index);
        await pagefind.init();
        const { results } = await pagefind.search(typed);
        await Promise.all(results.slice(0, 10).map((result: { data(): Promise<unknown> }) => result.data()));
      },
      { index: `${home}pagefind/pagefind.js`, typed: query },
    );
  });
}

async function withPage<Answer>(browser: Browser, use: (page: Page) => Promise<Answer>): Promise<Answer> {
  // The download of the offline copy is not part of a search.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    await context.addInitScript(recordAnswerTimes);
    const page = await context.newPage();
    page.setDefaultTimeout(MAX_WAIT_MS);
    page.on('pageerror', (error) => console.error(error.message));
    return await use(page);
  } finally {
    await context.close();
  }
}
