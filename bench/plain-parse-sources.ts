/** The yardstick of `import.ts`: reads the files of a folder and parses them as Markdown, and does nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from 'yaml';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);
const folder = process.env.HINDSIGHT_CONTENT ?? '';
for (const name of readdirSync(folder)) {
  const [head] = parser.parse(readFileSync(join(folder, name), 'utf8')).children;
  if (head?.type === 'yaml') parseDocument(head.value).toJS();
}
