/** Renders the body of a document without errors as HTML. */
import type { Element, ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Code, Heading, Image, ImageReference, Link, LinkReference, Paragraph, Table } from 'mdast';
import { type Handler, type Handlers, type State, toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { LinkResolver } from '../source/components/component.ts';
import { findComponent } from '../source/components/index.ts';
import type { DocumentFile } from '../source/document-file.ts';
import type { Anchors } from '../source/mdx/anchors.ts';
import { type ComponentNode, readAttributeValues } from '../source/mdx/attributes.ts';
import { findLinkedTitle } from '../source/mdx/plain-text.ts';
import { type DescribeComponent, getVisibleLine } from '../source/mdx/visible-text.ts';
import { isSafeAddress } from '../source/safe-address.ts';
import { PageHighlighter } from './code/highlight-code.ts';
import { renderParagraph, renderPicture } from './render-pictures.ts';

/**
 * @param options.owner whose the document is, unless it is your own
 * @param options.lines adds the lines of the source to every block as `data-line` and `data-end-line`, so that the
 *   preview can show messages next to what they are about
 * @throws if the body contains something that the check rejects
 */
export function renderBody(
  { mdx, body, text }: Pick<DocumentFile, 'mdx' | 'body' | 'text'>,
  links: LinkResolver,
  { lines = false, owner }: { readonly lines?: boolean; readonly owner?: string | undefined } = {},
): string {
  const handlers = createHandlers(text, body.anchors, links, owner);
  const options = { handlers: lines ? addPositions(handlers) : handlers, clobberPrefix: 'note-' };
  const tree = toHast(mdx.tree, options) as Nodes;
  if (lines) addLineNumbers(tree);
  return toHtml(tree);
}

/** Adds source positions to the results of our handlers. The library's handlers add them themselves. */
function addPositions(handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([type, handler]): [string, Handler] => [
    type,
    (state, node, parent) => {
      const result = handler(state, node, parent);
      for (const element of [result ?? []].flat()) state.patch(node, element);
      return result;
    },
  ]);
  return Object.fromEntries(entries);
}

const BLOCK_ELEMENTS = /^(?:p|h[1-6]|ul|ol|li|blockquote|copy-text|figure|aside|section|div|hr|tr)$/;

function addLineNumbers(tree: Nodes): void {
  visit(tree, 'element', ({ tagName, properties, position }) => {
    if (!position || !BLOCK_ELEMENTS.test(tagName)) return;
    properties.dataLine = position.start.line;
    properties.dataEndLine = position.end.line;
  });
}

/** Languages of diagrams, which are not drawn: the name tells a reader what the arrows mean. */
const DIAGRAM_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['mermaid', 'Mermaid'],
  ['dot', 'Graphviz'],
  ['graphviz', 'Graphviz'],
  ['plantuml', 'PlantUML'],
  ['puml', 'PlantUML'],
  ['d2', 'D2'],
]);

function createHandlers(
  text: string,
  anchors: Anchors,
  links: LinkResolver,
  owner: string | undefined,
): Handlers {
  const highlighter = new PageHighlighter();
  const component = (state: State, node: ComponentNode): Element => {
    const found = findComponent(node.name);
    if (!found) throw new Error(`<${node.name}> is rendered before it passed the check`);
    const children = state.all(node as never) as ElementContent[];
    return found.render({ attributes: readAttributeValues(node, text), children, links, owner });
  };
  const describe: DescribeComponent = (node) => findLinkedTitle(node, text, (ref) => links.entry(ref)?.title);
  const getPicture = (url: string) => links.picture(url.slice('./'.length));
  const link = (url: string, children: unknown[]) =>
    h('a', isSafeAddress(url) ? { href: links.resolve(url) } : {}, children as ElementContent[]);
  return {
    mdxJsxFlowElement: component,
    mdxJsxTextElement: component,
    // Only comments: the check rejects everything else in braces.
    mdxFlowExpression: () => undefined,
    mdxTextExpression: () => undefined,
    heading(state: State, node: Heading) {
      const slug = anchors.get(node);
      const children = state.all(node) as ElementContent[];
      const hasLink = containsLink(node);
      const selfLink = () => [h('a', { href: `#${slug}`, className: ['self-link'] }, children)];
      return h(`h${node.depth}`, { id: slug }, hasLink ? children : selfLink());
    },
    code(_: State, node: Code) {
      const language = node.lang ? { className: [`language-${node.lang}`] } : {};
      const code = h('code', language, highlighter.highlight(node.value, node.lang));
      const block = h('copy-text', [h('pre', { tabIndex: 0 }, [code])]);
      const diagram = DIAGRAM_LANGUAGES.get(node.lang?.toLowerCase() ?? '');
      if (!diagram) return block;
      return h('figure', { className: ['code'] }, [h('figcaption', `Diagram source (${diagram})`), block]);
    },
    table(state: State, node: Table) {
      const rows = state.all(node) as ElementContent[];
      const [head, ...body] = rows.filter((row): row is Element => row.type === 'element');
      return h(
        'div',
        { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: describeTable(node, describe) },
        [h('table', [h('thead', [head && toHeaderRow(head)]), h('tbody', body)])],
      );
    },
    paragraph: (state: State, node: Paragraph) => renderParagraph(state, node, getPicture),
    image: (_: State, node: Image) => renderPicture(getPicture(node.url), node),
    imageReference: (state: State, { identifier, alt }: ImageReference) =>
      renderPicture(getPicture(state.definitionById.get(identifier.toUpperCase())?.url ?? ''), { alt }),
    link: (state: State, node: Link) => link(node.url, state.all(node)),
    linkReference: (state: State, node: LinkReference) =>
      link(state.definitionById.get(node.identifier.toUpperCase())?.url ?? '', state.all(node)),
  };
}

/** Returns a label with the names of the columns, so that screen reader users can tell tables apart. */
function describeTable({ children: [head] }: Table, describe: DescribeComponent): string {
  const columns = (head?.children ?? []).map((cell) => getVisibleLine(cell, describe)).filter(Boolean);
  return columns.length > 0 ? `Table: ${columns.join(', ')}` : 'Table';
}

/** A heading that contains a link cannot be a link itself. */
function containsLink(heading: Heading): boolean {
  let found = false;
  visit(heading, (node) => {
    found ||= ['link', 'linkReference', 'footnoteReference', 'mdxJsxTextElement'].includes(node.type);
  });
  return found;
}

function toHeaderRow(row: Element): Element {
  const cells = row.children.map((cell) => {
    if (cell.type !== 'element') return cell;
    // An empty cell is not a header.
    return cell.children.length > 0 ? h('th', { ...cell.properties, scope: 'col' }, cell.children) : h('td');
  });
  return { ...row, children: cells };
}
