/** `kb import SOURCE`: creates drafts from existing documents. It never overwrites a file. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Command, Option } from 'commander';
import { parseDefaultField } from '../knowledge/import/default-fields.ts';
import type { DraftKind } from '../knowledge/import/draft-kind.ts';
import { type FieldMapping, MAPPING_PRESETS, mappingSchema } from '../knowledge/import/field-mapping.ts';
import { formatUnclearFormat, guessFormats } from '../knowledge/import/guess-format.ts';
import {
  findImportFormat,
  IMPORT_FORMATS,
  type ImportFormat,
  joinDocuments,
} from '../knowledge/import/import-formats.ts';
import {
  formatImportReport,
  needsAttention,
  type UnreadableFile,
} from '../knowledge/import/import-report.ts';
import { type ImportOutcome, planImport } from '../knowledge/import/plan-import.ts';
import { readDocuments } from '../knowledge/import/read-documents.ts';
import {
  type Fact,
  type SourceDocument,
  UnreadableSourceError,
} from '../knowledge/import/source-document.ts';
import { listPicturePaths } from '../knowledge/import/source-links.ts';
import { SourceSample } from '../knowledge/import/source-sample.ts';
import { createVocabularyLookup } from '../knowledge/import/vocabulary-lookup.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import type { Content } from '../knowledge/source/content.ts';
import { locateSpan } from '../knowledge/source/problem.ts';
import { validate } from '../knowledge/source/validate.ts';
import { parseYaml } from '../knowledge/source/yaml/yaml-source.ts';
import { loadCheckContext } from '../node/check-context.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { getContentFolder } from '../node/content-files.ts';
import { readContent } from '../node/content-folder.ts';
import { createContentFile } from '../node/create-content-file.ts';
import { toReadError } from '../node/file-errors.ts';
import { print, showProgress, style } from '../node/output.ts';
import { findPictureError } from '../node/pictures/picture-bytes.ts';
import { readSourceFile, readTextFile, toPosixPath } from '../node/read-file.ts';

interface Options {
  readonly format?: string;
  readonly as: DraftKind;
  readonly mapping?: string;
  readonly default: readonly string[];
  readonly dryRun?: true;
}

export const importCommand = new Command('import')
  .argument('<source>', 'a file, or a folder of files')
  .addOption(
    new Option('--format <format>', 'source format, guessed from the content if omitted').choices(
      IMPORT_FORMATS.map(({ name }) => name),
    ),
  )
  .addOption(new Option('--as <kind>', 'page type').choices(['postmortem', 'note']).default('postmortem'))
  .option(
    '--mapping <file>',
    `YAML file that maps source fields to Hindsight fields (formats markdown, csv and excel), or one of ${Object.keys(MAPPING_PRESETS).join(', ')}`,
  )
  .addOption(
    new Option('--default <field=value>', 'value for drafts whose source names none; can be repeated')
      .argParser((value: string, before: readonly string[]) => [...before, value])
      .default([]),
  )
  .option('--dry-run', 'show what would be written, without writing it')
  .addHelpText(
    'after',
    `\nFormats:\n${IMPORT_FORMATS.map(({ name, description }) => `  ${name.padEnd(10)} ${description}`).join('\n')}`,
  )
  .action(async (source: string, options: Options) => {
    if (await runImport(source, options)) process.exitCode = EXIT_CODES.problems;
  });

/** Returns whether a person has to do something about documents that were not imported. */
async function runImport(source: string, options: Options): Promise<boolean> {
  const content = await readContent();
  const format = options.format === undefined ? undefined : findImportFormat(options.format);
  const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping, format);
  const defaults = readDefaults(options.default, content);
  const files = await listSourceFiles(source, format);
  const { sources, unreadable, formats } = await readSources(files, format, mapping);
  const [only] = unreadable;
  if (only?.isUnclear && files.length === 1) throw new CommandError(formatUnclearFile(only));
  const pictures = await findPictures(sources, source);
  const context = await loadCheckContext();
  const outcomes = await planImport(sources, content, options.as, context, {
    pictures,
    defaults,
    onProgress: (work, number, total) => showProgress(`${work} ${number} of ${total}`),
  });
  showProgress('');
  const isDryRun = options.dryRun === true;
  const { done, failure } = isDryRun ? { done: outcomes } : await writeDrafts(outcomes);
  const reportStyle = {
    error: (text: string) => style('red', text),
    warning: (text: string) => style('yellow', text),
    dim: (text: string) => style('dim', text),
  };
  if (format === undefined && formats.size > 0) print(`${describeFormats(formats, files.length)}\n\n`);
  if (failure === undefined || done.length > 0)
    print(formatImportReport({ outcomes: done, unreadable, root: content.root, isDryRun }, reportStyle));
  if (failure !== undefined) throw failure;
  return needsAttention({ outcomes, unreadable });
}

function readDefaults(written: readonly string[], content: Content): Fact[] {
  const vocabulary = createVocabularyLookup(content);
  return written.map((text) => {
    const parsed = parseDefaultField(text, vocabulary);
    if ('error' in parsed) throw new CommandError(`${parsed.error}.`);
    return parsed.fact;
  });
}

/**
 * Returns the pictures that sources show and that can be copied: those below the imported folder, or below the folder
 * of the imported file.
 */
