/**
 * Extracts the part of a document that is valid: its valid fields, and its body with the source of each block that
 * has an error. So nothing that the check rejects is ever rendered, however broken the file is.
 */
import type { Code, Root, RootContent } from 'mdast';
import { location } from 'vfile-location';
import type { DocumentKind } from '../../schema/kinds.ts';
import { DOCUMENT_SCHEMAS, type DocumentFile, type ParsedDocument } from '../../source/document-file.ts';
import { readBody } from '../../source/mdx/document-body.ts';
import { NodeIndex } from '../../source/mdx/node-index.ts';
import type { Problem, Span } from '../../source/problem.ts';
import { blocksRendering } from './blocks-rendering.ts';
import { extractValidFields, findErrorOffsets } from './valid-fields.ts';

/** The text of required fields without a valid value. */
const PLACEHOLDER = 'Cannot be shown yet. See the messages.';

/**
 * @param problems the problems of the file, if it was checked; invalid fields and markup are omitted in any case
 * @returns the file itself if it has no errors
 */
export function extractValidDocument<K extends DocumentKind>(
  file: DocumentFile<K>,
  problems: readonly Problem[] = [],
  placeholder = PLACEHOLDER,
): ParsedDocument<K> {
  const errors = problems.filter(blocksRendering);
  if (errors.length === 0 && isValidDocument(file)) return file;
  const { kind, id, path, text } = file;
  const tree = createValidTree(file, errors);
  const data = extractValidFields({
    schema: DOCUMENT_SCHEMAS[kind],
    yaml: file.yaml,
    errorOffsets: findErrorOffsets(text, errors),
    title: id,
    placeholder,
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

/** Returns whether an entry can be created from a document, although it may break rules. */
export function isValidDocument({ validated, mdx, yaml }: DocumentFile): boolean {
  return validated.data !== undefined && mdx.errors.length === 0 && yaml.errors.length === 0;
}

function createValidTree({ mdx, text, frontmatter, yaml }: DocumentFile, errors: readonly Problem[]): Root {
  const bodyStart = frontmatter?.end ?? 0;
  const points = location(text);
  const errorOffsets = errors.flatMap((problem) => points.toOffset(problem) ?? []);
  const showSource = (span: Span) => toSourceBlocks(text, span, errorOffsets);
  const showBlock = (block: RootContent): RootContent[] => {
    const span = { start: block.position?.start.offset ?? 0, end: block.position?.end.offset ?? 0 };
    const hasError = errorOffsets.some((offset) => offset >= span.start && offset < span.end);
    return hasError ? showSource(span) : [block];
  };
  const children: RootContent[] = [
    ...(frontmatter && yaml.errors.length > 0 ? showSource({ start: 0, end: frontmatter.end }) : []),
    ...(mdx.errors.length > 0
      ? showSource({ start: bodyStart, end: text.length })
      : mdx.tree.children.flatMap(showBlock)),
  ];
  return { ...mdx.tree, children };
}

/** Returns the source as blocks of code. Each ends with a line that has an error, so that its message follows it. */
function toSourceBlocks(text: string, { start, end }: Span, errorOffsets: readonly number[]): Code[] {
  const points = location(text);
  const getLine = (offset: number) => points.toPoint(offset)?.line ?? 1;
  const errorLines = new Set(errorOffsets.map(getLine));
  const blocks: Code[] = [];
  let blockLines: string[] = [];
  const firstLine = getLine(start);
  const sourceLines = text.slice(start, end).split(/\r\n|\n|\r/);
  for (const [index, line] of sourceLines.entries()) {
    if (blockLines.length > 0 || line.trim()) blockLines.push(line);
    const number = firstLine + index;
    if (index < sourceLines.length - 1 && !errorLines.has(number)) continue;
    const from = number - blockLines.length + 1;
    if (blockLines.length > 0) blocks.push(createCodeBlock(blockLines.join('\n'), from, number));
    blockLines = [];
  }
  return blocks;
}

/** The language of source blocks, by which the style sheet selects them. */
const SOURCE_LANGUAGE = 'as-written';

function createCodeBlock(value: string, first: number, last: number): Code {
  const position = { start: { line: first, column: 1 }, end: { line: last, column: 1 } };
  return { type: 'code', lang: SOURCE_LANGUAGE, value, position };
}
