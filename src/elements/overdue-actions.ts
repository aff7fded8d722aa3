/**
 * `<overdue-actions>`: marks the actions in it that have become overdue since the site was built. An action that is not
 * closed has `data-last-day`, the last day on which it is not overdue.
 */
class OverdueActions extends HTMLElement {
  connectedCallback(): void {
    const today = getLocalDay(new Date());
    let count = 0;
    for (const row of this.querySelectorAll<HTMLElement>('[data-last-day]')) {
      if ((row.dataset.lastDay ?? '') >= today) continue;
      const badge = row.querySelector<HTMLElement>('.badge[hidden]');
      if (!badge) continue;
      badge.hidden = false;
      count++;
    }
    const status = this.querySelector<HTMLElement>('.became-overdue');
    if (!status || count === 0) return;
    status.hidden = false;
    status.textContent = `${count} more ${count === 1 ? 'has' : 'have'} become overdue since then.`;
  }
}

function getLocalDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

customElements.define('overdue-actions', OverdueActions);
