/** Recent searches, kept in this browser only, and deletable. Pasted lines are never kept. */
const STORAGE_KEY = 'hindsight-searches';
const MAX_SEARCHES = 8;

export function listRecentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((query) => typeof query === 'string').slice(0, MAX_SEARCHES)
      : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text && !text.includes('\n'))
    saveSearches([text, ...listRecentSearches().filter((other) => other !== text)]);
}

function saveSearches(queries: string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, JSON.stringify(queries.slice(0, MAX_SEARCHES)));
  } catch {
    // Storage can be forbidden; then nothing is remembered.
  }
}

/** Fills `section` with the recent searches, or hides it where there are none. */
export function showRecentSearches(section: HTMLElement, choose: (query: string) => void): void {
  const queries = listRecentSearches();
  section.hidden = queries.length === 0;
  const list = document.createElement('ul');
  list.setAttribute('role', 'list');
  for (const query of queries) {
    const item = document.createElement('li');
    const forget = createButton(`Forget “${query}”`, '×', () => {
      saveSearches(listRecentSearches().filter((other) => other !== query));
      showRecentSearches(section, choose);
    });
    item.append(
      createButton(`Search for “${query}” again`, query, () => choose(query)),
      forget,
    );
    list.append(item);
  }
  const all = createButton('Forget all recent searches', 'Forget all', () => {
    saveSearches([]);
    showRecentSearches(section, choose);
  });
  const title = Object.assign(document.createElement('p'), {
    className: 'small soft',
    textContent: 'Recent searches ',
  });
  title.append(all);
  section.replaceChildren(title, list);
}

function createButton(label: string, text: string, press: () => void): HTMLButtonElement {
  const element = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  element.setAttribute('aria-label', label);
  element.addEventListener('click', press);
  return element;
}
