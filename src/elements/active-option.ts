/** The active option of a combobox: the focus stays in the field, which refers to the option (ARIA practices, combobox). */
export class ActiveOption {
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  #active: HTMLAnchorElement | undefined;

  constructor(field: HTMLInputElement, list: HTMLElement) {
    this.#field = field;
    this.#list = list;
  }

  get current(): HTMLAnchorElement | undefined {
    return this.#active?.isConnected ? this.#active : undefined;
  }

  /** Moves by `step` options; past either end, no option is active. */
  move(step: 1 | -1): void {
    const options = [...this.#list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
    const at = this.current ? options.indexOf(this.current) : step > 0 ? -1 : options.length;
    this.#set(options[at + step]);
  }

  clear(): void {
    this.#set(undefined);
  }

  #set(option: HTMLAnchorElement | undefined): void {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    if (!option) {
      this.#field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', option.id);
  }
}
