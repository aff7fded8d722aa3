/** Notices about the known errors in a query, and about what was too long to read. */
import { describeCut } from '../knowledge/search/cut-text.ts';
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';

const MAX_ERRORS = 4;

/** Returns what was recognised, and whether a page covers it. It is shown above the results. */
export function createErrorNotices({
  errors,
  cut,
  total,
  isErrorCovered,
}: Pick<SearchAnswer, 'errors' | 'cut' | 'total' | 'isErrorCovered'>): HTMLElement[] {
  const titles = errors.slice(0, MAX_ERRORS).map(({ title }) => title);
  const notices: HTMLElement[] = [];
  if (titles.length > 0) {
    const strong = document.createElement('strong');
    strong.textContent = titles.join('; ');
    const nearest = total > 0 ? ' These are the nearest ones.' : '';
    notices.push(
      createNotice('Recognised: ', strong, isErrorCovered ? '.' : `. No page covers it.${nearest}`),
    );
  }
  const unread = describeCut(cut);
  if (unread.length > 0) notices.push(createNotice(unread.join(' ')));
  return notices;
}

function createNotice(...parts: (string | HTMLElement)[]): HTMLElement {
  const element = document.createElement('p');
  element.className = 'small';
  element.append(...parts);
  return element;
}
