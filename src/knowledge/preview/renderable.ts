/**
 * Keeps the part of a document that can be rendered although it has errors, for `npm run dev`: fields without the values that are
 * at fault, and a body in which every block that is at fault stands as it is written. So nothing that the check
 * refuses is ever rendered, and an author sees a page however broken the file is.
 */
import type { Code, Root, RootContent } from 'mdast';
import { location } from 'vfile-location';
import type { DocumentKind } from '../schema/kinds.ts';
import { createPlaceholders } from '../schema/placeholders.ts';
import { DOCUMENT_SCHEMAS, type DocumentFile, type ParsedDocument } from '../source/document-file.ts';
import { readBody } from '../source/mdx/document-body.ts';
import { NodeIndex } from '../source/mdx/node-index.ts';
import type { Problem, Span } from '../source/problem.ts';
import { blocksRendering } from './blocks-rendering.ts';
import { extractValidFields, findProblemOffsets } from './valid-fields.ts';

/** The text of a required field that cannot be shown. */
const PLACEHOLDER = 'Cannot be shown yet. See the messages.';

/**
 * @param problems what the check says about the file
 * @returns the file itself where nothing hinders it
 */
export function toRenderable<K extends DocumentKind>(
  file: DocumentFile<K>,
  problems: readonly Problem[],
): ParsedDocument<K> {
  const hindering = problems.filter(blocksRendering);
  if (hindering.length === 0) return file;
  const { kind, id, path, text } = file;
  const tree = createRenderableTree(file, hindering);
  const schema = DOCUMENT_SCHEMAS[kind];
  const data = extractValidFields({
    schema,
    yaml: file.yaml,
    faults: findProblemOffsets(text, hindering),
    fallbacks: createPlaceholders(schema, { title: id, sentence: PLACEHOLDER }),
  });
  return {
    kind,
    id,
    path,
    text,
    mdx: { ...file.mdx, tree },
    body: readBody(new NodeIndex(tree), text),
    validated: { data, errors: [] } as ParsedDocument<K>['validated'],
  };
}

/** The body, with what is at fault as it is written. */
function createRenderableTree(
  { mdx, text, frontmatter, yaml }: DocumentFile,
  hindering: readonly Problem[],
): Root {
  const bodyStart = frontmatter?.end ?? 0;
  const places = location(text);
  const faults = hindering.flatMap((problem) => places.toOffset(problem) ?? []);
  const written = (span: Span) => toSourceBlocks(text, span, faults);
  const fields = frontmatter && { start: 0, end: frontmatter.end };
  const children: RootContent[] = [
    ...(fields && yaml.errors.length > 0 ? written(fields) : []),
    ...(mdx.error ? written({ start: bodyStart, end: text.length }) : []),
    ...mdx.tree.children.flatMap((block): RootContent[] => {
      const span = { start: block.position?.start.offset ?? 0, end: block.position?.end.offset ?? 0 };
      const isAtFault = faults.some((offset) => offset >= span.start && offset < span.end);
      return isAtFault ? written(span) : [block];
    }),
  ];
  return { ...mdx.tree, children };
}

/** A stretch of the file as blocks of code, each of which ends with a line that is at fault. */
function toSourceBlocks(text: string, { start, end }: Span, faults: readonly number[]): Code[] {
  const places = location(text);
  const lineAt = (offset: number) => places.toPoint(offset)?.line ?? 1;
  const atFault = new Set(faults.map(lineAt));
  const blocks: Code[] = [];
  let lines: string[] = [];
  const first = lineAt(start);
  const written = text.slice(start, end).split(/\r\n|\n|\r/);
  for (const [index, line] of written.entries()) {
    if (lines.length > 0 || line.trim()) lines.push(line);
    const number = first + index;
    if (index < written.length - 1 && !atFault.has(number)) continue;
    const from = number - lines.length + 1;
    if (lines.length > 0) blocks.push(createCodeBlock(lines.join('\n'), from, number));
    lines = [];
  }
  return blocks;
}

/** Its language is the class by which a style sheet knows it. */
const AS_WRITTEN_CLASS = 'as-written';

function createCodeBlock(value: string, first: number, last: number): Code {
  const position = { start: { line: first, column: 1 }, end: { line: last, column: 1 } };
  return { type: 'code', lang: AS_WRITTEN_CLASS, value, position };
}
