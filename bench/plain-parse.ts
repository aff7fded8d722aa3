/**
 * The yardstick of `check.ts`: reads the files of a content folder and parses the Markdown and the YAML in them, with
 * the libraries that the check uses, and does nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from 'yaml';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkMdx);
const folder = process.env.HINDSIGHT_CONTENT ?? '';
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (path.endsWith('.yaml')) parseDocument(readFileSync(join(folder, path), 'utf8')).toJS();
  if (path.endsWith('.mdx')) parsePage(readFileSync(join(folder, path), 'utf8'));
}

function parsePage(text: string): void {
  for (const node of parser.parse(text).children) {
    if (node.type === 'yaml') parseDocument(node.value).toJS();
  }
}
