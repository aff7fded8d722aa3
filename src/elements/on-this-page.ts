/** `<on-this-page>`: marks the link to the section that is being read, and keeps it in view. */
class OnThisPage extends HTMLElement {
  connectedCallback(): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll('a')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const headings = [...links.keys()];
    const observer = new IntersectionObserver(
      () => {
        const line = innerHeight * READING_LINE;
        const current = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
        for (const [heading, link] of links) {
          if (heading === current) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        }
        const link = current && links.get(current);
        if (link) this.#show(link);
      },
      // Everything above the line: reports a heading that crosses it, even if a jump carries it far.
      { rootMargin: `1000000px 0px -${100 - READING_LINE * 100}% 0px` },
    );
    for (const heading of headings) observer.observe(heading);
  }

  /** Scrolls only the column that contains the links, never the page. */
  #show(link: HTMLElement): void {
    const column = this.parentElement;
    if (!column || column.scrollHeight <= column.clientHeight) return;
    const [outer, inner] = [column.getBoundingClientRect(), link.getBoundingClientRect()];
    if (inner.bottom > outer.bottom) column.scrollTop += inner.bottom - outer.bottom + inner.height;
    else if (inner.top < outer.top) column.scrollTop -= outer.top - inner.top + inner.height;
  }
}

/** The part of the screen, from the top, in which a heading starts the section that is being read. */
const READING_LINE = 0.3;

customElements.define('on-this-page', OnThisPage);
