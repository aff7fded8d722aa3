/** `<search-help>`: shows beside a search what helps in its state: when it is empty, when nothing is found, when it fails. */
import { computeEditDistance } from '../knowledge/source/find-nearest.ts';

const MAX_SUGGESTIONS = 6;

class SearchHelp extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('search-state', (event) => {
      const { state, query } = (event as CustomEvent<{ state: string; query: string }>).detail;
      for (const part of this.querySelectorAll<HTMLElement>('[data-when]')) {
        part.hidden = !part.dataset.when?.split(' ').includes(state);
      }
      if (state === 'nothing') this.#showNearest(query);
    });
  }

  /** Of all recurring issues, those with a word nearest to one of the query's. */
  #showNearest(query: string): void {
    const asked = query
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word.length > 2);
    const items = [...this.querySelectorAll<HTMLElement>('[data-near] > li')];
    const distance = (item: HTMLElement) =>
      Math.min(
        ...(item.dataset.words ?? '')
          .split(' ')
          .flatMap((word) => asked.map((one) => computeEditDistance(one, word) / one.length)),
      );
    const near = items.map((item) => ({ item, far: distance(item) })).sort((a, b) => a.far - b.far);
    for (const [rank, { item }] of near.entries()) item.hidden = rank >= MAX_SUGGESTIONS;
    this.querySelector('[data-near]')?.append(...near.map(({ item }) => item));
  }
}

customElements.define('search-help', SearchHelp);
