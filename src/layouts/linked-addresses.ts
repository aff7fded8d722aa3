/** The addresses that a page links to, numbered for paper, where nobody can follow a link. */

/** Quotation marks cannot be in text between them, so this matches only tags: both renderers escape `<` in text. */
const LINK_PATTERN = /<a (?:[\w-]+(?:="[^"]*")? )*href="(https?:\/\/[^"]+)"/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&#x26;': '&',
  '&#38;': '&',
  '&amp;': '&',
  '&#x22;': '"',
  '&#34;': '"',
  '&quot;': '"',
};

export class LinkedAddresses {
  readonly #numbers = new Map<string, number>();

  /** The addresses in the order of their numbers, from 1. */
  get list(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** Returns a part of the page in which every link to another site has its number as `data-note`. */
  number(html: string): string {
    return html.replace(LINK_PATTERN, (tag: string, written: string, offset: number) => {
      const address = decode(written);
      if (showsAddress(html.slice(offset + tag.length), address)) return tag;
      const number = this.#numbers.get(address) ?? this.#numbers.size + 1;
      this.#numbers.set(address, number);
      return `${tag} data-note="${number}"`;
    });
  }
}

/** @param rest of the page, from behind the address */
function showsAddress(rest: string, address: string): boolean {
  const end = rest.indexOf('</a>');
  const text = /^[^<>]*>([^<]*)$/.exec(rest.slice(0, end))?.[1];
  return (
    text !== undefined &&
    decode(text.trim()).replace(/^https?:\/\//, '') === address.replace(/^https?:\/\//, '')
  );
}

function decode(text: string): string {
  return text.replace(/&(?:#x26|#38|amp|#x22|#34|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}
