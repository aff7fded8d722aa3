/** By what a search is narrowed: a select for each filter, with counts, and a chip for each that is chosen. */
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import type { FilterCounts, SiteSearch } from '../search/site-search.ts';
import { fillFilterSelect, formatFilterValue } from './filter-select.ts';

export class FilterControls {
  readonly #selects: readonly HTMLSelectElement[];
  readonly #details: HTMLDetailsElement | null;
  readonly #chips: HTMLElement | null;
  readonly #onChange: () => void;

  /**
   * @param panel where the selects are; a panel without them is never narrowed
   * @param changed a filter was chosen or taken away
   * @param opened the selects can be seen: their counts are wanted
   */
  constructor(panel: HTMLElement, changed: () => void, opened: () => void) {
    this.#selects = [...panel.querySelectorAll('select')];
    this.#chips = panel.querySelector('[data-chips]');
    this.#onChange = changed;
    this.#details = panel.querySelector<HTMLDetailsElement>('[data-filters]');
    if (this.#details) this.#details.hidden = false;
    this.#details?.addEventListener('toggle', () => this.#details?.open && opened());
    for (const select of this.#selects) {
      select.addEventListener('change', () => {
        this.#showChips();
        changed();
      });
    }
  }

  /** The chosen value of each filter. */
  get chosen(): Record<string, string> {
    return Object.fromEntries(
      this.#selects.filter(({ value }) => value).map(({ name, value }) => [name, value]),
    );
  }

  readParams(given: URLSearchParams): void {
    for (const select of this.#selects) {
      const value = given.get(select.name) ?? '';
      // The value has to be there before counts are known, or the address would be lost.
      if (value && ![...select.options].some((option) => option.value === value)) {
        select.add(new Option(formatFilterValue(select.name, value), value));
      }
      select.value = value;
    }
    this.#showChips();
  }

  /**
   * Undefined while nobody sees them: in a large knowledge base counting takes seconds.
   *
   * @param answer whose pages are counted; left out, all pages are
   */
  async loadCounts(search: SiteSearch | undefined, answer?: SearchAnswer): Promise<FilterCounts | undefined> {
    if (!search || !this.#details?.open) return undefined;
    const counted = answer ?? (await search.search('', { limit: 0 }));
    return counted && search.countByFilter(counted);
  }

  showCounts(counts: FilterCounts): void {
    for (const select of this.#selects)
      fillFilterSelect(select, counts[select.name as keyof FilterCounts] ?? {});
  }

  #showChips(): void {
    const chosen = this.#selects.filter(({ value }) => value);
    this.#chips?.replaceChildren(...chosen.map((select) => this.#createChip(select)));
  }

  #createChip(select: HTMLSelectElement): HTMLLIElement {
    const item = document.createElement('li');
    const words = `${select.dataset.label}: ${formatFilterValue(select.name, select.value)}`;
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'chip',
      textContent: `${words} ×`,
    });
    button.setAttribute('aria-label', `${words}. Take this away`);
    button.addEventListener('click', () => {
      select.value = '';
      this.#showChips();
      this.#onChange();
    });
    item.append(button);
    return item;
  }
}
