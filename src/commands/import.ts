/** `kb import SOURCE --format …`: what teams have today as drafts. It never overwrites. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import type { DraftKind } from '../knowledge/import/draft.ts';
import { type Foreign, UnreadableSource } from '../knowledge/import/foreign.ts';
import { IMPORT_FORMATS, type ImportFormat, importFormatNamed } from '../knowledge/import/formats.ts';
import { type Mapping, mappingSchema } from '../knowledge/import/mapping.ts';
import { planImport } from '../knowledge/import/plan.ts';
import { foundFault, reportImport, type Unreadable } from '../knowledge/import/report.ts';
import { placeOf } from '../knowledge/source/problem.ts';
import { validate } from '../knowledge/source/validate.ts';
import { parseYaml } from '../knowledge/source/yaml/yaml-source.ts';
import { contentFolder, readContent } from '../node/content-folder.ts';
import { nameOf, readForeignFile } from '../node/foreign-file.ts';

interface Options {
  format: string;
  as: DraftKind;
  mapping?: string;
  dryRun?: true;
}

export const importCommand = new Command('import')
  .description('Make drafts of what is there already; nothing is dropped, and nothing is overwritten.')
  .argument('<source>', 'a file, or a folder of files')
  .addOption(
    new Option('--format <name>', 'what it is')
      .choices(IMPORT_FORMATS.map(({ name }) => name))
      .makeOptionMandatory(),
  )
  .addOption(
    new Option('--as <kind>', 'what it becomes').choices(['postmortem', 'note']).default('postmortem'),
  )
  .option('--mapping <file>', 'YAML that says which foreign field is which of ours (format markdown)')
  .option('--dry-run', 'write nothing, only say what would be written')
  .addHelpText(
    'after',
    `\nFormats:\n${IMPORT_FORMATS.map(({ name, meaning }) => `  ${name.padEnd(10)} ${meaning}`).join('\n')}`,
  )
  .action(async (source: string, options: Options) => {
    process.exitCode = await runImport(source, options);
  });

async function runImport(source: string, options: Options): Promise<number> {
  const format = importFormatNamed(options.format);
  if (!format) throw new Error(`the format ${options.format} was let pass`);
  const mapping = options.mapping ? await readMapping(options.mapping, format) : undefined;
  const files = mapping === 'wrong' ? undefined : await filesOf(source, format);
  if (mapping === 'wrong' || !files) return 2;
  const { sources, unreadable } = await readAll(files, format, mapping);
  const content = await readContent();
  const outcomes = await planImport(sources, content, options.as);
  const isDryRun = options.dryRun === true;
  if (!isDryRun) {
    for (const outcome of outcomes) {
      if (outcome.type === 'new') await writeDraft(outcome.draft.path, outcome.draft.text);
    }
  }
  const style = {
    error: (text: string) => styleText('red', text),
    warning: (text: string) => styleText('yellow', text),
    dim: (text: string) => styleText('dim', text),
  };
  process.stdout.write(reportImport({ outcomes, unreadable, root: content.root, isDryRun }, style));
  return foundFault({ outcomes, unreadable }) ? 1 : 0;
}

/** @throws where a file stands there already: it came to be between reading and writing */
async function writeDraft(path: string, text: string): Promise<void> {
  const target = join(contentFolder(), path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text, { flag: 'wx' });
}

/** The files of a source, in an order that is the same everywhere. */
async function filesOf(source: string, format: ImportFormat): Promise<string[] | undefined> {
  const found = await stat(source).catch(() => undefined);
  if (!found) return wrongUse(`Unknown source \`${source}\`, expected a file or a folder`);
  if (found.isFile()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && format.files.test(entry.name) && !/^readme\b/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(source, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a < b ? -1 : 1));
  if (files.length > 0) return files;
  return wrongUse(
    `No files for the format ${format.name} in \`${source}\`, expected names like ${format.files.source}`,
  );
}

async function readMapping(path: string, format: ImportFormat): Promise<Mapping | 'wrong'> {
  if (format.name !== 'markdown') {
    wrongUse(
      'Unexpected `--mapping`, expected it with `--format markdown`; the other formats have their own',
    );
    return 'wrong';
  }
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    wrongUse(`Unknown file \`${path}\`, expected the mapping`);
    return 'wrong';
  }
  const yaml = parseYaml(text);
  const validated = validate(mappingSchema, yaml);
  const faults = yaml.faults.length > 0 ? yaml.faults : validated.faults;
  for (const { message, span, ...fault } of faults) {
    const { line, column } = placeOf(text, span);
    wrongUse(
      `${path}:${line}:${column}  ${message}${'hint' in fault && fault.hint ? `\n  ${fault.hint}` : ''}`,
    );
  }
  return validated.data && faults.length === 0 ? validated.data : 'wrong';
}

function wrongUse(message: string): undefined {
  process.stderr.write(`${message}\n`);
}

async function readAll(paths: readonly string[], format: ImportFormat, mapping: Mapping | undefined) {
  const sources: Foreign[] = [];
  const unreadable: Unreadable[] = [];
  for (const [index, path] of paths.entries()) {
    progress(`Reading ${index + 1} of ${paths.length}`);
    try {
      const read = await format.read(await readForeignFile(path), mapping);
      sources.push(...read);
      if (read.length === 0) unreadable.push({ name: nameOf(path), why: 'holds nothing to import' });
    } catch (error) {
      if (!(error instanceof UnreadableSource || error instanceof SyntaxError)) throw error;
      unreadable.push({ name: nameOf(path), why: error.message });
    }
  }
  progress('');
  return { sources, unreadable };
}

/** One line that is written anew, on a terminal only. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
}
