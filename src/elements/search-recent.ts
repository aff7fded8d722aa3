/** Recent searches, kept in this browser only, and deletable. Pasted lines are never kept. */
const KEY = 'hindsight-searches';
const MOST = 8;

export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text && !text.includes('\n')) keep([text, ...recentSearches().filter((other) => other !== text)]);
}

function keep(queries: string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(queries.slice(0, MOST)));
  } catch {
    // Storage can be forbidden; then nothing is remembered.
  }
}

/** Fills `section` with the recent searches, or hides it where there are none. */
export function showRecent(section: HTMLElement, choose: (query: string) => void): void {
  const queries = recentSearches();
  section.hidden = queries.length === 0;
  const list = document.createElement('ul');
  list.setAttribute('role', 'list');
  for (const query of queries) {
    const item = document.createElement('li');
    const forget = button(`Forget “${query}”`, '×', () => {
      keep(recentSearches().filter((other) => other !== query));
      showRecent(section, choose);
    });
    item.append(
      button(`Search for “${query}” again`, query, () => choose(query)),
      forget,
    );
    list.append(item);
  }
  const all = button('Forget all recent searches', 'Forget all', () => {
    keep([]);
    showRecent(section, choose);
  });
  const title = Object.assign(document.createElement('p'), {
    className: 'small soft',
    textContent: 'Recent searches ',
  });
  title.append(all);
  section.replaceChildren(title, list);
}

function button(label: string, text: string, press: () => void): HTMLButtonElement {
  const element = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  element.setAttribute('aria-label', label);
  element.addEventListener('click', press);
  return element;
}
