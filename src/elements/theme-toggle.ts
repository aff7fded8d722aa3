/** `<theme-toggle>`: a button that switches between system, light and dark, and saves the choice. */
// The head loads it too. If it has not run yet, or cannot be loaded, it runs now.
import './saved-theme.js';

const STORAGE_KEY = 'hindsight-theme';
const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;
type Theme = keyof typeof NEXT_THEME;

class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => {
      setTheme(NEXT_THEME[getTheme()]);
      updateLabel(button);
    });
    updateLabel(button);
    this.replaceChildren(button);
  }
}

function getTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage is forbidden: the choice lasts until the page is closed.
  }
}

function updateLabel(button: HTMLButtonElement): void {
  const name = { system: 'Auto', light: 'Light', dark: 'Dark' }[getTheme()];
  button.textContent = name;
  button.setAttribute('aria-label', `Theme: ${name}. Change theme`);
}

customElements.define('theme-toggle', ThemeToggle);
