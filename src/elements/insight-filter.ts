/**
 * `<insight-filter>`: counts all figures of the page again, from the postmortems that its selects keep. Without JavaScript
 * it is hidden, and the page shows all. The URL contains the choice, so that it can be shared.
 */
import {
  filterRecords,
  formatFilter,
  type InsightFilter,
  parseFilter,
} from '../knowledge/insights/filter-records.ts';
import { drawFigures } from './draw-figures.ts';
import { type InsightSource, loadInsightSource } from './insight-source.ts';

class InsightFilterElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.hidden = false;
    const save = () => {
      history.replaceState(null, '', formatFilter(this.#read()) || location.pathname);
      void this.#show();
    };
    form.addEventListener('change', save);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.querySelector('button')?.addEventListener('click', () => {
      for (const select of this.#listSelects()) select.value = '';
      save();
    });
    const readAddress = () => {
      const params = new URLSearchParams(location.search);
      // The URL may name something that has no option.
      for (const select of this.#listSelects()) {
        select.value = params.get(select.name) ?? '';
        if (select.selectedIndex < 0) select.value = '';
      }
      void this.#show();
    };
    addEventListener('popstate', readAddress);
    if (formatFilter(parseFilter(new URLSearchParams(location.search)))) readAddress();
  }

  #listSelects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #read(): InsightFilter {
    return parseFilter(new URLSearchParams(this.#listSelects().map(({ name, value }) => [name, value])));
  }

  async #show(): Promise<void> {
    const status = this.querySelector('[role="status"]');
    const figures = document.querySelector<HTMLElement>('[data-figures]');
    const { base = '/' } = this.dataset;
    if (!status || !figures) return;
    const source = await load(base);
    if (!source) {
      status.textContent = 'The filter needs the network. These figures count all postmortems.';
      for (const select of this.#listSelects()) select.value = '';
      return;
    }
    // As it is now: it may have changed while the records were loaded.
    const filter = this.#read();
    const kept = filterRecords(source.records, filter);
    const part = figures.dataset.figures === 'tables' ? 'tables' : 'charts';
    figures.replaceChildren(...drawFigures(source, kept, base, formatFilter(filter), part));
    const [count, all] = [kept.length, source.records.length];
    status.textContent = count === all ? '' : `Counts ${count} of ${all} postmortems.`;
  }
}

/** Returns undefined if the server does not answer. */
async function load(base: string): Promise<InsightSource | undefined> {
  try {
    return await loadInsightSource(base);
  } catch {
    return undefined;
  }
}

customElements.define('insight-filter', InsightFilterElement);
