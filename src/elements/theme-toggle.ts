/** `<theme-toggle>`: a button that goes through system, light and dark, and remembers the choice. */
const KEY = 'hindsight-theme';
const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const;
type Theme = keyof typeof NEXT;

class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => {
      choose(NEXT[current()]);
      label(button);
    });
    label(button);
    this.replaceChildren(button);
  }
}

function current(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function choose(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage can be forbidden; the choice then lasts for this page.
  }
}

function label(button: HTMLButtonElement): void {
  const name = { system: 'Auto', light: 'Light', dark: 'Dark' }[current()];
  button.textContent = name;
  button.setAttribute('aria-label', `Theme: ${name}. Change it`);
}

customElements.define('theme-toggle', ThemeToggle);
