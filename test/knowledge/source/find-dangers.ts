/**
 * Checks rendered HTML against a list of harmless elements, attributes and schemes. It reads only the
 * plain form that the renderer writes; whatever has another form is a danger, whatever a browser would make of it.
 */
const ELEMENTS = new Set(
  'a blockquote br code copy-text del div em figcaption figure h1 h2 h3 h4 h5 h6 hr img input li ol p pre q section strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);

const ATTRIBUTES = new Set(
  'align alt aria-describedby aria-label aria-labelledby checked class data-footnote-backref data-footnote-ref data-footnotes disabled href id loading role scope src start tabindex type'.split(
    ' ',
  ),
);

const PIECE = /([^<]+)|<\/([a-z][a-z\d-]*)>|<([a-z][a-z\d-]*)((?: [a-z-]+(?:="[^"]*")?)*)>/y;
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/g;
const SAFE_ADDRESS = /^(?:https?:\/\/[^/\\]|mailto:|#|\/(?![/\\]))/;

/** Returns the parts of a piece of HTML that could run or are not on the list. */
export function findDangers(html: string): string[] {
  const dangers: string[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < html.length) {
    const at = PIECE.lastIndex;
    const match = PIECE.exec(html);
    if (!match) return [...dangers, `not plain HTML: ${html.slice(at, at + 60)}`];
    const [, , closed, opened, attributes = ''] = match;
    const element = opened ?? closed;
    if (element !== undefined && !ELEMENTS.has(element)) dangers.push(`element ${element}`);
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      dangers.push(...findAttributeDangers(opened ?? '', name, decodeEntities(value)));
    }
  }
  return dangers;
}

function findAttributeDangers(element: string, name: string, value: string): string[] {
  if (!ATTRIBUTES.has(name)) return [`attribute ${name}`];
  if (name === 'type' && (element !== 'input' || value !== 'checkbox')) return [`type ${value}`];
  if (name === 'src') return /^\/kb\/pictures\/lessons\/[\w.-]+$/.test(value) ? [] : [`src ${value}`];
  if (name !== 'href') return [];
  // A browser drops tabs and line breaks, and what cannot be seen before the scheme.
  const hasControls = [...value].some((character) => character <= ' ');
  return SAFE_ADDRESS.test(value) && !(hasControls && !value.startsWith('mailto:')) ? [] : [`href ${value}`];
}

function decodeEntities(value: string): string {
  return value
    .replace(/&#x([\dA-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
