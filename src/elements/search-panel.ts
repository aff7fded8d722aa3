/**
 * `<search-panel>`: searches as you type or paste. The arrow keys choose a result and Enter opens it. Enter without a
 * chosen result opens the search page, Shift+Enter searches exactly for what was typed, and Escape clears the choice.
 */

import type { SearchOptions } from '../knowledge/search/search.ts';
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import { MIN_TYPED_LENGTH } from '../knowledge/search/weights.ts';
import { openSiteSearch } from '../search/open-site-search.ts';
import type { SiteSearch } from '../search/site-search.ts';
import { ActiveOption } from './active-option.ts';
import { FilterControls } from './filter-controls.ts';
import { PasteField } from './paste-field.ts';
import { createQueryNotices, createRecognisedList } from './query-notices.ts';
import { rememberSearch, showRecentSearches } from './recent-searches.ts';
import { createGroup, reuseOptions } from './search-results.ts';
import { SearchStatus } from './search-status.ts';

const MAX_RESULTS = { page: 20, home: 10, dialog: 10 } as const;
/** The results of the quick answer: each takes a request, and a phone shows no more. */
const QUICK_RESULTS = 5;
/** After this many milliseconds without a key, typing has stopped: keystrokes are rarely so far apart. */
const TYPING_PAUSE_MS = 250;

class SearchPanel extends HTMLElement {
  #search: SiteSearch | undefined;
  #filters: FilterControls | undefined;
  #active: ActiveOption | undefined;
  #paste: PasteField | undefined;
  #status: SearchStatus | undefined;
  #requestNumber = 0;
  /** Words whose correction was undone. */
  #literalWords = new Set<string>();
  #answer: SearchAnswer | undefined;

  connectedCallback(): void {
    const { index = '', base = '/', others = '[]' } = this.dataset;
    this.#search = openSiteSearch({ index, base, others: JSON.parse(others) });
    this.#filters = new FilterControls(
      this,
      () => this.#onChange(),
      () => this.#updateCounts(),
    );
    this.#active = new ActiveOption(this.#field, this.#getPart('results'));
    this.#paste = new PasteField(this, () => this.#onChange());
    this.#status = new SearchStatus(this.#find('[role="status"]'));
    this.#getPart('tools').hidden = false;
    if (this.#isSearchPage) this.#readUrl();
    this.#addListeners();
    this.#runSearch();
  }

  get #isSearchPage(): boolean {
    return this.dataset.mode === 'page';
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

