/** The filters of a search: a select for each, with counts, and a chip for each active filter. */
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import type { FilterCounts, SiteSearch } from '../search/site-search.ts';
import { fillFilterSelect, formatFilterValue } from './filter-select.ts';

export class FilterControls {
  readonly #selects: readonly HTMLSelectElement[];
  readonly #details: HTMLDetailsElement | null;
  readonly #chips: HTMLElement | null;
  readonly #onChange: () => void;

  /**
   * @param panel contains the selects; a panel without selects has no filters
   * @param onChange called when a filter is set or removed
   * @param onOpen called when the selects become visible, so that their counts are needed
   */
  constructor(panel: HTMLElement, onChange: () => void, onOpen: () => void) {
    this.#selects = [...panel.querySelectorAll('select')];
    this.#chips = panel.querySelector('[data-chips]');
    this.#onChange = onChange;
    this.#details = panel.querySelector<HTMLDetailsElement>('[data-filters]');
    if (this.#details) this.#details.hidden = false;
    this.#details?.addEventListener('toggle', () => this.#details?.open && onOpen());
    for (const select of this.#selects) {
      select.addEventListener('change', () => {
        this.#showChips();
        onChange();
      });
    }
  }

  /** The value of each active filter. */
  get values(): Record<string, string> {
    return Object.fromEntries(
      this.#selects.filter(({ value }) => value).map(({ name, value }) => [name, value]),
    );
  }

  readParams(params: URLSearchParams): void {
    for (const select of this.#selects) {
      const value = params.get(select.name) ?? '';
      // Without an option for it, the value would get lost before the counts are loaded.
      if (value && ![...select.options].some((option) => option.value === value)) {
        select.add(new Option(formatFilterValue(select.name, value), value));
      }
      select.value = value;
    }
    this.#showChips();
  }

  /**
   * Counts the pages of an answer by filter and value.
   *
   * @param answer if omitted, all pages are counted
   * @returns undefined while the selects are hidden: in a large knowledge base, counting takes seconds
   */
  async loadCounts(search: SiteSearch | undefined, answer?: SearchAnswer): Promise<FilterCounts | undefined> {
    if (!search || !this.#details?.open) return undefined;
    const pages = answer ?? (await search.search('', { limit: 0 }));
    return pages && search.countByFilter(pages);
  }

  showCounts(counts: FilterCounts): void {
    for (const select of this.#selects)
      fillFilterSelect(select, counts[select.name as keyof FilterCounts] ?? {});
  }

  #showChips(): void {
    const active = this.#selects.filter(({ value }) => value);
    this.#chips?.replaceChildren(...active.map((select) => this.#createChip(select)));
  }

  #createChip(select: HTMLSelectElement): HTMLLIElement {
    const item = document.createElement('li');
    const label = `${select.dataset.label}: ${formatFilterValue(select.name, select.value)}`;
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'chip',
      textContent: `${label} ×`,
    });
    button.setAttribute('aria-label', `Remove filter ${label}`);
    button.addEventListener('click', () => {
      select.value = '';
      this.#showChips();
      this.#onChange();
    });
    item.append(button);
    return item;
  }
}
