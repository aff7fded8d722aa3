/** The parts of a search panel that show an answer, its state, or that there is none. */
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import { ActiveOption } from './active-option.ts';
import { createErrorNotices } from './error-notices.ts';
import { createCorrectionNotices, createQueryNotices, createRecognisedList } from './query-notices.ts';
import type { SearchStage } from './search-progress.ts';
import { createResultGroups, type ResultForm, reuseResults } from './search-results.ts';
import { SearchStatus } from './search-status.ts';

export type SearchState = 'idle' | 'loading' | 'results' | 'nothing' | 'failed';

const DELAY_NOTICES = {
  searching: 'Searching…',
  slow: 'Slow network, still loading…',
} as const satisfies Partial<Record<SearchStage, string>>;

export class SearchView {
  readonly status: SearchStatus;
  /** The option that the arrow keys chose; only a listbox has one. */
  readonly active: ActiveOption | undefined;
  readonly #panel: HTMLElement;
  readonly #form: ResultForm;

  constructor(panel: HTMLElement, field: HTMLInputElement) {
    this.#panel = panel;
    const results = this.#getPart('results');
    this.#form = results.getAttribute('role') === 'listbox' ? 'options' : 'links';
    this.active = this.#form === 'options' ? new ActiveOption(field, results) : undefined;
    this.status = new SearchStatus(this.#find('[role="status"]'));
  }

  /** The link to the first result. */
  get firstLink(): HTMLAnchorElement | null {
    return this.#getPart('results').querySelector('a');
  }

  /**
   * @param literal words whose correction was undone
   * @param undo searches again with these words as typed
   * @param isTooShort whether the query is so short that it is not reported if nothing is found
   */
  showAnswer(
    answer: SearchAnswer,
    literal: ReadonlySet<string>,
    undo: (words: string[]) => void,
    isTooShort: boolean,
  ): void {
    const list = this.#getPart('results');
    const shown = [...list.querySelectorAll<HTMLElement>('.result')];
    this.clear();
    this.#getPart('corrections').replaceChildren(
      ...createErrorNotices(answer),
      ...createCorrectionNotices(answer, literal, undo),
    );
    list.replaceChildren(...createResultGroups(answer, list.id, this.#form));
    reuseResults(list, shown);
    if (this.#form === 'options')
      for (const [at, option] of [...list.querySelectorAll('[role="option"]')].entries())
        option.id = `${list.id}-${at}`;
    list.hidden = answer.total === 0;
    this.#setExpanded(answer.total > 0);
    this.#setMoreHidden(answer.isLog || answer.total <= answer.results.length);
    const isNothing = answer.total === 0 && !isTooShort;
    if (answer.total > 0 || isNothing) {
      this.status.showResultCount(answer);
      this.#getPart('understood').replaceChildren(...createQueryNotices(answer));
      this.#getPart('lines').replaceChildren(...createRecognisedList(answer));
    } else this.status.show();
    this.setState(isNothing ? 'nothing' : 'results', answer.query);
  }

  showDelay(stage: keyof typeof DELAY_NOTICES): void {
    this.status.show(DELAY_NOTICES[stage]);
  }

  /** @param retry called when somebody asks to search again */
  showFailure(query: string, retry: () => void): void {
    this.clear();
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Try again',
    });
    button.addEventListener('click', retry);
    this.status.show('Search is not available. ', button);
    this.setState('failed', query);
  }

  clear(): void {
    this.active?.clear();
    this.#setExpanded(false);
    for (const name of ['corrections', 'results', 'understood', 'lines'])
      this.#getPart(name).replaceChildren();
    this.#getPart('results').hidden = true;
    this.#setMoreHidden(true);
  }

  /** Reports the state, so that the page can show help that fits it. */
  setState(state: SearchState, query: string): void {
    this.#panel.dataset.state = state;
    for (const part of this.#panel.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = !part.dataset.when?.split(' ').includes(state);
    this.#panel.dispatchEvent(new CustomEvent('search-state', { bubbles: true, detail: { state, query } }));
  }

  /** Only the search page can show more, and it does not get pasted lines. */
  #setMoreHidden(isHidden: boolean): void {
    const more = this.#panel.querySelector<HTMLElement>('[data-all]');
    if (more) more.hidden = isHidden;
  }

  #setExpanded(isExpanded: boolean): void {
    const field = this.#panel.querySelector('[role="combobox"]');
    field?.setAttribute('aria-expanded', String(isExpanded));
  }

  #find<E extends Element>(selector: string): E {
    const found = this.#panel.querySelector<E>(selector);
    if (!found) throw new Error(`<search-panel> has no ${selector}`);
    return found;
  }

  #getPart(name: string): HTMLElement {
    return this.#find(`[data-${name}]`);
  }
}
