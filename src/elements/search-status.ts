/** The live region of a search: shows the number of results and announces it to screen readers. */
import { formatCount } from '../knowledge/schema/labels.ts';
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';

export class SearchStatus {
  readonly #element: HTMLElement;
  /** Titles of other knowledge bases that could not be reached, until the next announcement. */
  readonly #unreachable: string[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  addUnreachable(titles: readonly string[]): void {
    this.#unreachable.push(...titles);
  }

  show(...parts: (string | Node)[]): void {
    this.#element.replaceChildren(...parts);
  }

  showResultCount({ total, best, isClosest }: SearchAnswer): void {
    const unreachable = this.#unreachable.splice(0);
    const warning = unreachable.length > 0 ? ` Could not reach: ${unreachable.join(', ')}.` : '';
    if (total === 0) {
      this.show(`No results.${warning}`);
      return;
    }
    if (isClosest) {
      this.show(`No exact match. ${formatCount(total, 'partial match', 'partial matches')}.${warning}`);
      return;
    }
    // Hidden, because the best match is marked in the list.
    const bestMatch = document.createElement('span');
    bestMatch.className = 'visually-hidden';
    bestMatch.textContent = best ? `, best match: ${best.title}` : '';
    this.show(formatCount(total, 'result'), bestMatch, `.${warning}`);
  }
}
