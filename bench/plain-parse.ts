/** The yardstick of `check.ts`: reads the postmortems of a content folder and parses them, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkMdx);
const folder = join(process.argv[2] ?? '', 'postmortems');
for (const name of readdirSync(folder)) parser.parse(readFileSync(join(folder, name), 'utf8'));