async function findPictures(sources: readonly SourceDocument[], source: string): Promise<Set<string>> {
  const isFolder = (await stat(source)).isDirectory();
  const root = await realpath(isFolder ? source : dirname(source));
  const found = new Set<string>();
  for (const path of new Set(sources.flatMap(listPicturePaths))) {
    const target = await realpath(path).catch(() => undefined);
    if (target?.startsWith(`${root}${sep}`) && findPictureError(target) === undefined) found.add(path);
  }
  return found;
}

/** Writes drafts until one cannot be written. Returns what was done until then. */
async function writeDrafts(
  outcomes: readonly ImportOutcome[],
): Promise<{ readonly done: readonly ImportOutcome[]; readonly failure?: unknown }> {
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.type !== 'new') continue;
    const path = join(getContentFolder(), outcome.draft.path);
    try {
      for (const picture of outcome.pictures) {
        await createContentFile(getContentFolder(), picture.path, (await readSourceFile(picture.from)).bytes);
      }
      if (await createContentFile(getContentFolder(), outcome.draft.path, outcome.draft.text)) continue;
      // Another program created it after the content was read.
      throw new CommandError(`\`${path}\` exists already. Run the import again.`);
    } catch (failure) {
      return { done: outcomes.slice(0, index), failure };
    }
  }
  return { done: outcomes };
}

function formatUnclearFile({ name, why }: UnreadableFile): string {
  return /^[A-Z]/.test(why) ? `Cannot read \`${name}\`. ${why}.` : `\`${name}\` ${why}.`;
}

/** "Read as Markdown.", or "Read 3 files as Markdown, 1 file as mail." */
function describeFormats(formats: ReadonlyMap<ImportFormat, number>, files: number): string {
  const counts = [...formats].sort(([, a], [, b]) => b - a);
  if (files === 1) return `Read as ${counts.map(([{ label }]) => label).join()}.`;
  return `Read ${counts.map(([{ label }, count]) => `${formatCount(count, 'file')} as ${label}`).join(', ')}.`;
}

/** Returns the paths in an order that is the same on every system. */
async function listSourceFiles(source: string, format: ImportFormat | undefined): Promise<string[]> {
  const found = await stat(source).catch((error) => Promise.reject(toReadError(error, source)));
  if (found.isFile()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch((error) =>
    Promise.reject(toReadError(error, source)),
  );
  const isImported = (name: string) =>
    !/^readme\b/i.test(name) && (format?.filePattern.test(name) ?? !OTHER_FILES.test(name));
  const files = entries
    .filter((entry) => entry.isFile() && isImported(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(source, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a < b ? -1 : 1));
  if (files.length > 0) return files;
  if (!format) throw new CommandError(`There are no files to import in \`${source}\`.`);
  throw new CommandError(
    `There are no files for the format ${format.name} in \`${source}\`. Expected names like ${format.filePattern.source}.`,
  );
}

/** The files of a folder that belong to its pages and are none. */
const OTHER_FILES =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|mov|webm|wav|css|js|mjs|map|woff2?|ttf|otf|lock)$/i;

async function readMapping(path: string, format: ImportFormat | undefined): Promise<FieldMapping> {
  if (format && !format.hasMapping) {
    const names = IMPORT_FORMATS.filter(({ hasMapping }) => hasMapping).map(({ name }) => name);
    throw new CommandError(
      `Use --mapping only with the formats ${names.join(', ')}. The other formats have fixed fields.`,
    );
  }
  if (Object.hasOwn(MAPPING_PRESETS, path)) return MAPPING_PRESETS[path] as FieldMapping;
  const text = await readTextFile(path);
  const yaml = parseYaml(text);
  const { data, errors } = validate(mappingSchema, yaml);
  const problems = yaml.errors.length > 0 ? yaml.errors : errors;
  if (data && problems.length === 0) return data;
  const lines = problems.map(({ message, span, ...problem }) => {
    const { line, column } = locateSpan(text, span);
    const hint = 'hint' in problem && problem.hint ? `\n  ${problem.hint}` : '';
    return `${path}:${line}:${column}  ${message}${hint}`;
  });
  throw new CommandError(lines.join('\n'));
}

interface UnimportedFile extends UnreadableFile {
  /** True if its format is not known. */
  readonly isUnclear?: boolean;
}

function isEmpty(documents: readonly SourceDocument[], { hasOtherFiles = false }: ImportFormat): boolean {
  return documents.length === 0 && !hasOtherFiles;
}

async function readSources(
  paths: readonly string[],
  chosen: ImportFormat | undefined,
  mapping: FieldMapping | undefined,
) {
  const sources: SourceDocument[] = [];
  const unreadable: UnimportedFile[] = [];
  const formats = new Map<ImportFormat, number>();
  for (const [index, path] of paths.entries()) {
    showProgress(`Reading ${index + 1} of ${paths.length}`);
    const name = toPosixPath(path);
    try {
      const file = await readSourceFile(path);
      const sample = new SourceSample(name, file.bytes);
      const candidates = chosen ? [chosen] : guessFormats(sample);
      const [format, ...others] = candidates;
      if (!format || others.length > 0) {
        unreadable.push({ name, why: formatUnclearFormat(candidates, sample), isUnclear: true });
        continue;
      }
      const read = await readDocuments(format, file, mapping);
      sources.push(...read);
      formats.set(format, (formats.get(format) ?? 0) + 1);
      if (isEmpty(read, format)) unreadable.push({ name, why: 'contains nothing to import' });
    } catch (error) {
      if (!(error instanceof UnreadableSourceError || error instanceof CommandError)) throw error;
      unreadable.push({ name, why: error.message });
    }
  }
  showProgress('');
  return { sources: joinDocuments(sources), unreadable, formats };
}
