/** `<print-brief>`: a button that prints a page without what the style sheet for paper leaves out of a brief. */
class PrintBrief extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Print a brief';
    button.addEventListener('click', () => {
      const root = document.documentElement;
      addEventListener('afterprint', () => delete root.dataset.print, { once: true });
      root.dataset.print = 'brief';
      print();
    });
    this.replaceChildren(button);
  }
}

customElements.define('print-brief', PrintBrief);