  /** True if the query is so short that it is not reported if nothing is found. */
  get #isTooShort(): boolean {
    return this.#query.length < MIN_TYPED_LENGTH;
  }

  #find<E extends Element>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`<search-panel> has no ${selector}`);
    return found;
  }

  #getPart(name: string): HTMLElement {
    return this.#find(`[data-${name}]`);
  }

  #addListeners(): void {
    this.#field.addEventListener('input', () => this.#onChange());
    this.#field.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.#find('form').addEventListener('submit', (event) => {
      rememberSearch(this.#field.value);
      // Pasted lines must not get into the URL, and the search page already shows the answer.
      if (this.#isPasting || this.#isSearchPage) event.preventDefault();
    });
    this.#getPart('results').addEventListener('click', () =>
      rememberSearch(this.#isPasting ? '' : this.#query),
    );
    if (!this.#isSearchPage) return;
    addEventListener('popstate', () => {
      this.#readUrl();
      this.#runSearch();
    });
  }

  #onKeyDown(event: KeyboardEvent): void {
    const active = this.#active;
    if (!active || event.isComposing) return;
    if (event.key === 'ArrowDown') active.move(1);
    else if (event.key === 'ArrowUp') active.move(-1);
    else if (event.key === 'Escape' && active.current) active.clear();
    else if (event.key === 'Enter' && event.shiftKey && this.#answer?.corrections.length)
      this.#undoCorrections();
    else if (event.key === 'Enter' && active.current) active.current.click();
    else return;
    event.preventDefault();
  }

  #undoCorrections(words = this.#answer?.corrections.map(({ typed }) => typed) ?? []): void {
    for (const word of words) this.#literalWords.add(word.toLowerCase());
    this.#field.focus();
    this.#runSearch();
  }

  #readUrl(): void {
    const params = new URLSearchParams(location.search);
    this.#field.value = params.get('q') ?? '';
    this.#filters?.readParams(params);
  }

  #onChange(): void {
    this.#literalWords.clear();
    if (this.#isSearchPage) {
      const params = new URLSearchParams();
      if (this.#query && !this.#isPasting) params.set('q', this.#query);
      for (const [name, value] of Object.entries(this.#filters?.values ?? {})) params.set(name, value);
      history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
    }
    this.#runSearch(!this.#isPasting);
  }

  /** @param isTyping whether the complete search waits until typing stops, rather than follow the quick one at once */
  async #runSearch(isTyping = false): Promise<void> {
    const query = this.#query;
    const filters = Object.fromEntries(
      Object.entries(this.#filters?.values ?? {}).map(([name, value]) => [name, [value]]),
    );
    const request = ++this.#requestNumber;
    const isIdle = !query && Object.keys(filters).length === 0;
    this.#find<HTMLElement>('[data-recent]').hidden = true;
    if (isIdle) return this.#showIdle();
    try {
      const limit = MAX_RESULTS[this.dataset.mode as keyof typeof MAX_RESULTS];
      const options = { filters, limit, literal: this.#literalWords };
      const isDone = await this.#loadAnswer(request, query, {
        ...options,
        limit: QUICK_RESULTS,
        isQuick: true,
      });
      if (isDone) return;
      if (isTyping && this.#answer?.query === query) await sleep(TYPING_PAUSE_MS);
      // A result that was chosen meanwhile must stay in its place.
      if (request === this.#requestNumber && !this.#active?.current)
        await this.#loadAnswer(request, query, options);
    } catch (error) {
      if (request === this.#requestNumber) this.#showFailure();
      console.error(error);
    }
  }

  /**
   * Searches, and shows the answer unless a newer request has started.
   *
   * @returns whether there is nothing left to do: the answer is complete, or a newer request has started
   */
  async #loadAnswer(request: number, query: string, options: SearchOptions): Promise<boolean> {
    const answer = await this.#search?.search(query, options);
    this.#status?.addUnreachable((await this.#search?.listNewlyUnreachable()) ?? []);
    if (!answer || request !== this.#requestNumber) return true;
    if (answer.total === 0 && !answer.isComplete && !this.#isTooShort) return false;
    this.#showAnswer(answer);
    if (answer.isComplete) await this.#updateCounts();
    return answer.isComplete;
  }

  #showIdle(): void {
    this.#answer = undefined;
    this.#clear();
    this.#status?.show();
    this.#setState('idle');
    showRecentSearches(this.#getPart('recent'), (query) => {
      this.#field.value = query;
      this.#onChange();
      this.#field.focus();
    });
    this.#updateCounts().catch((error) => {
      this.#showFailure();
      console.error(error);
    });
  }

  /** Updates the counts of the filters: of the current answer, or of all pages without a query. */
  async #updateCounts(): Promise<void> {
    const request = this.#requestNumber;
    const counts = await this.#filters?.loadCounts(this.#search, this.#answer);
    if (counts && request === this.#requestNumber) this.#filters?.showCounts(counts);
  }

  #showAnswer(answer: SearchAnswer): void {
    this.#answer = answer;
    const shown = [...this.#getPart('results').querySelectorAll<HTMLElement>('[role="option"]')];
    this.#clear();
    this.#getPart('understood').replaceChildren(
      ...createQueryNotices(answer, this.#literalWords, (words) => this.#undoCorrections(words)),
    );
    this.#getPart('lines').replaceChildren(...createRecognisedList(answer));
    const list = this.#getPart('results');
    list.replaceChildren(...answer.groups.map((group) => createGroup(group, list.id, answer.results[0])));
    reuseOptions(list, shown);
    for (const [at, option] of [...list.querySelectorAll('[role="option"]')].entries())
      option.id = `${list.id}-${at}`;
    // In the multi-line field the arrow keys move the caret, so Tab has to reach the results.
    if (this.#isPasting) for (const option of list.querySelectorAll('a')) option.tabIndex = 0;
    list.hidden = answer.total === 0;
    this.#field.setAttribute('aria-expanded', String(answer.total > 0));
    // A partial answer is not announced to screen readers, but the previous count no longer applies.
    if (answer.isComplete && !(answer.total === 0 && this.#isTooShort)) this.#status?.showResultCount(answer);
    else this.#status?.show();
    this.#setState(answer.total === 0 && !this.#isTooShort ? 'nothing' : 'results');
  }

  #showFailure(): void {
    this.#clear();
    const lists = this.#isSearchPage ? ' You can still use the lists below.' : '';
    this.#status?.show(`Search is not available. Check your connection.${lists}`);
    this.#setState('failed');
  }

  #clear(): void {
    this.#active?.clear();
    this.#field.setAttribute('aria-expanded', 'false');
    this.#getPart('results').hidden = true;
    for (const name of ['understood', 'lines', 'results']) this.#getPart(name).replaceChildren();
  }

  /** Reports the state, so that the page can show help that fits it. */
  #setState(state: 'idle' | 'results' | 'nothing' | 'failed'): void {
    this.dataset.state = state;
    this.#getPart('further').hidden = this.#isSearchPage || state === 'idle' || state === 'results';
    const detail = { state, query: this.#query, isComplete: this.#answer?.isComplete ?? true };
    this.dispatchEvent(new CustomEvent('search-state', { bubbles: true, detail }));
  }
}

function sleep(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

customElements.define('search-panel', SearchPanel);
