/** `<checklist-builder>`: creates a checklist from a selection, in the browser. The URL contains the selection. */
import { toDom } from 'hast-util-to-dom';
import { parseChoice, toChoiceParams } from '../knowledge/checklists/checklist-choice.ts';
import type { ChecklistSource } from '../knowledge/checklists/checklist-source.ts';
import { generateChecklist } from '../knowledge/checklists/generate-checklist.ts';
import { divideIntoSheets } from '../knowledge/checklists/print/browser-sheets.ts';
import { createQrPath } from '../knowledge/checklists/qr-code.ts';
import { renderChecklist } from '../knowledge/checklists/render-checklist.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { toPlainText } from '../knowledge/source/inline/plain-text.ts';

class ChecklistBuilder extends HTMLElement {
  #source: ChecklistSource | undefined;

  async connectedCallback(): Promise<void> {
    this.#form.addEventListener('change', () => this.#onChange());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', () => this.#readUrl());
    try {
      const response = await fetch(this.dataset.source ?? '');
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      this.#source = await response.json();
      this.#readUrl();
    } catch (error) {
      this.#announce(
        'The lessons could not be loaded. Check your connection. The other checklists do not need them.',
      );
      console.error(error);
    }
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('<checklist-builder> has no form');
    return form;
  }

  #onChange(): void {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (value) params.append(name, String(value));
    history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
    this.#showChecklist();
  }

  #readUrl(): void {
    if (!this.#source) return;
    const { choice } = parseChoice(new URLSearchParams(location.search), this.#source);
    const params = toChoiceParams(choice);
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
      box.checked = params.getAll(box.name).includes(box.value);
    }
    const activity = this.#form.querySelector('select');
    if (activity) activity.value = choice.activity ?? '';
    this.#showChecklist();
  }

  #showChecklist(): void {
    const result = this.querySelector('[data-result]');
    if (!this.#source || !result) return;
    const { choice, unknown } = parseChoice(new URLSearchParams(location.search), this.#source);
    const isEmpty = !choice.activity && choice.services.length + choice.tags.length === 0;
    const list = generateChecklist(this.#source, choice, new Date().toISOString().slice(0, 10));
    if (isEmpty || list.blocks.length === 0) result.replaceChildren();
    else {
      const addresses = createAddresses(this.dataset.base);
      const parts = { addresses, sheets: divideIntoSheets(list), qr: createQrPath(list.address) };
      result.replaceChildren(toDom(renderChecklist(list, parts)));
    }
    const items = list.blocks.reduce((sum, block) => sum + block.items.length, 0);
    const ignored = unknown.length > 0 ? ` Unknown and ignored: ${unknown.join(', ')}.` : '';
    if (isEmpty) this.#announce(`Nothing selected yet.${ignored}`);
    else if (items === 0) this.#announce(`No checks match this selection.${ignored}`);
    else
      this.#announce(
        `${toPlainText(list.title)}: ${formatCount(items, 'item')} at ${formatCount(list.blocks.length, 'pause point')}.${ignored}`,
      );
  }

  #announce(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

customElements.define('checklist-builder', ChecklistBuilder);
