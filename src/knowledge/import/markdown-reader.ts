/** Markdown with YAML frontmatter in any schema, the public corpus's and Jekyll's among them. */
import type { Nodes, Root, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { limitMarkers } from '../source/mdx/marker-limits.ts';
import {
  findNodeAtDepth,
  findTooWideTable,
  MAX_TABLE_COLUMNS,
  TOO_DEEP_PATTERN,
} from '../source/mdx/nesting-limits.ts';
import { parseYaml } from '../source/yaml/yaml-source.ts';
import {
  CORPUS_MAPPING,
  createFact,
  DEFAULT_MAPPING,
  type FieldMapping,
  JEKYLL_MAPPING,
} from './field-mapping.ts';
import { flattenToFacts } from './flatten-json.ts';
import {
  type Fact,
  formatNestingError,
  MAX_SOURCE_NESTING,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from './source-document.ts';

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
  const root = parser.parse(text);
  if (findNodeAtDepth<Nodes>(root, MAX_SOURCE_NESTING)) throw new UnreadableSourceError(formatNestingError());
  return root;
}

export function readMarkdown(
  file: SourceFile,
  mapping: FieldMapping = DEFAULT_MAPPING,
  format = 'markdown',
): SourceDocument {
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { children } = parseMarkdown(text);
  const head = children.find(
    (node): node is Yaml => node.type === 'yaml' || (node.type as string) === 'toml',
  );
  const { facts, remarks } = head ? readFrontmatter(head, mapping) : { facts: [], remarks: [] };
  return {
    format,
    name: file.path,
    source: file.text,
    facts,
    events: [],
    body: children.filter((node) => node !== head),
    remarks,
  };
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

/** Frontmatter that cannot be read is text, so that it is not lost. */
function readFrontmatter(head: Yaml, mapping: FieldMapping): { facts: Fact[]; remarks: string[] } {
  const isToml = (head.type as string) === 'toml';
  const { value, errors } = isToml ? { value: undefined, errors: [] } : parseYaml(head.value);
  if (isToml || errors.length > 0 || value === undefined) {
    const why = isToml ? 'it is TOML' : (errors[0]?.message ?? 'it is not valid YAML');
    return {
      facts: [{ name: 'frontmatter', values: [`${head.value}\n`] }],
      remarks: [`the frontmatter was not read (${why}) and is kept as text`],
    };
  }
  return { facts: flattenToFacts(value, (name, values) => createFact(name, values, mapping)), remarks: [] };
}
