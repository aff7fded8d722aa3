/**
 * `<search-panel>`: searches while one types or pastes. Arrows choose a result, Enter opens it; Enter without
 * one leads to the search page; Shift Enter searches for exactly what was typed; Escape lets go.
 */

import { count } from '../knowledge/schema/wording.ts';
import type { SearchAnswer } from '../knowledge/search/answer.ts';
import type { SearchOptions } from '../knowledge/search/search.ts';
import { SHORTEST_TYPED } from '../knowledge/search/weights.ts';
import { openSiteSearch } from '../search/open-site-search.ts';
import type { SiteSearch } from '../search/site-search.ts';
import { ActiveOption } from './active-option.ts';
import { SearchFilters } from './search-filters.ts';
import { rememberSearch, showRecent } from './search-recent.ts';
import { groupElement, keepOptions } from './search-results.ts';
import { recognisedList, understoodLines } from './search-understood.ts';

const LIMITS = { page: 20, home: 10, dialog: 10 } as const;
/** So many at first: each is loaded, and a phone shows no more. */
const FIRST = 5;
/** Without a key for so many milliseconds the typing has stopped: rarely do two keys lie so far apart. */
const TYPING_STOPS = 250;

class SearchPanel extends HTMLElement {
  #search: SiteSearch | undefined;
  #filters: SearchFilters | undefined;
  #active: ActiveOption | undefined;
  #asked = 0;
  /** Words whose correction was undone. */
  #literal = new Set<string>();
  #answer: SearchAnswer | undefined;
  /** Other knowledge bases that could not be reached, not yet told. */
  readonly #unreachable: string[] = [];

  connectedCallback(): void {
    const { index = '', base = '/', others = '[]' } = this.dataset;
    this.#search = openSiteSearch({ index, base, others: JSON.parse(others) });
    this.#filters = new SearchFilters(
      this,
      () => this.#changed(),
      () => this.#count(),
    );
    this.#active = new ActiveOption(this.#field, this.#part('results'));
    this.#part('tools').hidden = false;
    if (this.#holdsAddress) this.#readAddress();
    this.#listen();
    this.#ask();
  }

