/** Markdown with front matter in any schema, the public corpus's and Jekyll's among them. */
import type { Nodes, Root, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { parse as parseToml, TomlError } from 'smol-toml';
import { unified } from 'unified';
import { limitMarkers } from '../source/mdx/marker-limits.ts';
import {
  findNodeAtDepth,
  findTooManyLines,
  findTooWideTable,
  MAX_LINES,
  MAX_TABLE_COLUMNS,
  TOO_DEEP_PATTERN,
} from '../source/mdx/nesting-limits.ts';
import { visit } from '../source/mdx/visit.ts';
import { parseYaml } from '../source/yaml/yaml-source.ts';
import { replaceEmojiNames } from './emoji-names.ts';
import {
  CORPUS_MAPPING,
  CSTATE_MAPPING,
  createFact,
  DEFAULT_MAPPING,
  type FieldMapping,
  JEKYLL_MAPPING,
} from './field-mapping.ts';
import { flattenToFacts, parseJson } from './flatten-json.ts';
import { normalizeDialects } from './markdown-dialects.ts';
import {
  type Fact,
  formatNestingError,
  MAX_SOURCE_NESTING,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from './source-document.ts';
import type { SourceSample } from './source-sample.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkGfm)
  .use(limitMarkers)
  .freeze();

/**
 * Parses Markdown, not MDX: braces and `<` are text here, and HTML is HTML.
 *
 * @throws an UnreadableSourceError or a TooManyMarkersError if no page could contain it
 */
export function parseMarkdown(text: string): Root {
  if (TOO_DEEP_PATTERN.test(text)) throw new UnreadableSourceError(formatNestingError());
  if (findTooWideTable(text) !== undefined)
    throw new UnreadableSourceError(`Unexpected table, expected at most ${MAX_TABLE_COLUMNS} columns`);
  checkLineCount(text);
  const opening = findTooOftenOpened(text);
  if (opening !== undefined) {
    throw new UnreadableSourceError(
      `Unexpected number of \`${opening}\` without an end, expected at most ${MAX_OPENED} in one paragraph`,
    );
  }
  const root = parser.parse(text);
  if (findNodeAtDepth<Nodes>(root, MAX_SOURCE_NESTING)) throw new UnreadableSourceError(formatNestingError());
  return root;
}

/**
 * Checks a text of any markup that becomes Markdown line by line.
 *
 * @throws an UnreadableSourceError if it has more lines than a page can have
 */
export function checkLineCount(text: string): void {
  if (findTooManyLines(text) === undefined) return;
  throw new UnreadableSourceError(`Unexpected number of lines, expected at most ${MAX_LINES} in one file`);
}

/** Each makes the parser read the rest of its paragraph for nothing. */
const MAX_OPENED = 100;
const HTML_ENDS: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<![CDATA[': ']]>',
  '<!': '>',
  '<?': '?>',
};

/** Returns the start of a comment, a declaration or an instruction in HTML that too often has no end. */
function findTooOftenOpened(text: string): string | undefined {
  const paragraphs = text.includes('<') ? text.split(/\n[ \t]*\n/) : [];
  return Object.entries(HTML_ENDS).find(([start, end]) =>
    paragraphs.some(
      (paragraph) => paragraph.slice(paragraph.lastIndexOf(end) + 1).split(start).length - 1 > MAX_OPENED,
    ),
  )?.[0];
}

export function readMarkdown(
  file: SourceFile,
  mapping: FieldMapping = DEFAULT_MAPPING,
  format = 'markdown',
): SourceDocument {
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const json = readJsonHead(text);
  const [head = ''] = json ? [] : (YAML_OR_TOML_HEAD.exec(text) ?? []);
  const root = parseMarkdown(head + normalizeDialects(json?.rest ?? text.slice(head.length)));
  replaceNamesOfEmoji(root);
  const block = root.children.find(
    (node): node is Yaml => node.type === 'yaml' || (node.type as string) === 'toml',
  );
  const { facts, remarks } = json
    ? { facts: toFacts(json.value, mapping), remarks: [] }
    : block
      ? readFrontmatter(block, mapping)
      : { facts: [], remarks: [] };
  return {
    format,
    name: file.path,
    source: file.text,
    facts,
    events: [],
    body: root.children.filter((node) => node !== block),
    remarks,
  };
}

const YAML_OR_TOML_HEAD = /^(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(?:\n|$)/;

/** Hugo's front matter in JSON starts the file with `{`. */
function readJsonHead(text: string): { readonly value: unknown; readonly rest: string } | undefined {
  const [head] = /^\{\s*\n[\s\S]*?\n\}(?=\s*\n|$)/.exec(text) ?? [];
  if (head === undefined) return undefined;
  try {
    return { value: parseJson(head), rest: text.slice(head.length) };
  } catch {
    return undefined;
  }
}

function replaceNamesOfEmoji(root: Root): void {
  visit(root, 'text', (node) => {
    node.value = replaceEmojiNames(node.value);
  });
}

/** Front matter with the names that only the public corpus uses together. */
export function recognizesCorpus({ path, text = '' }: SourceSample): boolean {
  const [head = ''] = YAML_OR_TOML_HEAD.exec(text.replace(/\r\n?/g, '\n')) ?? [];
  return (
    /\.(?:md|markdown)$/i.test(path) && ['uuid', 'url', 'categories'].every((name) => hasField(head, name))
  );
}

/** A file in the folder of posts, with front matter. */
export function recognizesJekyll({ path, text = '' }: SourceSample): boolean {
  return /(?:^|\/)_(?:posts|drafts)\//.test(path) && YAML_OR_TOML_HEAD.test(text.replace(/\r\n?/g, '\n'));
}

function hasField(head: string, name: string): boolean {
  return new RegExp(`^${name}\\s*:`, 'm').test(head);
}

export function readCorpus(file: SourceFile): SourceDocument {
  return readMarkdown(file, CORPUS_MAPPING, 'corpus');
}

/**
 * A post of Jekyll (jekyllrb.com/docs/posts): categories and tags may be one text, separated by spaces; the
 * file's name has the date if the front matter has none; code is between tags of Liquid.
 */
export function readJekyll(file: SourceFile): SourceDocument {
  const text = file.text.replace(LIQUID_HIGHLIGHT, (_, language: string, code: string) => {
    const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
    return `\n${fence}${language}\n${code.replace(/^\n|\n\s*$/g, '')}\n${fence}\n`;
  });
  const document = readMarkdown({ ...file, text }, JEKYLL_MAPPING, 'jekyll');
  const facts = document.facts.map((fact) => {
    const isSpaced = ['categories', 'tags'].includes(fact.name) && fact.values.length === 1;
    return isSpaced ? { ...fact, values: (fact.values[0] ?? '').split(/\s+/) } : fact;
  });
  const [, date] = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(file.path) ?? [];
  const isDated = facts.some(({ name }) => name === 'date');
  const named: Fact[] =
    date && !isDated ? [{ name: 'date of the file', values: [date], target: 'source.published' }] : [];
  return { ...document, source: file.text, facts: [...facts, ...named] };
}

const LIQUID_HIGHLIGHT = /\{%-?\s*highlight\s+(\S+)[^%]*%\}([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g;

/** Front matter that cannot be read is text, so that it is not lost. */
function readFrontmatter(head: Yaml, mapping: FieldMapping): { facts: Fact[]; remarks: string[] } {
  const { value, why } = (head.type as string) === 'toml' ? readToml(head.value) : readYaml(head.value);
  if (value === undefined) {
    return {
      facts: [{ name: 'frontmatter', values: [`${head.value}\n`] }],
      remarks: [`the frontmatter was not read (${why}) and is kept as text`],
    };
  }
  return { facts: toFacts(value, mapping), remarks: [] };
}

type HeadValue = { readonly value: unknown; readonly why?: string };

function readYaml(text: string): HeadValue {
  const { value, errors } = parseYaml(text);
  if (errors.length === 0 && value !== undefined) return { value };
  return { value: undefined, why: errors[0]?.message ?? 'it is not valid YAML' };
}

function readToml(text: string): HeadValue {
  try {
    return { value: toWrittenDates(parseToml(text)) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { value: undefined, why: 'it is not valid TOML' };
  }
}

/** Dates as TOML writes them. */
function toWrittenDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace('.000', '');
  if (Array.isArray(value)) return value.map(toWrittenDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWrittenDates(inner)]));
}

/** Front matter with the names of cState is a status page's, unless a mapping says otherwise. */
function toFacts(value: unknown, mapping: FieldMapping): Fact[] {
  const isCState =
    mapping === DEFAULT_MAPPING && typeof value === 'object' && value !== null && 'resolvedWhen' in value;
  const chosen = isCState ? CSTATE_MAPPING : mapping;
  return flattenToFacts(value, (name, values) => createFact(name, values, chosen));
}
