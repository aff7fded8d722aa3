/**
 * `<list-filter>`: filters and sorts the rows next to it. It replaces its links with controls: a select with
 * `name="owner"` for the organization or team, a field for words, and a select with `name="order"`.
 *
 * The rows are the elements with `data-owners` in its parent, or in the nearest element with `data-filtered`. A section
 * or `data-group` without rows to show is hidden, too. A row has a value to sort by in an attribute with the name of the
 * order, the greatest first: `data-cases` for the order `cases`. Rows are sorted within their list. The address contains
 * the owner and the order, so that it can be shared.
 */
class ListFilter extends HTMLElement {
  /** The rows of each list in the order of the page. */
  #lists: (readonly [Element | null, readonly HTMLElement[]])[] = [];

  connectedCallback(): void {
    for (const links of this.querySelectorAll('nav')) links.hidden = true;
    for (const control of this.querySelectorAll('p')) control.hidden = false;
    this.#lists = [...Map.groupBy(listRows(this.#scope), (row) => row.parentElement)];
    const selects = this.querySelectorAll('select');
    const read = () => {
      const params = new URLSearchParams(location.search);
      for (const select of selects) {
        select.value = params.get(select.name) ?? '';
        // The address may have a value that this page does not offer.
        if (select.selectedIndex < 0) select.value = '';
      }
      this.#apply();
    };
    // A select reports its change in the same way as a field does.
    this.addEventListener('input', () => {
      const params = new URLSearchParams(location.search);
      for (const { name, value } of selects) {
        if (value) params.set(name, value);
        else params.delete(name);
      }
      history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
      this.#apply();
    });
    addEventListener('popstate', read);
    read();
  }

  get #scope(): ParentNode | null {
    return this.closest('[data-filtered]') ?? this.parentElement;
  }

  #apply(): void {
    const scope = this.#scope;
    const owner = this.querySelector<HTMLSelectElement>('[name="owner"]');
    const words = fold(this.querySelector('input')?.value).match(/\S+/g) ?? [];
    const rows = listRows(scope);
    for (const row of rows) {
      const text = fold(row.textContent);
      row.hidden = !isOwnedBy(row, owner?.value) || !words.every((word) => text.includes(word));
    }
    for (const group of scope?.querySelectorAll<HTMLElement>('section, [data-group]') ?? []) {
      const own = listRows(group);
      group.hidden = own.length > 0 && own.every((row) => row.hidden);
      if (words.length > 0) group.toggleAttribute('open', true);
    }
    const order = this.querySelector<HTMLSelectElement>('[name="order"]')?.value;
    for (const [list, own] of this.#lists) list?.append(...(order ? sortRows(own, order) : own));
    const shown = rows.filter((row) => !row.hidden).length;
    const title = owner?.selectedOptions[0]?.dataset.title;
    const described = title ? `Shows only ${title}` : '';
    const status = this.querySelector('[role="status"]');
    if (!status) return;
    const counted = shown > 0 ? `${shown} of ${rows.length}` : `None of ${rows.length} has all these words`;
    status.textContent = words.length > 0 ? counted : described;
  }
}

/** Returns the rows in an element. A row in another row is part of it. */
function listRows(element: ParentNode | null): HTMLElement[] {
  const rows = [...(element?.querySelectorAll<HTMLElement>('[data-owners]') ?? [])];
  return rows.filter((row) => !row.parentElement?.closest('[data-owners]'));
}

/** Rows of a team are also rows of its organization. */
function isOwnedBy(row: HTMLElement, key = ''): boolean {
  const owners = row.dataset.owners?.split(' ') ?? [];
  return key === '' || owners.some((owner) => `${owner}/`.startsWith(`${key}/`));
}

/** Rows without the value come last. */
function sortRows(rows: readonly HTMLElement[], order: string): HTMLElement[] {
  const getTitle = (row: HTMLElement) => row.querySelector('.row-title')?.textContent?.trim() ?? '';
  const getValue = (row: HTMLElement) => Number(row.dataset[order] ?? -1);
  return rows.toSorted((a, b) =>
    order === 'title' ? getTitle(a).localeCompare(getTitle(b)) : getValue(b) - getValue(a),
  );
}

/** Returns a text without upper case and accents. */
function fold(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

customElements.define('list-filter', ListFilter);
