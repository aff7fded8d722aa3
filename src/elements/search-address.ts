/** Keeps the question and the filters of the search page in its address, and names the question in its title. */
export class SearchAddress {
  readonly #title = document.title;

  /** Returns the question and the filters. */
  read(): URLSearchParams {
    return new URLSearchParams(location.search);
  }

  /** @param query empty for pasted lines, which must not get into the address */
  write(query: string, filters: Readonly<Record<string, string>>): void {
    const params = new URLSearchParams(query ? { q: query, ...filters } : filters);
    history.replaceState(history.state, '', params.size > 0 ? `?${params}` : location.pathname);
  }

  /** Shows in tabs and in the history what was asked. */
  showInTitle(asked: string): void {
    document.title = asked ? `${asked} · ${this.#title}` : this.#title;
  }
}
