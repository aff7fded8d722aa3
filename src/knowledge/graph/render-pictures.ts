/** Renders the pictures of a body. The title of a picture is its caption: `![What it shows](./a.png "The caption")`. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Image, Paragraph, PhrasingContent } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';

type CaptionedImage = Image & { readonly title: string };

/** Within a line, a caption is the title that a browser shows next to the pointer. */
export function renderPicture(
  src: string,
  { alt, title }: { readonly alt?: string | null | undefined; readonly title?: string | null | undefined },
): Element {
  return h('img', { src, alt: alt ?? '', ...(title ? { title } : {}), loading: 'lazy' });
}

/**
 * Renders a paragraph. A picture with a caption becomes a figure of its own, and the words around it stay paragraphs.
 *
 * @param getAddress returns the address of a picture
 */
export function renderParagraph(
  state: State,
  node: Paragraph,
  getAddress: (url: string) => string,
): ElementContent[] {
  if (!node.children.some(isCaptioned)) return [defaultHandlers.paragraph(state, node)];
  return splitAtFigures(node.children).flatMap((part): ElementContent[] => {
    const [only] = part;
    if (only && isCaptioned(only)) return [renderFigure(getAddress(only.url), only)];
    const paragraph: Paragraph = { ...node, children: part };
    return isBlank(part) ? [] : [defaultHandlers.paragraph(state, paragraph)];
  });
}

function renderFigure(src: string, { alt, title }: CaptionedImage): Element {
  return h('figure', { className: ['picture'] }, [renderPicture(src, { alt }), h('figcaption', title)]);
}

function isCaptioned(node: PhrasingContent): node is CaptionedImage {
  return node.type === 'image' && Boolean(node.title?.trim());
}

/** Returns the nodes in parts: each picture with a caption alone, and what is between them. */
function splitAtFigures(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (isCaptioned(node)) parts.push([node], []);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

function isBlank(nodes: readonly PhrasingContent[]): boolean {
  return nodes.every((node) => node.type === 'break' || (node.type === 'text' && node.value.trim() === ''));
}
