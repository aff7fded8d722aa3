/**
 * `/`, Ctrl+K and ⌘K go to the search: to the field of the page if it has one, otherwise to a dialog. The code of the
 * search is loaded with a page that has a field, otherwise when the dialog first opens.
 */
import { readSavedSearch } from './saved-search.ts';

document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  const isTyping = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
  if (!isK && !(isSlash && !isTyping)) return;
  event.preventDefault();
  openSearchDialog();
});

const headerField = document.querySelector<HTMLInputElement>('.site-header input[type="search"]');
for (const kind of ['click', 'input'] as const)
  headerField?.addEventListener(kind, () => openSearchDialog(headerField.value));

const loadSearch = () => import('./search.ts');
if (document.querySelector('search-panel[data-mode="page"], search-panel[data-mode="home"]')) loadSearch();

// Back leads to a page whose search was left open.
if (readSavedSearch('dialog')) openSearchDialog();

async function openSearchDialog(text = ''): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
  const field = document.querySelector<HTMLInputElement>('search-panel input[type="search"]');
  if (!dialog || !field) {
    field?.focus();
    field?.select();
    return;
  }
  if (headerField) headerField.value = '';
  if (text) field.value = text;
  if (!dialog.open) dialog.showModal();
  field.focus();
  await loadSearch();
}
