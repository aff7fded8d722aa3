/** `<checklist-builder>`: makes a checklist of a choice, in the page. The address holds the choice. */
import { toHtml } from 'hast-util-to-html';
import { choiceFrom, paramsOf } from '../knowledge/checklists/choice.ts';
import { generate } from '../knowledge/checklists/generate.ts';
import { sheetsOf } from '../knowledge/checklists/paging.ts';
import { qrPath } from '../knowledge/checklists/qr-path.ts';
import { checklistSheet } from '../knowledge/checklists/sheet.ts';
import type { ChecklistSource } from '../knowledge/checklists/source.ts';
import { count } from '../knowledge/schema/wording.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';

class ChecklistBuilder extends HTMLElement {
  #source: ChecklistSource | undefined;

  async connectedCallback(): Promise<void> {
    this.#form.addEventListener('change', () => this.#chosen());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', () => this.#readAddress());
    try {
      const response = await fetch(this.dataset.source ?? '');
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      this.#source = await response.json();
      this.#readAddress();
    } catch (error) {
      this.#say('The lessons cannot be loaded. The lists that are there already work without them.');
      console.error(error);
    }
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('<checklist-builder> has no form');
    return form;
  }

  #chosen(): void {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (value) chosen.append(name, String(value));
    history.replaceState(null, '', chosen.size > 0 ? `?${chosen}` : location.pathname);
    this.#make();
  }

  #readAddress(): void {
    if (!this.#source) return;
    const { choice } = choiceFrom(new URLSearchParams(location.search), this.#source);
    const params = paramsOf(choice);
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
      box.checked = params.getAll(box.name).includes(box.value);
    }
    const activity = this.#form.querySelector('select');
    if (activity) activity.value = choice.activity ?? '';
    this.#make();
  }

  #make(): void {
    const result = this.querySelector('[data-result]');
    if (!this.#source || !result) return;
    const { choice, unknown } = choiceFrom(new URLSearchParams(location.search), this.#source);
    const isEmpty = !choice.activity && choice.services.length + choice.tags.length === 0;
    const list = generate(this.#source, choice, new Date().toISOString().slice(0, 10));
    if (isEmpty || list.blocks.length === 0) result.replaceChildren();
    else {
      const addresses = createAddresses(this.dataset.base);
      const parts = { addresses, sheets: sheetsOf(list), qr: qrPath(list.address) };
      result.innerHTML = toHtml(checklistSheet(list, parts));
    }
    const items = list.blocks.reduce((sum, block) => sum + block.items.length, 0);
    const missing = unknown.length > 0 ? ` Not known, and left out: ${unknown.join(', ')}.` : '';
    if (isEmpty) this.#say(`Nothing is chosen yet.${missing}`);
    else if (items === 0) this.#say(`No lesson asks for anything there.${missing}`);
    else
      this.#say(
        `${list.title}: ${count(items, 'item')} at ${count(list.blocks.length, 'pause point')}.${missing}`,
      );
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

customElements.define('checklist-builder', ChecklistBuilder);
