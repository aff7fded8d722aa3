/** `<theme-toggle>`: a button that switches between system, light and dark, and saves the choice. */
// The head loads it too. If it has not run yet, or cannot be loaded, it runs now.
import './saved-theme.js';

const STORAGE_KEY = 'hindsight-theme';
const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;
type Theme = keyof typeof NEXT_THEME;

const NAMES: Record<Theme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' };
/** On a square of 24 units: a disc that is half dark, a sun, a moon. The first path is a line, the second an area. */
const ICONS: Record<Theme, readonly [line: string, area: string]> = {
  system: ['M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17', 'M12 3.5a8.5 8.5 0 0 1 0 17z'],
  light: [
    'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
    '',
  ],
  dark: ['M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z', ''],
};

class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(createIcon());
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

function createIcon(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'path');
  const area = document.createElementNS(namespace, 'path');
  area.setAttribute('fill', 'currentColor');
  icon.append(line, area);
  return icon;
}

function updateLabel(button: HTMLButtonElement): void {
  const theme = getTheme();
  for (const [index, path] of button.querySelectorAll('path').entries())
    path.setAttribute('d', ICONS[theme][index] ?? '');
  button.title = `Theme: ${NAMES[theme]}`;
  button.setAttribute('aria-label', `Theme: ${NAMES[theme]}. Change theme`);
}

customElements.define('theme-toggle', ThemeToggle);
