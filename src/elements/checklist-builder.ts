/** `<checklist-builder>`: creates a checklist from a selection, in the browser. The URL contains the selection. */

import { type Checklist, listItems, MIN_ITEMS } from '../knowledge/checklists/checklist.ts';
import {
  type ChecklistChoice,
  findListOrganization,
  parseChoice,
  toChoiceParams,
} from '../knowledge/checklists/checklist-choice.ts';
import type { ChecklistSource } from '../knowledge/checklists/checklist-source.ts';
import { generateChecklist, isTooShort } from '../knowledge/checklists/generate-checklist.ts';
import { divideIntoSheets } from '../knowledge/checklists/print/browser-sheets.ts';
import { createQrPath } from '../knowledge/checklists/qr-code.ts';
import { renderChecklist } from '../knowledge/checklists/render-checklist.ts';
import {
  combineSource,
  listPartNames,
  type SourceIndex,
  type SourcePart,
} from '../knowledge/checklists/source-parts.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { type Addresses, createAddresses } from '../knowledge/source/addresses.ts';
import { createElement as h } from '../knowledge/source/create-element.ts';
import { toPlainText } from '../knowledge/source/inline/plain-text.ts';
import { createNodes } from './create-nodes.ts';
import { loadJson } from './load-json.ts';

/** In a small knowledge base, these are all. In a large one, all of them would be megabytes. */
const MAX_PRELOADED = 10;

class ChecklistBuilder extends HTMLElement {
  #index: SourceIndex | undefined;
  readonly #parts = new Map<string, Promise<SourcePart>>();
  /** The number of the latest choice: an answer that arrives after another choice is not shown. */
  #latest = 0;

  async connectedCallback(): Promise<void> {
    this.#form.addEventListener('change', () => this.#onChange());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#prepareTools();
    addEventListener('popstate', () => void this.#readUrl());
    try {
      this.#index = await loadJson<SourceIndex>(this.dataset.source ?? '');
    } catch {
      return this.#announceFailure();
    }
    // A choice in the URL is shown first. Otherwise, the first choice already works without a network.
    if (location.search) await this.#readUrl();
    await this.#preload(this.#index);
    if (!location.search) await this.#readUrl();
  }

  #prepareTools(): void {
    const [printButton, copyButton] = this.querySelectorAll('button');
    printButton?.addEventListener('click', () => print());
    copyButton?.addEventListener('click', () => void this.#copyLink());
  }

  async #copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#announce('Link copied.');
    } catch {
      this.#announce('Link not copied.');
    }
  }

  #announceFailure(): void {
    this.#announce('The lessons need a connection.');
  }

  /** Loads the first parts. Those that cannot be loaded now are loaded when they are needed. */
  async #preload(index: SourceIndex): Promise<void> {
    const names = listPartNames(index, {}).slice(0, MAX_PRELOADED);
    await Promise.allSettled(names.map((name) => this.#loadPart(name)));
  }

  async #loadSource(index: SourceIndex, choice: ChecklistChoice): Promise<ChecklistSource> {
    const names = isEmptyChoice(choice) ? [] : listPartNames(index, choice);
    return combineSource(index, await Promise.all(names.map((name) => this.#loadPart(name))));
  }

  /** Loads each part once, and again only if that failed. */
  #loadPart(name: string): Promise<SourcePart> {
    const address = createAddresses(this.dataset.base).checklistSourcePart(name);
    const loading = this.#parts.get(name) ?? loadJson<SourcePart>(address);
    this.#parts.set(name, loading);
    loading.catch(() => this.#parts.delete(name));
    return loading;
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('No form');
    return form;
  }

  #onChange(): void {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (value) params.append(name, String(value));
    history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
    void this.#showChecklist();
  }

  async #readUrl(): Promise<void> {
    if (!this.#index) return;
    const { choice } = parseChoice(new URLSearchParams(location.search), this.#index);
    const params = toChoiceParams(choice);
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
      box.checked = params.getAll(box.name).includes(box.value);
    }
    for (const select of this.#form.querySelectorAll('select')) select.value = params.get(select.name) ?? '';
    await this.#showChecklist();
  }

  async #showChecklist(): Promise<void> {
    const index = this.#index;
    if (!index) return;
    const { choice, unknown } = parseChoice(new URLSearchParams(location.search), index);
    this.#updateOthers(index, choice);
    this.#latest++;
    const number = this.#latest;
    const source = await this.#loadSource(index, choice).catch(() => undefined);
    if (number !== this.#latest) return;
    if (source) this.#showList(source, choice, unknown);
    else this.#announceFailure();
  }

  #showList(source: ChecklistSource, choice: ChecklistChoice, unknown: readonly string[]): void {
    const result = this.querySelector('[data-result]');
    if (!result) return;
    const isEmpty = isEmptyChoice(choice);
    const list = generateChecklist(source, choice, new Date().toISOString().slice(0, 10));
    const isShown = !isEmpty && !isTooShort(choice, list) && list.blocks.length + list.omitted.length > 0;
    const addresses = createAddresses(this.dataset.base);
    if (isShown) {
      const parts = { addresses, sheets: divideIntoSheets(list), qr: createQrPath(list.address) };
      result.replaceChildren(createNodes(renderChecklist(list, parts)));
    } else if (!isEmpty && isTooShort(choice, list)) {
      result.replaceChildren(createNodes(renderShortNotice(choice, addresses)));
    } else result.replaceChildren();
    const ignored = unknown.length > 0 ? ` Unknown and ignored: ${unknown.join(', ')}.` : '';
    this.#announce(`${isEmpty ? 'Nothing selected yet.' : describeResult(choice, list)}${ignored}`);
  }

  /** A list for all organizations already includes the others. */
  #updateOthers(source: SourceIndex, choice: ChecklistChoice): void {
    const box = this.#form.querySelector<HTMLInputElement>('input[name="others"]');
    if (!box) return;
    box.disabled = findListOrganization(source, choice) === undefined;
    box.checked = choice.others ?? false;
  }

  #announce(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

function isEmptyChoice({ activity, services, tags }: ChecklistChoice): boolean {
  return !activity && services.length + tags.length === 0;
}

function describeResult(choice: ChecklistChoice, list: Checklist): string {
  const items = listItems(list).length;
  if (isTooShort(choice, list)) return `${toPlainText(list.title)} has too few checks for a list.`;
  const count =
    items === 0 ? 'no item' : `${formatCount(items, 'item')} in ${formatCount(list.blocks.length, 'block')}`;
  const omitted = list.omitted.length > 0 ? ` Not on this list: ${list.omitted.length}.` : '';
  return `${toPlainText(list.title)}: ${count}.${omitted}`;
}

/** Says where the checks are. */
function renderShortNotice({ services: [service], tags: [tag] }: ChecklistChoice, addresses: Addresses) {
  const entry = service
    ? ({ kind: 'service', id: service } as const)
    : ({ kind: 'tag', id: tag ?? '' } as const);
  return h('p', [
    `A list for one ${service ? 'service' : 'recurring issue'} has at least ${MIN_ITEMS} items. Its checks are on `,
    h('a', { href: addresses.entry(entry) }, 'its own page'),
    '. Add an activity to make a list of them.',
  ]);
}

customElements.define('checklist-builder', ChecklistBuilder);
