/**
 * `<check-list>`: remembers ticks in this browser, counts them, takes down who and when, and can begin anew.
 * A tick belongs to an item by the hash of what it asks and expects, so it survives a rebuild of the site, and
 * is dropped when the item changed.
 */
interface SavedProgress {
  readonly ticks: readonly string[];
  readonly who?: string;
  readonly started?: string;
}

class CheckList extends HTMLElement {
  #output: HTMLOutputElement | undefined;
  #who: HTMLInputElement | undefined;
  #when: HTMLElement | undefined;
  #started: string | undefined;

  connectedCallback(): void {
    const kept = this.#loadProgress();
    this.#started = kept.started;
    const ticked = new Set(kept.ticks);
    for (const box of this.boxes) box.checked = ticked.has(box.dataset.item ?? '');
    this.prepend(this.#createBar(kept.who ?? ''));
    this.addEventListener('change', () => this.#onChange());
    this.addEventListener('keydown', (event) => this.#moveFocus(event));
    // Ticks of items that are gone are dropped now, not kept for ever.
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
    const bar = Object.assign(document.createElement('div'), { className: 'progress on-screen' });
    this.#output = document.createElement('output');
    this.#who = Object.assign(document.createElement('input'), {
      value: who,
      placeholder: 'Who goes through it',
    });
    this.#who.setAttribute('aria-label', 'Who goes through the list');
    this.#when = Object.assign(document.createElement('span'), { className: 'soft small' });
    const reset = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Begin anew',
    });
    reset.addEventListener('click', () => this.#reset());
    const more = document.createElement('details');
    more.append(Object.assign(document.createElement('summary'), { textContent: 'Who, when, begin anew' }));
    more.append(this.#who, this.#when, reset);
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
    const started = this.#started ? new Date(this.#started).toLocaleString() : '';
    if (this.#when) this.#when.textContent = started ? `Begun ${started}` : '';
  }

  /** Arrows go from box to box; the space bar ticks, as everywhere. */
  #moveFocus(event: KeyboardEvent): void {
    const boxes = this.boxes;
    const at = boxes.indexOf(document.activeElement as HTMLInputElement);
    if (at < 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    boxes[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  }

  #loadProgress(): SavedProgress {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#storageKey) ?? '{}');
      return { ...kept, ticks: Array.isArray(kept.ticks) ? kept.ticks : [] };
    } catch {
      // Forbidden storage, or something that is not ours: begin with an empty list.
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
      // Storage can be forbidden; the ticks then last for this page.
    }
  }
}

customElements.define('check-list', CheckList);
