/**
 * `<search-panel>`: searches as you type or paste. Enter opens the best match, Shift+Enter searches exactly for what
 * was typed. In the dialog, the arrow keys choose another result and Escape closes it.
 */

import { MIN_TYPED_LENGTH } from '../knowledge/search/query-length.ts';
import type { SearchOptions } from '../knowledge/search/search.ts';
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import type { Filters } from '../knowledge/search/search-engine.ts';
import type { ClosableSearch } from '../search/open-site-search.ts';
import { openSiteSearch } from '../search/open-site-search.ts';
import { FilterControls } from './filter-controls.ts';
import { saveFoundWords } from './found-words.ts';
import { PasteField } from './paste-field.ts';
import { rememberSearch, showRecentSearches } from './recent-searches.ts';
import { forgetSearch, readPastedText, readSavedSearch, savePastedText, saveSearch } from './saved-search.ts';
import { SearchAddress } from './search-address.ts';
import { SearchProgress, type SearchStage } from './search-progress.ts';
import { SearchRetry } from './search-retry.ts';
import { SearchView } from './search-view.ts';

const MAX_RESULTS = { page: 20, home: 10, dialog: 10 } as const;
/** On a large site, each result takes a request. */
const MAX_LOADED_RESULTS = 10;
/** A phone whose keyboard leaves room for a few lines. */
const SMALL_SCREEN = '(width < 30rem)';

class SearchPanel extends HTMLElement {
  #search: ClosableSearch | undefined;
  #filters: FilterControls | undefined;
  #paste: PasteField | undefined;
  /** Only the search page keeps the question in its address. */
  #address: SearchAddress | undefined;
  #view: SearchView | undefined;
  readonly #progress = new SearchProgress((stage) => this.#onDelay(stage));
  readonly #retry = new SearchRetry(() => this.#searchAgain());
  #requestNumber = 0;
  /** Resolved when the current request has its answer, failed, or was replaced. */
  #running: Promise<void> = Promise.resolve();
  /** Words whose correction was undone. */
  #literalWords = new Set<string>();
  #answer: SearchAnswer | undefined;
  /** The scroll position for the results, when they are back. */
  #savedScroll = 0;

  connectedCallback(): void {
    this.#openSearch();
    if (this.#isSearchPage) this.#address = new SearchAddress();
    this.#filters = new FilterControls(
      this,
      () => this.#onChange(),
      () => this.#updateCounts(),
    );
    this.#view = new SearchView(this, this.#field);
    this.#paste = new PasteField(this, () => this.#onChange());
    this.#getPart('tools').hidden = false;
    // On a slow network, you type before this code is there.
    const typed = this.#field.value;
    this.#restore();
    this.#addListeners();
    if (typed && typed !== this.#field.value && !this.#isPasting) this.#takeTyped(typed);
    else this.#start();
  }

  get #mode(): keyof typeof MAX_RESULTS {
    return this.dataset.mode as keyof typeof MAX_RESULTS;
  }

