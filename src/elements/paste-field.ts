/** The multi-line field for a pasted log, shown instead of the one-line field of a search. */
export class PasteField {
  readonly #panel: HTMLElement;
  readonly #onChange: () => void;

  /**
   * @param panel contains both fields and the buttons that switch between them
   * @param onChange called when the text changes, or the other field is shown
   */
  constructor(panel: HTMLElement, onChange: () => void) {
    this.#panel = panel;
    this.#onChange = onChange;
    this.#textarea.addEventListener('input', onChange);
    this.#line.addEventListener('paste', (event) => this.#onPaste(event));
    this.#find('[data-to-paste]').addEventListener('click', () => this.#setOpen(true));
    this.#find('[data-to-line]').addEventListener('click', () => this.#setOpen(false));
  }

  get isOpen(): boolean {
    return !this.#find('[data-paste]').hidden;
  }

  get value(): string {
    return this.#textarea.value;
  }

  /** Opens the field with a text. */
  open(text: string): void {
    this.#textarea.value = text;
    this.#setOpen(true);
  }

  get #textarea(): HTMLTextAreaElement {
    return this.#find('textarea');
  }

  get #line(): HTMLInputElement {
    return this.#find('input[type="search"]');
  }

  #find<E extends HTMLElement>(selector: string): E {
    const found = this.#panel.querySelector<E>(selector);
    if (!found) throw new Error(`<search-panel> has no ${selector}`);
    return found;
  }

  /** Several lines go into the multi-line field: the one-line field would join them. */
  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (text.trim().split('\n').length < 2) return;
    event.preventDefault();
    this.open(text);
  }

  #setOpen(isOpen: boolean): void {
    this.#find('[data-paste]').hidden = !isOpen;
    this.#find('[data-to-paste]').hidden = isOpen;
    this.#find('[data-to-line]').hidden = !isOpen;
    this.#find('.search-field').hidden = isOpen;
    (isOpen ? this.#textarea : this.#line).focus();
    this.#onChange();
  }
}
