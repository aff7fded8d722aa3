/**
 * AsciiDoc (docs.asciidoctor.org/asciidoc), converted to HTML by Asciidoctor, which is the reference of the language and
 * maintained. In its mode `secure`, it reads no other file and no address.
 */
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { formatCount } from '../../schema/labels.ts';
import { findFactTarget } from '../fact-labels.ts';
import { listClasses } from '../html-styles.ts';
import { htmlToMarkdown, parseHtml } from '../html-to-markdown.ts';
import type { Fact, SourceDocument, SourceFile } from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';

export function recognizesAsciiDoc({ path, text = '' }: SourceSample): boolean {
  // Signatures and keys end in `.asc` too.
  if (/\.(?:adoc|asciidoc|asc)$/i.test(path)) return !text.startsWith('-----BEGIN PGP ');
  return /\.txt$/i.test(path) && /^= \S/m.test(text) && /^(?:={2,5} \S|:[\w-]+:\s|\[source\b)/m.test(text);
}

export async function readAsciiDoc(file: SourceFile): Promise<SourceDocument[]> {
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { load, LoggerManager, NullLogger } = await import('@asciidoctor/core');
  const { countLongParagraphs, limitParagraphs } = await import('./asciidoc-limits.ts');
  limitParagraphs();
  // Its messages would be between those of the import, and name neither file nor page.
  LoggerManager.logger = new NullLogger();
  // A heading that starts with its number keeps it, and the page is not numbered.
  const document = await load(text, {
    safe: 'secure',
    attributes: {
      showtitle: '',
      'sectids!': '',
      'sectnums!': '',
      'toc!': '',
      'icons!': '',
      experimental: '',
      'table-caption!': '',
      'figure-caption!': '',
      'example-caption!': '',
    },
  });
  const html = String(await document.convert());
  const longCount = countLongParagraphs(document);
  const tree = parseHtml(html);
  simplifyBlocks(tree);
  return [
    {
      format: 'asciidoc',
      name: file.path,
      source: file.text,
      facts: readHeader(text),
      events: [],
      body: htmlToMarkdown(tree),
      remarks:
        longCount > 0
          ? [`the markup in ${formatCount(longCount, 'very long paragraph')} was left as it is written`]
          : [],
    },
  ];
}

const ATTRIBUTE_TARGETS: Readonly<Record<string, Fact['target']>> = {
  revdate: 'source.published',
  docdate: 'source.published',
  description: 'summary',
  keywords: 'vocabulary',
};

/** The attributes above the first empty line: `:severity: SEV2`. Those that arrange the page are no facts. */
function readHeader(text: string): Fact[] {
  const [header = ''] = text.replace(/^(?:[^\S\n]*\n|\/\/.*\n)+/, '').split(/\n\s*\n/);
  const lines = header.split('\n');
  const isHeader = lines.some((line) => /^= /.test(line)) || lines.every((line) => /^(?::|\/\/)/.test(line));
  if (!isHeader) return [];
  const titleAt = lines.findIndex((line) => /^= /.test(line));
  const [author = '', revision = ''] =
    titleAt < 0 ? [] : lines.slice(titleAt + 1).filter((line) => !/^(?::|\/\/)/.test(line));
  const [, published] = /(?:^|,\s*)(\d{4}-\d{2}-\d{2})\b/.exec(revision) ?? [];
  const named: Fact[] = [
    ...(author ? [{ name: 'author', values: [author] }] : []),
    ...(revision
      ? [{ name: 'revision', values: [revision], target: 'source.published' as const, reading: published }]
      : []),
  ];
  const attributes = lines.flatMap((line): Fact[] => {
    const [, title] = /^= (.*)$/.exec(line) ?? [];
    if (title) return [{ name: 'title', values: [title.trim()], target: 'title', isInBody: true }];
    const [, name = '', value = ''] = /^:([\w][\w-]*):\s+(.*)$/.exec(line) ?? [];
    if (!name || LAYOUT_ATTRIBUTES.test(name) || !value.trim()) return [];
    const words = name.replace(/[-_]+/g, ' ');
    const target = Object.hasOwn(ATTRIBUTE_TARGETS, name) ? ATTRIBUTE_TARGETS[name] : findFactTarget(words);
    return [
      { name: words, values: target === 'vocabulary' ? value.split(/\s*,\s*/) : [value.trim()], target },
    ];
  });
  return [...attributes, ...named];
}

const LAYOUT_ATTRIBUTES =
  /^(?:toc\w*|sect\w+|icons?|iconsdir|imagesdir|source-highlighter|doctype|lang|encoding|experimental|stem|idprefix|idseparator|linkcss|stylesheet|stylesdir|nofooter|page-\w+|hardbreaks\S*|table-caption|figure-caption)$/;

/** Asciidoctor writes a note as a table with an icon, and the name of a block as a `div`. */
function simplifyBlocks(tree: Root): void {
  visit(tree, 'element', (node) => {
    const classes = listClasses(node);
    if (classes.includes('admonitionblock')) becomeQuotation(node, classes);
    if (classes.includes('title') && node.tagName === 'div') {
      node.tagName = 'p';
      node.children = [{ type: 'element', tagName: 'strong', properties: {}, children: node.children }];
    }
  });
}

function becomeQuotation(node: Element, classes: readonly string[]): void {
  const kind = classes.find((name) => name !== 'admonitionblock') ?? 'note';
  const content: ElementContent[] = [];
  visit(node, 'element', (inner) => {
    if (listClasses(inner).includes('content') && inner.tagName === 'td') content.push(...inner.children);
  });
  const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}:`;
  const strong: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ type: 'text', value: label }],
  };
  node.tagName = 'blockquote';
  node.properties = {};
  node.children = [{ type: 'element', tagName: 'p', properties: {}, children: [strong] }, ...content];
}
