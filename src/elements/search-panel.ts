/**
 * `<search-panel>`: searches while one types or pastes. Arrows choose a result, Enter opens it; Enter without
 * one leads to the search page; Shift Enter searches for exactly what was typed; Escape lets go.
 */

import { formatCount } from '../knowledge/schema/labels.ts';
import type { SearchOptions } from '../knowledge/search/search.ts';
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import { MIN_TYPED_LENGTH } from '../knowledge/search/weights.ts';
import { openSiteSearch } from '../search/open-site-search.ts';
import type { SiteSearch } from '../search/site-search.ts';
import { ActiveOption } from './active-option.ts';
import { FilterControls } from './filter-controls.ts';
import { createQueryNotices, createRecognisedList } from './query-notices.ts';
import { rememberSearch, showRecentSearches } from './recent-searches.ts';
import { createGroup, reuseOptions } from './search-results.ts';

const MAX_RESULTS = { page: 20, home: 10, dialog: 10 } as const;
/** So many at first: each is loaded, and a phone shows no more. */
const QUICK_RESULTS = 5;
/** Without a key for so many milliseconds the typing has stopped: rarely do two keys lie so far apart. */
const TYPING_PAUSE_MS = 250;

class SearchPanel extends HTMLElement {
  #search: SiteSearch | undefined;
  #filters: FilterControls | undefined;
  #active: ActiveOption | undefined;
  #requestNumber = 0;
  /** Words whose correction was undone. */
  #literalWords = new Set<string>();
  #answer: SearchAnswer | undefined;
  /** Other knowledge bases that could not be reached, not yet told. */
  readonly #unreachable: string[] = [];

  connectedCallback(): void {
    const { index = '', base = '/', others = '[]' } = this.dataset;
    this.#search = openSiteSearch({ index, base, others: JSON.parse(others) });
    this.#filters = new FilterControls(
      this,
      () => this.#onChange(),
      () => this.#updateCounts(),
    );
    this.#active = new ActiveOption(this.#field, this.#getPart('results'));
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