  get #holdsAddress(): boolean {
    return this.dataset.mode === 'page';
  }

  get #field(): HTMLInputElement {
    return this.#find('input[type="search"]');
  }

  get #paste(): HTMLTextAreaElement {
    return this.#find('textarea');
  }

  get #isPasting(): boolean {
    return !this.#part('paste').hidden;
  }

  get #query(): string {
    return (this.#isPasting ? this.#paste.value : this.#field.value).trim();
  }

  /** Whether so little stands there that finding nothing says nothing. */
  get #isBegun(): boolean {
    return this.#query.length < SHORTEST_TYPED;
  }

  #find<E extends Element>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`<search-panel> has no ${selector}`);
    return found;
  }

  #part(name: string): HTMLElement {
    return this.#find(`[data-${name}]`);
  }

  #listen(): void {
    this.#field.addEventListener('input', () => this.#changed());
    this.#paste.addEventListener('input', () => this.#changed());
    this.#field.addEventListener('paste', (event) => this.#pasted(event));
    this.#field.addEventListener('keydown', (event) => this.#pressed(event));
    this.#part('to-paste').addEventListener('click', () => this.#setPasting(true));
    this.#part('to-line').addEventListener('click', () => this.#setPasting(false));
    this.#find('form').addEventListener('submit', (event) => {
      rememberSearch(this.#field.value);
      // Pasted lines must not get into the address; on the search page the answer is there already.
      if (this.#isPasting || this.#holdsAddress) event.preventDefault();
    });
    this.#part('results').addEventListener('click', () => rememberSearch(this.#isPasting ? '' : this.#query));
    if (!this.#holdsAddress) return;
    addEventListener('popstate', () => {
      this.#readAddress();
      this.#ask();
    });
  }

  /** Several lines at once are taken as such: a field of one line would run them together. */
  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (text.trim().split('\n').length < 2) return;
    event.preventDefault();
    this.#paste.value = text;
    this.#setPasting(true);
  }

  #setPasting(isPasting: boolean): void {
    this.#part('paste').hidden = !isPasting;
    this.#part('to-paste').hidden = isPasting;
    this.#part('to-line').hidden = !isPasting;
    this.#find<HTMLElement>('.search-field').hidden = isPasting;
    (isPasting ? this.#paste : this.#field).focus();
    this.#changed();
  }

  #pressed(event: KeyboardEvent): void {
    const active = this.#active;
    if (!active || event.isComposing) return;
    if (event.key === 'ArrowDown') active.move(1);
    else if (event.key === 'ArrowUp') active.move(-1);
    else if (event.key === 'Escape' && active.current) active.clear();
    else if (event.key === 'Enter' && event.shiftKey && this.#answer?.corrections.length) this.#undo();
    else if (event.key === 'Enter' && active.current) active.current.click();
    else return;
    event.preventDefault();
  }

  #undo(words = this.#answer?.corrections.map(({ typed }) => typed) ?? []): void {
    for (const word of words) this.#literal.add(word.toLowerCase());
    this.#field.focus();
    this.#ask();
  }

  #readAddress(): void {
    const given = new URLSearchParams(location.search);
    this.#field.value = given.get('q') ?? '';
    this.#filters?.read(given);
  }

  #changed(): void {
    this.#literal.clear();
    if (this.#holdsAddress) {
      const chosen = new URLSearchParams();
      if (this.#query && !this.#isPasting) chosen.set('q', this.#query);
      for (const [name, value] of Object.entries(this.#filters?.chosen ?? {})) chosen.set(name, value);
      history.replaceState(null, '', chosen.size > 0 ? `?${chosen}` : location.pathname);
    }
    this.#ask(!this.#isPasting);
  }

  /** @param isTyping whether the whole is asked only when the typing stops, rather than right behind a first answer */
  async #ask(isTyping = false): Promise<void> {
    const query = this.#query;
    const filters = Object.fromEntries(
      Object.entries(this.#filters?.chosen ?? {}).map(([name, value]) => [name, [value]]),
    );
    const asked = ++this.#asked;
    const isIdle = !query && Object.keys(filters).length === 0;
    this.#find<HTMLElement>('[data-recent]').hidden = true;
    if (isIdle) return this.#rest();
    try {
      const limit = LIMITS[this.dataset.mode as keyof typeof LIMITS];
      const options = { filters, limit, literal: this.#literal };
      const isDone = await this.#answered(asked, query, { ...options, limit: FIRST, isQuick: true });
      if (isDone) return;
      if (isTyping && this.#answer?.query === query) await milliseconds(TYPING_STOPS);
      // What was chosen meanwhile stays where it is.
      if (asked === this.#asked && !this.#active?.current) await this.#answered(asked, query, options);
    } catch (error) {
      if (asked === this.#asked) this.#fail();
      console.error(error);
    }
  }

  /**
   * Shows the answer to a question.
   *
   * @returns whether there is nothing more to ask: the answer is whole, or a newer question has come
   */
  async #answered(asked: number, query: string, options: SearchOptions): Promise<boolean> {
    const answer = await this.#search?.search(query, options);
    this.#unreachable.push(...((await this.#search?.takeUnreachable()) ?? []));
    // An answer that comes after a newer question is not shown.
    if (!answer || asked !== this.#asked) return true;
    if (answer.total === 0 && !answer.isWhole && !this.#isBegun) return false;
    this.#show(answer);
    if (answer.isWhole) await this.#count();
    return answer.isWhole;
  }

  #rest(): void {
    this.#answer = undefined;
    this.#clear();
    this.#say();
    this.#tell('idle');
    showRecent(this.#part('recent'), (query) => {
      this.#field.value = query;
      this.#changed();
      this.#field.focus();
    });
    this.#count().catch((error) => {
      this.#fail();
      console.error(error);
    });
  }

  /** Counts by filters what is shown, or all pages where nothing is asked. */
  async #count(): Promise<void> {
    const asked = this.#asked;
    const counts = await this.#filters?.countsFor(this.#search, this.#answer);
    if (counts && asked === this.#asked) this.#filters?.fill(counts);
  }

  #show(answer: SearchAnswer): void {
    this.#answer = answer;
    const shown = [...this.#part('results').querySelectorAll<HTMLElement>('[role="option"]')];
    this.#clear();
    this.#part('understood').replaceChildren(
      ...understoodLines(answer, this.#literal, (words) => this.#undo(words)),
    );
    this.#part('lines').replaceChildren(...recognisedList(answer));
    const list = this.#part('results');
    list.replaceChildren(...answer.groups.map((group) => groupElement(group, list.id, answer.results[0])));
    keepOptions(list, shown);
    for (const [at, option] of [...list.querySelectorAll('[role="option"]')].entries())
      option.id = `${list.id}-${at}`;
    // Arrows move the caret in pasted lines: there Tab leads to the results.
    if (this.#isPasting) for (const option of list.querySelectorAll('a')) option.tabIndex = 0;
    list.hidden = answer.total === 0;
    this.#field.setAttribute('aria-expanded', String(answer.total > 0));
    // What is said in the middle of a word would be said over again; what was said before is true no more.
    if (answer.isWhole) this.#sayWhatIsFound(answer);
    else this.#say();
    this.#tell(answer.total === 0 && !this.#isBegun ? 'nothing' : 'results');
  }

  #sayWhatIsFound({ total, results: [first] }: SearchAnswer): void {
    const unreachable = this.#unreachable.splice(0);
    const away = unreachable.length > 0 ? ` Not reached: ${unreachable.join(', ')}.` : '';
    if (total === 0) {
      this.#say(...(this.#isBegun ? [] : [`Nothing matches.${away}`]));
      return;
    }
    // Who sees the results sees the best one first.
    const best = document.createElement('span');
    best.className = 'visually-hidden';
    best.textContent = `, best match: ${first?.title}`;
    this.#say(count(total, 'result'), best, `.${away}`);
  }

  #fail(): void {
    this.#clear();
    const lists = this.#holdsAddress ? ' The lists below work without it.' : '';
    this.#say(`The search index cannot be loaded.${lists}`);
    this.#tell('failed');
  }

  #clear(): void {
    this.#active?.clear();
    this.#field.setAttribute('aria-expanded', 'false');
    this.#part('results').hidden = true;
    for (const name of ['understood', 'lines', 'results']) this.#part(name).replaceChildren();
  }

  /** Those around it show what helps in this state. */
  #tell(state: 'idle' | 'results' | 'nothing' | 'failed'): void {
    this.dataset.state = state;
    this.#part('further').hidden = this.#holdsAddress || state === 'idle' || state === 'results';
    const detail = { state, query: this.#query, isWhole: this.#answer?.isWhole ?? true };
    this.dispatchEvent(new CustomEvent('search-state', { bubbles: true, detail }));
  }

  #say(...parts: (string | Node)[]): void {
    this.#find('[role="status"]').replaceChildren(...parts);
  }
}

function milliseconds(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

customElements.define('search-panel', SearchPanel);
