/**
 * `npm run bench:starlight`: builds generated content and, in the same run, the same prose as a site of Starlight, and
 * prints what both cost. `npm run bench:starlight -- 1000 5000` builds these sizes. Starlight is installed into a
 * temporary folder.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildSite, editPage } from './build-site.ts';
import { generateContent } from './content/generate-content.ts';
import { type CommandCost, measureCommand } from './measure-command.ts';
import { writeContent } from './write-content.ts';

const SIZES = [1_000];
const PACKAGES = { '@astrojs/markdown-remark': '7.3.0', '@astrojs/starlight': '0.42.4', astro: '7.3.4' };

const SETTINGS = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://example.org', integrations: [starlight({ title: 'Generated' })] });
`;
const COLLECTIONS = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const folder = await mkdtemp(join(tmpdir(), 'hindsight-starlight-'));
try {
  const project = join(folder, 'starlight');
  await createProject(project);
  const chosen = process.argv.slice(2).map(Number).filter(Number.isInteger);
  for (const size of chosen.length > 0 ? chosen : SIZES) await compare(project, size);
} finally {
  await rm(folder, { recursive: true });
}

async function createProject(project: string): Promise<void> {
  await mkdir(join(project, 'src'), { recursive: true });
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
  );
  await writeFile(join(project, 'astro.config.mjs'), SETTINGS);
  await writeFile(join(project, 'src/content.config.ts'), COLLECTIONS);
  await measureCommand(`cd "${project}" && npm install --no-audit --no-fund`, {});
}

async function compare(project: string, size: number): Promise<void> {
  const [content, site, cache] = [join(folder, 'content'), join(folder, 'site'), join(folder, 'cache')];
  await writeContent(content, size);
  await writeProse(join(project, 'src/content/docs'), size);
  for (const name of ['dist', '.astro', 'node_modules/.astro'])
    await rm(join(project, name), { recursive: true, force: true });
  const starlight = await measureCommand(`cd "${project}" && npx astro build`, {
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  await rm(cache, { recursive: true, force: true });
  const first = await buildSite(content, site, cache);
  await editPage(content);
  const edited = await buildSite(content, site, cache);
  console.log(
    `\n${size} postmortems`.padEnd(29) + ['time', '', 'processor time', '', 'memory'].map(align).join(''),
  );
  printRow('Starlight', starlight, starlight);
  printRow('this project', first, starlight);
  printRow('after one edit', edited, starlight);
}

/** Writes the texts of each document, those of its fields as a list, and replaces what it replaces. */
async function writeProse(docs: string, size: number): Promise<void> {
  await rm(docs, { recursive: true, force: true });
  await mkdir(docs, { recursive: true });
  await writeFile(join(docs, 'index.md'), '---\ntitle: Generated\n---\n');
  for (const { path, text } of generateContent(size).filter((file) => file.path.endsWith('.mdx'))) {
    const [, fields = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
    const { title, ...others } = parse(fields) as { title: string };
    const facts = listTexts(others).map((fact) => `- ${fact}\n`);
    const prose = body.replaceAll(/<[^>]+>/g, '');
    const file = join(docs, path.replace(/mdx$/, 'md'));
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${facts.join('')}\n${prose}`);
  }
}

/** Returns all texts in a value that are more than an id. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

function printRow(name: string, cost: CommandCost, yardstick: CommandCost): void {
  const cells = (['seconds', 'processorSeconds'] as const).flatMap((figure) => [
    `${cost[figure].toFixed(1)} s`,
    `${(cost[figure] / yardstick[figure]).toFixed(2)} ×`,
  ]);
  const memory = cost.peakBytes === undefined ? 'not known' : `${(cost.peakBytes / 1_000_000).toFixed(0)} MB`;
  console.log(`  ${name}`.padEnd(28) + [...cells, memory].map(align).join(''));
}

function align(text: string): string {
  return text.padStart(16);
}
