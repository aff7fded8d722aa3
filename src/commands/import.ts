/** `kb import SOURCE`: creates drafts from existing documents. It never overwrites a file. */
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { parseDefaultField } from '../knowledge/import/default-fields.ts';
import type { DraftKind } from '../knowledge/import/draft-kind.ts';
import { type FieldMapping, MAPPING_PRESETS, mappingSchema } from '../knowledge/import/field-mapping.ts';
import { guessFormats } from '../knowledge/import/guess-format.ts';
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
import type { Fact, SourceDocument } from '../knowledge/import/source-document.ts';
import { listPicturePaths } from '../knowledge/import/source-links.ts';
import { SourceSample } from '../knowledge/import/source-sample.ts';
import { createVocabularyLookup } from '../knowledge/import/vocabulary-lookup.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { type Content, toFileInputs } from '../knowledge/source/content.ts';
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
import { countImportThreads, ImportThreads } from '../node/import-threads.ts';
import { print, showProgress, style } from '../node/output.ts';
import { readTextFile, toPosixPath } from '../node/read-file.ts';
import {
  type ImportedFile,
  type ReadOptions,
  readImportFile,
  type UnimportedFile,
} from '../node/read-import-file.ts';

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
  const input: ImportInput = {
    source,
    paths,
    content,
    kind: options.as,
    defaults,
    format: format?.name,
    mapping,
  };
  const { outcomes, unreadable, formats, inner } = await planInThreads(input);
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

interface ImportInput extends ReadOptions {
  readonly source: string;
  /** The files of the source. */
  readonly paths: readonly string[];
  readonly content: Content;
  readonly kind: DraftKind;
  readonly defaults: readonly Fact[];
}

interface ImportPlan extends Omit<ReadSources, 'sources'> {
  readonly outcomes: readonly ImportOutcome[];
  readonly inner: InnerPictures;
}

async function planInThreads(input: ImportInput): Promise<ImportPlan> {
  const { paths, content, kind, defaults, format, mapping } = input;
  const count = await countImportThreads(paths);
  if (count < 2) return planSources(input);
  const { root, secrets } = content;
  const files = toFileInputs(content);
  const threads = new ImportThreads({ root, files, secrets, kind, defaults, format, mapping }, count);
  try {
    return await planSources(input, threads);
  } finally {
    await threads.close();
  }
}

/** @param threads share the work; without them, it is done in this thread */
async function planSources(input: ImportInput, threads?: ImportThreads): Promise<ImportPlan> {
  const { source, paths, content, kind, defaults, mapping } = input;
  const inner: InnerPictures = new Map();
  const { sources, unreadable, formats } = await readSources(input, inner, threads);
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
  const outcomes = await planImport(sources, content, kind, await loadCheckContext(), {
    pictures: await findPictures(shown, source, inner),
    defaults,
    ...(threads ? { work: threads } : {}),
    onProgress: (work, number, total) => showProgress(`${work} ${number} of ${total}`),
  });
  showProgress('');
  return { outcomes, unreadable, formats, inner };
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

interface ReadSources {
  readonly sources: readonly SourceDocument[];
  readonly unreadable: readonly UnimportedFile[];
  readonly formats: ReadonlyMap<ImportFormat, number>;
}

async function readSources(
  input: ImportInput,
  pictures: InnerPictures,
  threads: ImportThreads | undefined,
): Promise<ReadSources> {
  const files = listFiles(input, pictures);
  const read = threads
    ? await threads.read(files)
    : await Array.fromAsync(files, (file) => readImportFile(file, input));
  showProgress('');
  const imported = read.filter((file): file is ImportedFile => !('why' in file));
  const formats = new Map<ImportFormat, number>();
  for (const { format: name } of imported) {
    const format = findImportFormat(name);
    if (format) formats.set(format, (formats.get(format) ?? 0) + 1);
  }
  return {
    sources: joinDocuments(imported.flatMap(({ documents }) => documents)),
    unreadable: read.filter((file) => 'why' in file),
    formats,
  };
}

async function* listFiles(
  { paths, format }: ImportInput,
  pictures: InnerPictures,
): AsyncGenerator<ImportFile, void> {
  const chosen = format === undefined ? undefined : findImportFormat(format);
  const isOfFormat = (file: { readonly path: string; readonly bytes: Uint8Array }) =>
    guessFormats(new SourceSample(file.path, file.bytes)).length > 0;
  for (const [index, path] of paths.entries()) {
    for await (const file of readImportFiles(path, chosen, isOfFormat, pictures)) {
      showProgress(`Reading ${index + 1} of ${paths.length}: ${file.path}`);
      yield file;
    }
  }
}
