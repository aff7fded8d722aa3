/**
 * `<owner-filter>`: shows only the rows of one organization or team. It replaces its links with a select. The rows are
 * the elements with `data-owners` in its parent, or in the nearest element with `data-filtered`, and a section or `data-group` without rows to show is hidden, too. The URL contains the choice, so that it can be shared.
 */
const PARAM = 'owner';

class OwnerFilter extends HTMLElement {
  connectedCallback(): void {
    const [links, control] = [this.querySelector('nav'), this.querySelector('p')];
    const select = this.querySelector('select');
    if (!links || !control || !select) return;
    links.hidden = true;
    control.hidden = false;
    select.addEventListener('change', () => {
      saveChoice(select.value);
      this.#apply(select.value);
    });
    const read = () => {
      select.value = new URLSearchParams(location.search).get(PARAM) ?? '';
      // The URL may name an owner that has no rows here.
      if (select.selectedIndex < 0) select.value = '';
      this.#apply(select.value);
    };
    addEventListener('popstate', read);
    read();
  }

  #apply(key: string): void {
    const scope = this.closest('[data-filtered]') ?? this.parentElement;
    for (const row of listRows(scope)) row.hidden = !isOwnedBy(row.dataset.owners ?? '', key);
    for (const group of scope?.querySelectorAll<HTMLElement>('section, [data-group]') ?? []) {
      const rows = listRows(group);
      group.hidden = rows.length > 0 && rows.every((row) => row.hidden);
    }
    const status = this.querySelector('[role="status"]');
    const title = this.querySelector('select')?.selectedOptions[0]?.dataset.title;
    if (status) status.textContent = title ? `Shows only ${title}` : '';
  }
}

/** Returns the rows in an element. A row in another row is part of it. */
function listRows(element: ParentNode | null): HTMLElement[] {
  const rows = [...(element?.querySelectorAll<HTMLElement>('[data-owners]') ?? [])];
  return rows.filter((row) => !row.parentElement?.closest('[data-owners]'));
}

/** Rows of a team are also rows of its organization. */
function isOwnedBy(owners: string, key: string): boolean {
  return key === '' || owners.split(' ').some((owner) => owner === key || owner.startsWith(`${key}/`));
}

function saveChoice(key: string): void {
  const params = new URLSearchParams(location.search);
  if (key === '') params.delete(PARAM);
  else params.set(PARAM, key);
  history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
}

customElements.define('owner-filter', OwnerFilter);
