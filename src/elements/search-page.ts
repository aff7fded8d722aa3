/**
 * `<search-page>`: searches while one types. The address holds the query and the filters, so that a search
 * can be sent to somebody; arrows go through the results, Escape comes back to the field.
 */

import type { SearchAnswer } from '../knowledge/search/answer.ts';
import { SEARCH_FILTERS } from '../knowledge/search-filters.ts';
import { count } from '../knowledge/wording.ts';
import { type Counts, createSiteSearch, type SiteSearch } from '../search/site-search.ts';
import { fillFilter } from './search-filter.ts';
import { resultItem } from './search-results.ts';

const PAGE = 20;

class SearchPage extends HTMLElement {
  #engine: SiteSearch | undefined;
  #asked = 0;

  connectedCallback(): void {
    this.#engine = createSiteSearch({
      index: this.dataset.index ?? '',
      base: this.dataset.base ?? '/',
      others: JSON.parse(this.dataset.others ?? '[]'),
    });
    this.#readAddress();
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed();
    });
    this.form.addEventListener('input', () => this.#changed());
    this.addEventListener('keydown', (event) => this.#move(event));
    addEventListener('popstate', () => {
      this.#readAddress();
      this.#search();
    });
    this.#search();
  }

  get form(): HTMLFormElement {
    return this.#find('form');
  }

  get field(): HTMLInputElement {
    return this.#find('input[type="search"]');
  }

  get filters(): HTMLSelectElement[] {
    return SEARCH_FILTERS.map((name) => this.#find(`select[name="${name}"]`));
  }

  #find<E extends Element>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`<search-page> has no ${selector}`);
    return found;
  }

  #readAddress(): void {
    const given = new URLSearchParams(location.search);
    this.field.value = given.get('q') ?? '';
    for (const filter of this.filters) {
      const value = given.get(filter.name) ?? '';
      // The value has to be there before counts are known, or the address would be lost.
      if (value && ![...filter.options].some((option) => option.value === value))
        filter.add(new Option(value, value));
      filter.value = value;
    }
  }

  #changed(): void {
    const chosen = new URLSearchParams();
    if (this.field.value.trim()) chosen.set('q', this.field.value.trim());
    for (const { name, value } of this.filters) if (value) chosen.set(name, value);
    history.replaceState(null, '', chosen.size > 0 ? `?${chosen}` : location.pathname);
    this.#search();
  }

  async #search(): Promise<void> {
    const query = this.field.value.trim();
    const filters = Object.fromEntries(
      this.filters.filter(({ value }) => value).map(({ name, value }) => [name, [value]]),
    );
    const asked = ++this.#asked;
    const isIdle = !query && Object.keys(filters).length === 0;
    try {
      const answer = await this.#engine?.search(query, { filters, limit: isIdle ? 0 : PAGE });
      // An answer that comes after a newer question is not shown.
      if (!answer || asked !== this.#asked) return;
      this.#show(answer, isIdle);
      const counts = await this.#engine?.counts(answer);
      if (counts && asked === this.#asked) this.#showCounts(counts);
    } catch (error) {
      if (asked === this.#asked)
        this.#say('The search index cannot be loaded. The lists below work without it.');
      console.error(error);
    }
  }

  #showCounts(counts: Counts): void {
    for (const filter of this.filters) fillFilter(filter, counts[filter.name as keyof Counts] ?? {});
  }

  #show({ total, results }: SearchAnswer, isIdle: boolean): void {
    this.#find('ol').replaceChildren(...results.map(resultItem));
    this.#find<HTMLElement>('[data-idle]').hidden = !isIdle && total > 0;
    if (isIdle) this.#say('');
    else if (total === 0)
      this.#say('Nothing matches all of this. Try fewer words, or one of the lists below.');
    else this.#say(total > PAGE ? `The first ${PAGE} of ${total} results` : count(total, 'result'));
  }

  #say(text: string): void {
    this.#find('[role="status"]').textContent = text;
  }

  #move(event: KeyboardEvent): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('ol a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const isInField = document.activeElement === this.field;
    if (event.key === 'Escape' && at >= 0) this.field.focus();
    else if (event.key === 'ArrowDown' && (isInField || at >= 0)) links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus();
    else if (event.key === 'ArrowUp' && at === 0) this.field.focus();
    else return;
    event.preventDefault();
  }
}

customElements.define('search-page', SearchPage);
