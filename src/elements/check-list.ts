/**
 * `<check-list>`: saves ticks in this browser, counts them, records a name and the start time, and can start again.
 * A tick belongs to an item by the hash of its text and its expected result, so it survives a rebuild of the site and
 * is dropped if the item changes.
 */
interface SavedProgress {
  readonly ticks: readonly string[];
  readonly who?: string;
  readonly started?: string;
}

/** As dates on the pages: `28 November at 12:33`. */
const TIME_FORMAT = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;

class CheckList extends HTMLElement {
  #output: HTMLOutputElement | undefined;
  #who: HTMLInputElement | undefined;
  #when: HTMLElement | undefined;
  #started: string | undefined;

  connectedCallback(): void {
    const saved = this.#loadProgress();
    this.#started = saved.started;
    const ticked = new Set(saved.ticks);
    for (const box of this.boxes) box.checked = ticked.has(box.dataset.item ?? '');
    this.prepend(this.#createBar(saved.who ?? ''));
    this.addEventListener('change', () => this.#onChange());
    this.addEventListener('keydown', (event) => this.#moveFocus(event));
    // Drops the ticks of items that no longer exist.
    this.#saveProgress();
    this.#updateCount();
  }

  get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  }

  get #storageKey(): string {
    return `hindsight-list:${this.dataset.list}`;
  }

  #createBar(who: string): HTMLElement {
    const bar = create('div', { className: 'progress on-screen' });
    this.#output = create('output', {});
    const label = 'Your name';
    this.#who = create('input', {
      value: who,
      placeholder: label,
      ariaLabel: label,
    });
    this.#when = create('span', { className: 'soft small' });
    const reset = create('button', {
      type: 'button',
      textContent: 'Start again',
    });
    reset.addEventListener('click', () => this.#reset());
    const summary = create('summary', { textContent: 'Details' });
    const more = create('details', {});
    more.append(summary, this.#who, this.#when, reset);
    bar.append(this.#output, more);
    return bar;
  }

  #onChange(): void {
    this.#started ??= new Date().toISOString();
    this.#saveProgress();
    this.#updateCount();
  }

  #reset(): void {
    for (const box of this.boxes) box.checked = false;
    if (this.#who) this.#who.value = '';
    this.#started = undefined;
    this.#saveProgress();
    this.#updateCount();
    this.boxes[0]?.focus();
  }

  #updateCount(): void {
    const boxes = this.boxes;
    const done = boxes.filter(({ checked }) => checked).length;
    if (this.#output) this.#output.textContent = `${done} of ${boxes.length} done`;
    const started = this.#started ? new Date(this.#started).toLocaleString('en-GB', TIME_FORMAT) : '';
    if (this.#when) this.#when.textContent = started ? `Started ${started}` : '';
  }

  /** The arrow keys move from box to box. */
  #moveFocus(event: KeyboardEvent): void {
    const boxes = this.boxes;
    const at = boxes.indexOf(document.activeElement as HTMLInputElement);
    if (at < 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    boxes[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  }

  #loadProgress(): SavedProgress {
    try {
      const saved = JSON.parse(localStorage.getItem(this.#storageKey) ?? '{}');
      return { ...saved, ticks: Array.isArray(saved.ticks) ? saved.ticks : [] };
    } catch {
      // Storage is forbidden, or the value is not from this element.
      return { ticks: [] };
    }
  }

  #saveProgress(): void {
    const ticks = this.boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.item ?? '');
    const who = this.#who?.value.trim();
    try {
      if (ticks.length === 0 && !who) localStorage.removeItem(this.#storageKey);
      else localStorage.setItem(this.#storageKey, JSON.stringify({ ticks, who, started: this.#started }));
    } catch {
      this.#reportLoss();
    }
  }

  /** The ticks last until the page is closed. */
  #reportLoss(): void {
    const bar = this.querySelector('.progress');
    if (!bar || bar.querySelector('[role="status"]')) return;
    const note = create('p', { className: 'small', role: 'status' });
    bar.append(note);
    note.textContent = 'This browser saves nothing: ticks are lost when you close the page.';
  }
}

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}

customElements.define('check-list', CheckList);
