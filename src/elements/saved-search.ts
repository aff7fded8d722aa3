/**
 * Saves the search of a page with its entry in the browser's history, so that Back restores it. Pasted lines are saved
 * for this tab only, and never in an address.
 */

export interface SavedSearch {
  /** The panel that it belongs to. */
  readonly mode: string;
  readonly query: string;
  /** The scroll position of the results, in pixels. */
  readonly scroll: number;
}

const PASTED_KEY = 'hindsight-pasted';

export function saveSearch(search: SavedSearch): void {
  history.replaceState({ ...history.state, search }, '');
}

export function forgetSearch(): void {
  const { search: _, ...state } = history.state ?? {};
  history.replaceState(state, '');
}

/** Returns the search that this entry of the history was left with, if a panel of that mode saved it. */
export function readSavedSearch(mode: string): SavedSearch | undefined {
  const search: Partial<SavedSearch> | undefined = history.state?.search;
  return search?.mode === mode && typeof search.query === 'string'
    ? { mode, query: search.query, scroll: Number(search.scroll) || 0 }
    : undefined;
}

export function savePastedText(text: string): void {
  try {
    if (text) sessionStorage.setItem(PASTED_KEY, text);
    else sessionStorage.removeItem(PASTED_KEY);
  } catch {
    // Storage is forbidden or full: the text is lost with the page.
  }
}

/** Returns the pasted text after a reload or Back; nothing on a page that was opened anew. */
export function readPastedText(): string | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type !== 'reload' && navigation?.type !== 'back_forward') return undefined;
  try {
    return sessionStorage.getItem(PASTED_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
