/** `<search-help>`: shows the help that fits the state of a search: empty, no results, or failed. */
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

  /** Shows the recurring issues with a word similar to one of the query's, the nearest first. */
  #showNearest(query: string): void {
    const queryWords = query
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word.length > 2);
    const items = [...this.querySelectorAll<HTMLElement>('[data-near] > li')];
    const getDistance = (item: HTMLElement) =>
      Math.min(
        ...(item.dataset.words ?? '')
          .split(' ')
          .flatMap((word) => queryWords.map((typed) => computeEditDistance(typed, word) / typed.length)),
      );
    const sorted = items
      .map((item) => ({ item, distance: getDistance(item) }))
      .sort((a, b) => a.distance - b.distance);
    for (const [rank, { item }] of sorted.entries()) item.hidden = rank >= MAX_SUGGESTIONS;
    this.querySelector('[data-near]')?.append(...sorted.map(({ item }) => item));
  }
}

customElements.define('search-help', SearchHelp);
