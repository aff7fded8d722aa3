/** `kb import SOURCE`: creates drafts from existing documents. It never overwrites a file. */
import { join } from 'node:path';
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
import { packDocument } from '../knowledge/import/packed-document.ts';
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
import { locateSpan, toPrintablePath } from '../knowledge/source/problem.ts';
import { validate } from '../knowledge/source/validate.ts';
import { parseYaml } from '../knowledge/source/yaml/yaml-source.ts';
import { loadCheckContext } from '../node/check-context.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { getContentFolder } from '../node/content-files.ts';
import { readContent } from '../node/content-folder.ts';
import { createContentFile } from '../node/create-content-file.ts';
import {
  findPictures,
  type ImportFile,
  type InnerPictures,
  isInArchive,
  listSourcePaths,
  readImportFiles,
  readPicture,
} from '../node/import-sources.ts';
import { print, showProgress, style } from '../node/output.ts';
import { readTextFile, toPosixPath } from '../node/read-file.ts';
import { readInThread } from '../node/read-in-thread.ts';

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
  const defaults = readDefaults(options, content);
  const paths = await listSourcePaths(source, format);
  const inner: InnerPictures = new Map();
  const { sources, unreadable, formats } = await readSources(paths, format, mapping, inner);
  const [only] = unreadable;
  if (mapping && formats.size > 0 && ![...formats.keys()].some(({ hasMapping }) => hasMapping)) {
    throw new CommandError(describeMappingFormats());
  }
  if (only?.isUnclear && only.name === toPosixPath(source)) throw new CommandError(formatUnclearFile(only));
  const files = new Set(paths.map(toPosixPath));
  const shown = sources.flatMap((document) => {
    const found = listPicturePaths(document);
    // A page in an archive could name any file around it on the disk.
    return isInArchive(document.name, files) ? found.filter((path) => inner.has(path)) : found;
  });
  const pictures = await findPictures(shown, source, inner);
  const context = await loadCheckContext();
  const outcomes = await planImport(sources, content, options.as, context, {
    pictures,
    defaults,
    onProgress: (work, number, total) => showProgress(`${work} ${number} of ${total}`),
  });
  showProgress('');
  const isDryRun = options.dryRun === true;
  const { done, failure } = isDryRun ? { done: outcomes } : await writeDrafts(outcomes, inner);
  const reportStyle = {
    error: (text: string) => style('red', text),
    warning: (text: string) => style('yellow', text),
    dim: (text: string) => style('dim', text),
  };
  if (format === undefined && formats.size > 0) print(`${describeFormats(formats)}\n\n`);
  if (failure === undefined || done.length > 0)
    print(formatImportReport({ outcomes: done, unreadable, root: content.root, isDryRun }, reportStyle));
  if (failure !== undefined) throw failure;
  return needsAttention({ outcomes, unreadable });
}

function readDefaults({ default: written, as: kind }: Options, content: Content): Fact[] {
  const vocabulary = createVocabularyLookup(content);
  return written.map((text) => {
    const parsed = parseDefaultField(text, vocabulary, kind);
    if ('error' in parsed) throw new CommandError(`${parsed.error}.`);
    return parsed.fact;
  });
}

/** Writes drafts until one cannot be written. Returns what was done until then. */
async function writeDrafts(
  outcomes: readonly ImportOutcome[],
  inner: InnerPictures,
): Promise<{ readonly done: readonly ImportOutcome[]; readonly failure?: unknown }> {
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.type !== 'new') continue;
    const path = join(getContentFolder(), outcome.draft.path);
    try {
      for (const picture of outcome.pictures) {
        await createContentFile(getContentFolder(), picture.path, await readPicture(picture.from, inner));
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

function formatUnclearFile({ name: path, why }: UnreadableFile): string {
  const name = toPrintablePath(path);
  return /^[A-Z]/.test(why) ? `Cannot read \`${name}\`. ${why}.` : `\`${name}\` ${why}.`;
}

/** "Read as Markdown.", or "Read 3 files as Markdown, 1 file as mail." */
function describeFormats(formats: ReadonlyMap<ImportFormat, number>): string {
  const counts = [...formats].sort(([, a], [, b]) => b - a);
  const [[only, count] = [], ...others] = counts;
  if (only && count === 1 && others.length === 0) return `Read as ${only.label}.`;
  return `Read ${counts.map(([{ label }, times]) => `${formatCount(times, 'file')} as ${label}`).join(', ')}.`;
}

async function readMapping(path: string, format: ImportFormat | undefined): Promise<FieldMapping> {
  if (format && !format.hasMapping) throw new CommandError(describeMappingFormats());
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

function describeMappingFormats(): string {
  const names = IMPORT_FORMATS.filter(({ hasMapping }) => hasMapping).map(({ name }) => name);
  return `Use --mapping only with the formats ${names.join(', ')}. The other formats have fixed fields.`;
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
  pictures: InnerPictures,
) {
  const sources: SourceDocument[] = [];
  const unreadable: UnimportedFile[] = [];
  const formats = new Map<ImportFormat, number>();
  const isOfFormat = (file: { readonly path: string; readonly bytes: Uint8Array }) =>
    guessFormats(new SourceSample(file.path, file.bytes)).length > 0;
  for (const [index, path] of paths.entries()) {
    for await (const file of readImportFiles(path, chosen, isOfFormat, pictures)) {
      showProgress(`Reading ${index + 1} of ${paths.length}: ${file.path}`);
      const read = await readImportFile(file, chosen, mapping);
      if ('why' in read) unreadable.push(read);
      else {
        sources.push(...read.documents.map(packDocument));
        formats.set(read.format, (formats.get(read.format) ?? 0) + 1);
      }
    }
  }
  showProgress('');
  return { sources: joinDocuments(sources), unreadable, formats };
}

async function readImportFile(
  file: ImportFile,
  chosen: ImportFormat | undefined,
  mapping: FieldMapping | undefined,
): Promise<
  { readonly format: ImportFormat; readonly documents: readonly SourceDocument[] } | UnimportedFile
> {
  const name = file.path;
  if ('why' in file) return { name, why: file.why };
  try {
    const sample = new SourceSample(name, file.bytes);
    if (sample.text?.trim() === '') return { name, why: 'is empty' };
    const candidates = chosen ? [chosen] : guessFormats(sample);
    const [format, ...others] = candidates;
    if (!format || others.length > 0) {
      return { name, why: formatUnclearFormat(candidates, sample), isUnclear: true };
    }
    const documents = format.needsThread
      ? await readInThread({ format: format.name, ...file })
      : await readDocuments(format, file, mapping);
    return isEmpty(documents, format) ? { name, why: 'contains nothing to import' } : { format, documents };
  } catch (error) {
    if (!(error instanceof UnreadableSourceError || error instanceof CommandError)) throw error;
    return { name, why: error.message };
  }
}