  get #isSearchPage(): boolean {
    return this.#mode === 'page';
  }

  get #field(): HTMLInputElement {
    return this.#find('input[type="search"]');
  }

  get #isPasting(): boolean {
    return this.#paste?.isOpen ?? false;
  }

  get #query(): string {
    return ((this.#isPasting ? this.#paste?.value : this.#field.value) ?? '').trim();
  }

  /** The element that scrolls the results. */
  get #scroller(): Element {
    return this.closest('dialog') ?? document.documentElement;
  }

  #find<E extends Element>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`<search-panel> has no ${selector}`);
    return found;
  }

  #getPart(name: string): HTMLElement {
    return this.#find(`[data-${name}]`);
  }

  #openSearch(): void {
    const { index = '', base = '/', others = '[]' } = this.dataset;
    this.#search?.close();
    this.#search = openSiteSearch({ index, base, others: JSON.parse(others) });
  }

  #addListeners(): void {
    this.#field.addEventListener('input', () => this.#onChange());
    this.#field.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.#find('form').addEventListener('submit', (event) => {
      rememberSearch(this.#field.value);
      // Pasted lines must not get into the URL, and the search page already shows the answer.
      if (this.#isPasting || this.#isSearchPage) event.preventDefault();
    });
    this.#getPart('results').addEventListener('click', (event) => this.#onOpen(event));
    this.closest('dialog')?.addEventListener('close', forgetSearch);
    if (!this.#isSearchPage) return;
    addEventListener('popstate', () => {
      this.#readAddress();
      this.#start();
    });
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const active = this.#view?.active;
    const dialog = this.closest('dialog');
    if (event.key === 'Escape' && dialog) dialog.close();
    else if (event.key === 'ArrowDown' && active) active.move(1);
    else if (event.key === 'ArrowUp' && active) active.move(-1);
    else if (event.key === 'ArrowDown') this.#view?.firstLink?.focus();
    else if (event.key === 'Enter' && event.shiftKey && this.#answer?.corrections.length)
      this.#undoCorrections();
    else if (event.key === 'Enter' && active?.current) active.current.click();
    else if (event.key === 'Enter' && this.#query) this.#openBestMatch();
    else return;
    event.preventDefault();
  }

  /** Opens the best match. If nothing really matches, shows the search page instead. */
  async #openBestMatch(): Promise<void> {
    const query = this.#query;
    await this.#running;
    if (query !== this.#query) return;
    if (this.#answer?.query === query && this.#answer.best) this.#view?.firstLink?.click();
    else if (!this.#isSearchPage) this.#find<HTMLFormElement>('form').requestSubmit();
  }

  /** Saves what Back needs, and the words to mark on the page that opens. */
  #onOpen(event: Event): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link) return;
    rememberSearch(this.#isPasting ? '' : this.#query);
    this.#save();
    const address = link.href.replace(/#.*/, '');
    const result = this.#answer?.results.find(({ href, checklist }) =>
      [href, checklist].some((own) => own && new URL(own, location.href).href.replace(/#.*/, '') === address),
    );
    saveFoundWords(link.href, result?.words ?? []);
  }

  #save(): void {
    const query = this.#isPasting ? '' : this.#query;
    saveSearch({ mode: this.#mode, query, scroll: this.#scroller.scrollTop });
    savePastedText(this.#isPasting ? this.#query : '');
  }

  #undoCorrections(words = this.#answer?.corrections.map(({ typed }) => typed) ?? []): void {
    for (const word of words) this.#literalWords.add(word.toLowerCase());
    this.#field.focus();
    this.#start();
  }

  /** Fills in the question that the page was left with. */
  #restore(): void {
    const saved = readSavedSearch(this.#mode);
    if (this.#isSearchPage) this.#readAddress();
    else if (saved) this.#field.value = saved.query;
    const pasted = this.#query ? undefined : readPastedText();
    if (pasted) this.#paste?.open(pasted);
    this.#savedScroll = saved?.scroll ?? 0;
  }

  #takeTyped(typed: string): void {
    this.#field.value = typed;
    this.#onChange();
  }

  #readAddress(): void {
    const params = this.#address?.read() ?? new URLSearchParams();
    this.#field.value = params.get('q') ?? '';
    this.#filters?.readParams(params);
    this.#showTitle();
  }

  #showTitle(): void {
    this.#address?.showInTitle(this.#isPasting && this.#query ? 'Pasted text' : this.#query);
  }

  #onChange(): void {
    this.#literalWords.clear();
    this.#savedScroll = 0;
    this.#address?.write(this.#isPasting ? '' : this.#query, this.#filters?.values ?? {});
    this.#showTitle();
    this.#save();
    this.#moveFieldUp();
    this.#start();
  }

  /** On a phone, moves the field to the top of the screen, so that the first results are above the keyboard. */
  #moveFieldUp(): void {
    if (!this.#query || this.closest('dialog') || !matchMedia(SMALL_SCREEN).matches) return;
    const { top } = this.#find('form').getBoundingClientRect();
    if (top > 0) this.#scroller.scrollTop += top - 8;
  }

  #start(): void {
    this.#running = this.#runSearch();
  }

  /** Starts with nothing of the failed attempt: one of its requests may never end. */
  #searchAgain(): void {
    this.#openSearch();
    this.#start();
  }

  async #runSearch(): Promise<void> {
    const query = this.#query;
    const filters = Object.fromEntries(
      Object.entries(this.#filters?.values ?? {}).map(([name, value]) => [name, [value]]),
    );
    const request = ++this.#requestNumber;
    this.#getPart('recent').hidden = true;
    if (!query && Object.keys(filters).length === 0) return this.#showIdle();
    // The question came with the page: nothing that the answer replaces is shown before it.
    if (!this.dataset.state) this.#view?.setState('loading', query);
    this.#progress.start();
    try {
      await this.#showAnswer(request, query, filters);
      if (request !== this.#requestNumber) return;
      this.#progress.stop();
      this.#retry.cancel();
      this.#restoreScroll();
    } catch (error) {
      if (request === this.#requestNumber) this.#fail();
      console.error(error);
    }
  }

  /** Shows the whole answer at once: results that were already read must not change. */
  async #showAnswer(request: number, query: string, filters: Filters): Promise<void> {
    const isInMemory = await this.#search?.isInMemory();
    const limit = isInMemory ? MAX_RESULTS[this.#mode] : MAX_LOADED_RESULTS;
    const answer = await this.#loadAnswer(request, query, { filters, limit, literal: this.#literalWords });
    // A result that was chosen meanwhile must stay in its place.
    if (!answer || this.#view?.active?.current) return;
    this.#show(answer);
    await this.#updateCounts();
  }

  /** @returns undefined if a newer request has started */
  async #loadAnswer(
    request: number,
    query: string,
    options: SearchOptions,
  ): Promise<SearchAnswer | undefined> {
    if (request !== this.#requestNumber) return undefined;
    const answer = await this.#search?.search(query, options);
    this.#view?.status.addUnreachable((await this.#search?.listNewlyUnreachable()) ?? []);
    return request === this.#requestNumber ? answer : undefined;
  }

  #show(answer: SearchAnswer): void {
    this.#answer = answer;
    const undo = (words: string[]) => this.#undoCorrections(words);
    this.#view?.showAnswer(answer, this.#literalWords, undo, this.#isTooShort);
  }

  /** Two letters are the beginning of too much to report that nothing is found. */
  get #isTooShort(): boolean {
    return this.#query.length < MIN_TYPED_LENGTH;
  }

  #restoreScroll(): void {
    if (this.#savedScroll > 0) this.#scroller.scrollTop = this.#savedScroll;
    this.#savedScroll = 0;
  }

  #showIdle(): void {
    this.#answer = undefined;
    this.#progress.stop();
    this.#retry.cancel();
    this.#view?.clear();
    this.#view?.status.show();
    this.#view?.setState('idle', '');
    showRecentSearches(this.#getPart('recent'), (query) => {
      this.#field.value = query;
      this.#onChange();
      this.#field.focus();
    });
    this.#updateCounts().catch((error) => {
      this.#fail();
      console.error(error);
    });
  }

  /** Updates the counts of the filters: of the current answer, or of all pages without a query. */
  async #updateCounts(): Promise<void> {
    const request = this.#requestNumber;
    const counts = await this.#filters?.loadCounts(this.#search, this.#answer);
    if (counts && request === this.#requestNumber) this.#filters?.showCounts(counts);
  }

  #onDelay(stage: SearchStage): void {
    if (stage === 'failed') this.#fail();
    else if (this.dataset.state !== 'failed') this.#view?.showDelay(stage);
  }

  /** An answer that arrives after all is still shown. */
  #fail(): void {
    this.#progress.stop();
    this.#view?.showFailure(this.#query, () => this.#searchAgain());
    this.#retry.plan();
  }
}

customElements.define('search-panel', SearchPanel);
