/**
 * `<offline-news>`: starts the service worker once the page is there, and lets it download the copy part by part. Reports
 * a new version of the page, and data that comes from the copy.
 */
import type { KeepMessage, WorkerMessage } from '../offline/messages.ts';
import { trustOwnScripts } from '../search/trusted-types.ts';

export class OfflineNews extends HTMLElement {
  #checksAll = false;
  #isKeeping = false;

  connectedCallback(): void {
    if (!this.canKeepCopy) return;
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('message', ({ data }) => this.#receive(data));
    let hasWorker = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      // That of a new build, which has files to download.
      if (hasWorker && this.#isKeeping) void this.#askForPart(true);
      hasWorker = true;
    });
    document.addEventListener('visibilitychange', () => document.hidden || void lookForUpdate());
    // The page about the copy starts by itself.
    if (this.savesData || document.querySelector('offline-state')) return;
    const start = () => setTimeout(() => this.keepCopy(false).catch(console.warn));
    if (document.readyState === 'complete') start();
    else addEventListener('load', start);
  }

  get canKeepCopy(): boolean {
    return this.dataset.worker !== undefined && 'serviceWorker' in navigator && location.protocol !== 'file:';
  }

  /** Returns whether the reader asked for few downloads. */
  get savesData(): boolean {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    return connection?.saveData === true;
  }

  /**
   * Starts to download what is missing.
   *
   * @param checksAll whether to check every kept file for damage, instead of a few
   * @throws if the browser forbids it
   */
  async keepCopy(checksAll: boolean): Promise<void> {
    this.#checksAll = checksAll;
    trustOwnScripts();
    await navigator.serviceWorker.register(this.dataset.worker ?? '');
    this.#isKeeping = true;
    await this.#askForPart(true);
  }

  async #askForPart(isFirst: boolean): Promise<void> {
    const message: KeepMessage = { type: 'keep', isFirst, checksAll: this.#checksAll };
    (await navigator.serviceWorker.ready).active?.postMessage(message);
  }

  #receive(message: WorkerMessage): void {
    if (message.type === 'state' && message.hasMore) void this.#askForPart(false);
    if (message.type === 'new-version') {
      const reload = createButton('Reload', () => location.reload());
      this.#show('New version.', reload);
    }
    // A page from the copy says so at its top.
    const isCopy = document.querySelector('.offline-copy:not(:empty)');
    if (message.type === 'copy-used' && !isCopy && !this.hasChildNodes()) this.#show(message.sentence);
  }

  #show(text: string, ...buttons: HTMLButtonElement[]): void {
    const line = document.createElement('p');
    line.append(
      text,
      ...buttons,
      createButton('Close', () => this.replaceChildren()),
    );
    this.replaceChildren(line);
  }
}

/** A page can stay open for days without a request that makes the browser look. */
async function lookForUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
}

function createButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  button.addEventListener('click', onClick);
  return button;
}

customElements.define('offline-news', OfflineNews);
