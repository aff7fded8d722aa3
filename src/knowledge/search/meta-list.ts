/** Encodes a list as one string, because the values of a page's metadata are single strings. */
const SEPARATOR = ' ¶ ';

export function joinList(items: readonly string[]): string {
  return items.join(SEPARATOR);
}

export function splitList(text: string | undefined): string[] {
  return text ? text.split(SEPARATOR) : [];
}