  get #pasteField(): HTMLTextAreaElement {
    return this.#find('textarea');
  }

  get #isPasting(): boolean {
    return !this.#getPart('paste').hidden;
  }

  get #query(): string {
    return (this.#isPasting ? this.#pasteField.value : this.#field.value).trim();
  }

  /** Whether so little stands there that finding nothing says nothing. */
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
    this.#pasteField.addEventListener('input', () => this.#onChange());
    this.#field.addEventListener('paste', (event) => this.#onPaste(event));
    this.#field.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.#getPart('to-paste').addEventListener('click', () => this.#setPasting(true));
    this.#getPart('to-line').addEventListener('click', () => this.#setPasting(false));
    this.#find('form').addEventListener('submit', (event) => {
      rememberSearch(this.#field.value);
      // Pasted lines must not get into the address; on the search page the answer is there already.
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

  /** Several lines at once are taken as such: a field of one line would run them together. */
  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (text.trim().split('\n').length < 2) return;
    event.preventDefault();
    this.#pasteField.value = text;
    this.#setPasting(true);
  }

  #setPasting(isPasting: boolean): void {
    this.#getPart('paste').hidden = !isPasting;
    this.#getPart('to-paste').hidden = isPasting;
    this.#getPart('to-line').hidden = !isPasting;
    this.#find<HTMLElement>('.search-field').hidden = isPasting;
    (isPasting ? this.#pasteField : this.#field).focus();
    this.#onChange();
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
    const given = new URLSearchParams(location.search);
    this.#field.value = given.get('q') ?? '';
    this.#filters?.readParams(given);
  }

  #onChange(): void {
    this.#literalWords.clear();
    if (this.#isSearchPage) {
      const chosen = new URLSearchParams();
      if (this.#query && !this.#isPasting) chosen.set('q', this.#query);
      for (const [name, value] of Object.entries(this.#filters?.chosen ?? {})) chosen.set(name, value);
      history.replaceState(null, '', chosen.size > 0 ? `?${chosen}` : location.pathname);
    }
    this.#runSearch(!this.#isPasting);
  }

  /** @param isTyping whether the whole is asked only when the typing stops, rather than right behind a first answer */
  async #runSearch(isTyping = false): Promise<void> {
    const query = this.#query;
    const filters = Object.fromEntries(
      Object.entries(this.#filters?.chosen ?? {}).map(([name, value]) => [name, [value]]),
    );
    const asked = ++this.#requestNumber;
    const isIdle = !query && Object.keys(filters).length === 0;
    this.#find<HTMLElement>('[data-recent]').hidden = true;
    if (isIdle) return this.#showIdle();
    try {
      const limit = MAX_RESULTS[this.dataset.mode as keyof typeof MAX_RESULTS];
      const options = { filters, limit, literal: this.#literalWords };
      const isDone = await this.#loadAnswer(asked, query, {
        ...options,
        limit: QUICK_RESULTS,
        isQuick: true,
      });
      if (isDone) return;
      if (isTyping && this.#answer?.query === query) await sleep(TYPING_PAUSE_MS);
      // What was chosen meanwhile stays where it is.
      if (asked === this.#requestNumber && !this.#active?.current)
        await this.#loadAnswer(asked, query, options);
    } catch (error) {
      if (asked === this.#requestNumber) this.#showFailure();
      console.error(error);
    }
  }

  /**
   * Shows the answer to a question.
   *
   * @returns whether there is nothing more to ask: the answer is whole, or a newer question has come
   */
  async #loadAnswer(asked: number, query: string, options: SearchOptions): Promise<boolean> {
    const answer = await this.#search?.search(query, options);
    this.#unreachable.push(...((await this.#search?.listNewlyUnreachable()) ?? []));
    // An answer that comes after a newer question is not shown.
    if (!answer || asked !== this.#requestNumber) return true;
    if (answer.total === 0 && !answer.isWhole && !this.#isTooShort) return false;
    this.#showAnswer(answer);
    if (answer.isWhole) await this.#updateCounts();
    return answer.isWhole;
  }

  #showIdle(): void {
    this.#answer = undefined;
    this.#clear();
    this.#announce();
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

  /** Counts by filters what is shown, or all pages where nothing is asked. */
  async #updateCounts(): Promise<void> {
    const asked = this.#requestNumber;
    const counts = await this.#filters?.loadCounts(this.#search, this.#answer);
    if (counts && asked === this.#requestNumber) this.#filters?.showCounts(counts);
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
    // Arrows move the caret in pasted lines: there Tab leads to the results.
    if (this.#isPasting) for (const option of list.querySelectorAll('a')) option.tabIndex = 0;
    list.hidden = answer.total === 0;
    this.#field.setAttribute('aria-expanded', String(answer.total > 0));
    // What is said in the middle of a word would be said over again; what was said before is true no more.
    if (answer.isWhole) this.#announceResults(answer);
    else this.#announce();
    this.#setState(answer.total === 0 && !this.#isTooShort ? 'nothing' : 'results');
  }

  #announceResults({ total, results: [first] }: SearchAnswer): void {
    const unreachable = this.#unreachable.splice(0);
    const away = unreachable.length > 0 ? ` Not reached: ${unreachable.join(', ')}.` : '';
    if (total === 0) {
      this.#announce(...(this.#isTooShort ? [] : [`Nothing matches.${away}`]));
      return;
    }
    // Who sees the results sees the best one first.
    const best = document.createElement('span');
    best.className = 'visually-hidden';
    best.textContent = `, best match: ${first?.title}`;
    this.#announce(formatCount(total, 'result'), best, `.${away}`);
  }

  #showFailure(): void {
    this.#clear();
    const lists = this.#isSearchPage ? ' The lists below work without it.' : '';
    this.#announce(`The search index cannot be loaded.${lists}`);
    this.#setState('failed');
  }

  #clear(): void {
    this.#active?.clear();
    this.#field.setAttribute('aria-expanded', 'false');
    this.#getPart('results').hidden = true;
    for (const name of ['understood', 'lines', 'results']) this.#getPart(name).replaceChildren();
  }

  /** Those around it show what helps in this state. */
  #setState(state: 'idle' | 'results' | 'nothing' | 'failed'): void {
    this.dataset.state = state;
    this.#getPart('further').hidden = this.#isSearchPage || state === 'idle' || state === 'results';
    const detail = { state, query: this.#query, isWhole: this.#answer?.isWhole ?? true };
    this.dispatchEvent(new CustomEvent('search-state', { bubbles: true, detail }));
  }

  #announce(...parts: (string | Node)[]): void {
    this.#find('[role="status"]').replaceChildren(...parts);
  }
}

function sleep(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

customElements.define('search-panel', SearchPanel);
