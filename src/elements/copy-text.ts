/** `<copy-text>`: adds a button to a block of code that copies it unchanged. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const code = this.querySelector('pre');
    if (!code || !navigator.clipboard || this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent.trimEnd());
        button.textContent = 'Copied';
      } catch {
        getSelection()?.selectAllChildren(code);
        button.textContent = 'Ctrl+C';
        button.title = 'The code is selected: press Ctrl+C to copy it';
      }
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 2_000);
    });
    this.append(button);
  }
}

customElements.define('copy-text', CopyText);
