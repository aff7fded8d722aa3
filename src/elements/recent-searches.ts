/** Recent searches, saved only in this browser until they are deleted. Pasted lines are never saved. */
const STORAGE_KEY = 'hindsight-searches';
const MAX_SEARCHES = 8;

function listRecentSearches(): string[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(saved)
      ? saved.filter((query) => typeof query === 'string').slice(0, MAX_SEARCHES)
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
    // Storage is forbidden: nothing is saved.
  }
}

/** Fills `section` with the recent searches, or hides it if there are none. */
export function showRecentSearches(section: HTMLElement, choose: (query: string) => void): void {
  const queries = listRecentSearches();
  section.hidden = queries.length === 0;
  const list = document.createElement('ul');
  list.setAttribute('role', 'list');
  for (const query of queries) {
    const item = document.createElement('li');
    const remove = createButton(`Delete “${query}”`, '×', () => {
      saveSearches(listRecentSearches().filter((other) => other !== query));
      showRecentSearches(section, choose);
    });
    item.append(
      createButton(`Search for “${query}” again`, query, () => choose(query)),
      remove,
    );
    list.append(item);
  }
  const removeAll = createButton('Delete all recent searches', 'Delete all', () => {
    saveSearches([]);
    showRecentSearches(section, choose);
  });
  const title = Object.assign(document.createElement('p'), {
    className: 'small soft',
    textContent: 'Recent searches ',
  });
  title.append(removeAll);
  section.replaceChildren(title, list);
}

function createButton(label: string, text: string, onClick: () => void): HTMLButtonElement {
  const element = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  element.setAttribute('aria-label', label);
  element.addEventListener('click', onClick);
  return element;
}
