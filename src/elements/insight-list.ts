/**
 * `<insight-list>`: the postmortems for which a mark stands. If the address has the filter of the figures, only those that
 * it keeps.
 */

import { element } from '../charts/chart-element.ts';
import { filterRecords, formatFilter, parseFilter } from '../knowledge/insights/filter-records.ts';
import type { InsightRecord } from '../knowledge/insights/insight-record.ts';
import { createInsights } from '../knowledge/insights/insights.ts';
import { listSlices } from '../knowledge/insights/slices.ts';
import { describeSeverity, formatCount } from '../knowledge/schema/labels.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { createNodes } from './create-nodes.ts';
import { loadInsightSource } from './insight-source.ts';

class InsightList extends HTMLElement {
  connectedCallback(): void {
    if (formatFilter(parseFilter(new URLSearchParams(location.search)))) void this.#filter();
  }

  async #filter(): Promise<void> {
    const status = this.querySelector('[role="status"]');
    const list = this.querySelector('ul');
    const { base = '/', figure, value } = this.dataset;
    if (!status || !list) return;
    try {
      const { records: all } = await loadInsightSource(base);
      const kept = filterRecords(all, parseFilter(new URLSearchParams(location.search)));
      const slice = listSlices(createInsights(kept, all)).find(
        (one) => one.figure === figure && one.value === value,
      );
      const ids = new Set(slice?.ids);
      const addresses = createAddresses(base);
      const rows = kept.filter(({ id }) => ids.has(id)).map((record) => createRow(record, addresses));
      list.replaceChildren(...rows);
      for (const nav of document.querySelectorAll('.pages')) nav.remove();
      status.textContent = `Filtered: ${formatCount(rows.length, 'postmortem')}. `;
      status.append(createNodes(element('a', { href: location.pathname }, 'Show all')));
    } catch {
      status.textContent = 'The filter needs the network. These are all postmortems.';
    }
  }
}

function createRow(
  { id, title, when, severity }: InsightRecord,
  addresses: ReturnType<typeof createAddresses>,
): Element {
  return createNodes(
    element(
      'li',
      {},
      element('a', { class: 'row-title', href: addresses.entry({ kind: 'postmortem', id }) }, title),
      element('span', { class: 'soft small' }, `${when} · ${describeSeverity(severity)}`),
    ),
  );
}

customElements.define('insight-list', InsightList);
