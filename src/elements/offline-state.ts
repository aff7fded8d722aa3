/** `<offline-state>`: shows which part of the site this browser keeps, checks it, and downloads the rest. */
import type { WorkerMessage } from '../offline/messages.ts';
import type { OfflineNews } from './offline-news.ts';

class OfflineState extends HTMLElement {
  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    this.#show('Looking at the copy…');
    // A browser may neither allow nor refuse a service worker: its promises stay open.
    const noAnswer = setTimeout(() => this.#show(NO_ANSWER), MAX_WAIT);
    await customElements.whenDefined('offline-news');
    const news = document.querySelector<OfflineNews>('offline-news');
    if (!news?.canKeepCopy) {
      clearTimeout(noAnswer);
      this.#show(news?.dataset.worker === undefined ? SWITCHED_OFF : BLOCKED);
      return;
    }
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type !== 'state') return;
      clearTimeout(noAnswer);
      this.#show(...data.sentences);
    });
    const keep = () =>
      news.keepCopy(true).catch(() => {
        clearTimeout(noAnswer);
        this.#show(BLOCKED);
      });
    if (!news.savesData) {
      await keep();
      return;
    }
    clearTimeout(noAnswer);
    this.#show('Your browser saves data, so nothing is downloaded in the background.');
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Download now',
    });
    button.addEventListener('click', keep);
    this.append(button);
  }

  #show(...sentences: string[]): void {
    const texts = canSaveValues() ? sentences : [...sentences, NOT_SAVED];
    this.querySelector('button')?.remove();
    this.querySelector('[role="status"]')?.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    );
  }
}

const SWITCHED_OFF = 'This site keeps no offline copy.';
const BLOCKED =
  'This browser keeps no offline copy: it blocks storage or service workers, as private windows do.';
const NO_ANSWER =
  'This page cannot tell yet whether this browser has a copy. The browser may block service workers: do not rely on a copy here.';
/** In milliseconds. */
const MAX_WAIT = 3_000;
const NOT_SAVED =
  'This browser blocks storage or has no room left: ticks and recent searches are lost when you close the page.';

function canSaveValues(): boolean {
  const key = 'hindsight-test';
  try {
    localStorage.setItem(key, key);
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

customElements.define('offline-state', OfflineState);
