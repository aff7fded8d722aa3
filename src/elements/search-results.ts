/** Results as elements; all text goes in as text. */

import type { SearchResult } from '../knowledge/search/answer.ts';
import type { Passage } from '../knowledge/search/passage.ts';
import { describeValue } from '../knowledge/wording.ts';

/** A list item for one result. Its links can be reached with the arrow keys. */
export function resultItem(result: SearchResult): HTMLLIElement {
  const item = document.createElement('li');
  const kind = element('p', 'result-kind', describeValue(result.kind ?? 'page'));
  for (const fact of [result.date, severityOf(result.severity)]) {
    if (fact) kind.append(` · ${fact}`);
  }
  item.append(kind, linkLine(result.title, result.href, 'result-title'));
  if (result.passage.length > 0) item.append(passageLine(result.passage));
  if (result.worked) item.append(element('p', 'result-worked', `What worked: ${result.worked}`));
  if (result.sections.length > 0) item.append(sectionList(result.sections));
  return item;
}

function severityOf(severity: string | undefined): string | undefined {
  return severity && severity !== 'unknown' ? severity.replace('sev', 'SEV ') : undefined;
}

function sectionList(sections: SearchResult['sections']): HTMLUListElement {
  const list = document.createElement('ul');
  list.className = 'result-sections';
  for (const section of sections) {
    const item = document.createElement('li');
    item.append(linkLine(section.title, section.href, 'result-section'), passageLine(section.passage));
    list.append(item);
  }
  return list;
}

function linkLine(title: string, href: string, className: string): HTMLParagraphElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  const line = element('p', className, '');
  line.append(link);
  return line;
}

function passageLine(passage: Passage): HTMLParagraphElement {
  const line = element('p', 'result-passage', '');
  for (const { text, marked } of passage) {
    line.append(marked ? Object.assign(document.createElement('mark'), { textContent: text }) : text);
  }
  return line;
}

function element(name: 'p', className: string, text: string): HTMLParagraphElement {
  return Object.assign(document.createElement(name), { className, textContent: text });
}
