/** `kb import SOURCE --format …`: what teams have today as drafts. It never overwrites. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import type { DraftKind } from '../knowledge/import/draft.ts';
import { type FieldMapping, mappingSchema } from '../knowledge/import/field-mapping.ts';
import { findImportFormat, IMPORT_FORMATS, type ImportFormat } from '../knowledge/import/import-formats.ts';
import {
  formatImportReport,
  needsAttention,
  type UnreadableFile,
} from '../knowledge/import/import-report.ts';
import { planImport } from '../knowledge/import/plan-import.ts';
import { type SourceDocument, UnreadableSourceError } from '../knowledge/import/source-document.ts';
import { locateSpan } from '../knowledge/source/problem.ts';
import { validate } from '../knowledge/source/validate.ts';
import { parseYaml } from '../knowledge/source/yaml/yaml-source.ts';
import { getContentFolder, readContent } from '../node/content-folder.ts';
import { readSourceFile, toPosixPath } from '../node/source-file.ts';

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
    `\nFormats:\n${IMPORT_FORMATS.map(({ name, description: meaning }) => `  ${name.padEnd(10)} ${meaning}`).join('\n')}`,
  )
  .action(async (source: string, options: Options) => {
    process.exitCode = await runImport(source, options);
  });

async function runImport(source: string, options: Options): Promise<number> {
  const format = findImportFormat(options.format);
  if (!format) throw new Error(`the format ${options.format} was let pass`);
  const mapping = options.mapping ? await readMapping(options.mapping, format) : undefined;
  const files = mapping === 'wrong' ? undefined : await listSourceFiles(source, format);
  if (mapping === 'wrong' || !files) return 2;
  const { sources, unreadable } = await readSources(files, format, mapping);
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
  process.stdout.write(formatImportReport({ outcomes, unreadable, root: content.root, isDryRun }, style));
  return needsAttention({ outcomes, unreadable }) ? 1 : 0;
}

/** @throws where a file stands there already: it came to be between reading and writing */
async function writeDraft(path: string, text: string): Promise<void> {
  const target = join(getContentFolder(), path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text, { flag: 'wx' });
}

/** The files of a source, in an order that is the same everywhere. */
async function listSourceFiles(source: string, format: ImportFormat): Promise<string[] | undefined> {
  const found = await stat(source).catch(() => undefined);
  if (!found) return reportUsageError(`Unknown source \`${source}\`, expected a file or a folder`);
  if (found.isFile()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(
      (entry) => entry.isFile() && format.filePattern.test(entry.name) && !/^readme\b/i.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(source, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a < b ? -1 : 1));
  if (files.length > 0) return files;
  return reportUsageError(
    `No files for the format ${format.name} in \`${source}\`, expected names like ${format.filePattern.source}`,
  );
}

async function readMapping(path: string, format: ImportFormat): Promise<FieldMapping | 'wrong'> {
  if (format.name !== 'markdown') {
    reportUsageError(
      'Unexpected `--mapping`, expected it with `--format markdown`; the other formats have their own',
    );
    return 'wrong';
  }
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    reportUsageError(`Unknown file \`${path}\`, expected the mapping`);
    return 'wrong';
  }
  const yaml = parseYaml(text);
  const validated = validate(mappingSchema, yaml);
  const faults = yaml.errors.length > 0 ? yaml.errors : validated.errors;
  for (const { message, span, ...fault } of faults) {
    const { line, column } = locateSpan(text, span);
    reportUsageError(
      `${path}:${line}:${column}  ${message}${'hint' in fault && fault.hint ? `\n  ${fault.hint}` : ''}`,
    );
  }
  return validated.data && faults.length === 0 ? validated.data : 'wrong';
}

function reportUsageError(message: string): undefined {
  process.stderr.write(`${message}\n`);
}

async function readSources(
  paths: readonly string[],
  format: ImportFormat,
  mapping: FieldMapping | undefined,
) {
  const sources: SourceDocument[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const [index, path] of paths.entries()) {
    showProgress(`Reading ${index + 1} of ${paths.length}`);
    try {
      const read = await format.read(await readSourceFile(path), mapping);
      sources.push(...read);
      if (read.length === 0) unreadable.push({ name: toPosixPath(path), why: 'holds nothing to import' });
    } catch (error) {
      if (!(error instanceof UnreadableSourceError || error instanceof SyntaxError)) throw error;
      unreadable.push({ name: toPosixPath(path), why: error.message });
    }
  }
  showProgress('');
  return { sources, unreadable };
}

/** One line that is written anew, on a terminal only. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
}
