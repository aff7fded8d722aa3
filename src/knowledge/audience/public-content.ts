/**
 * The content of a public site. Pages, search index, checklists and files are created from this content alone, so that
 * nothing internal can reach any of them.
 */
import { stringify } from 'yaml';
import type { z } from 'zod';
import { locateChecks } from '../check/located-checks.ts';
import { siteSchema } from '../schema/site.ts';
import { isPublished, type Visibility } from '../schema/visibility.ts';
import { Content, type ContentFile, toFileInputs } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { getListAt, getTextAt } from '../source/field-values.ts';
import type { FileInput } from '../source/file-input.ts';
import { listLogos } from '../source/logo.ts';
import { VOCABULARY_SCHEMAS, type VocabularyFile } from '../source/vocabulary-file.ts';
import { Omissions } from './omissions.ts';
import { cutInternalParts, hasInternalParts, unlinkBody } from './public-body.ts';
import {
  OMITTED,
  omitInternalFields,
  omitMissing,
  omitMissingTeam,
  type ValueContext,
} from './public-values.ts';

export interface PublicContent {
  readonly content: Content;
  readonly omissions: Omissions;
}

/**
 * Returns what everyone may read of content without errors: without internal entries, drafts, internal fields and
 * `<Internal>` parts, and without everything that refers to them.
 *
 * @throws if a file would not be valid without its internal parts
 */
export function createPublicContent(content: Content): PublicContent {
  const omissions = new Omissions();
  let current = rebuild(content, (file) =>
    omitInternal(file, content.site?.validated.data ?? INTERNAL, omissions),
  );
  // Each pass can leave out an entry, and then what refers to it.
  for (;;) {
    const next = omitReferences(current, omissions);
    if (next === current) break;
    current = next;
  }
  const published = omitPictures(current, omissions);
  assertValid(published);
  return { content: published, omissions };
}

const INTERNAL: { readonly visibility: Visibility } = { visibility: 'internal' };

/** Returns the new text of a file, the same text if nothing is left out, or undefined without the file. */
type Revise = (file: ContentFile) => string | undefined;

/** Returns the same content if no file changes. */
function rebuild(content: Content, revise: Revise): Content {
  let isSame = true;
  const inputs = toFileInputs(content).flatMap((input, index): FileInput[] => {
    const file = content.files[index];
    if (!file || input.text === undefined) return [input];
    const text = revise(file);
    if (text === input.text) return [input];
    isSame = false;
    return text === undefined ? [] : [{ path: input.path, text }];
  });
  return isSame ? content : new Content(inputs, content.root, content.secrets);
}

function omitInternal(
  file: ContentFile,
  site: { readonly visibility: Visibility },
  omissions: Omissions,
): string | undefined {
  const omitFields = (value: unknown, schema: z.ZodType): unknown => {
    const { value: rest, count } = omitInternalFields(value, schema);
    omissions.add(file.path, 'field', count);
    return count > 0 ? rest : value;
  };
  if (file.type === 'site')
    return replaceYaml(file.text, file.yaml.value, omitFields(file.yaml.value, siteSchema));
  if (file.type === 'vocabulary') {
    const items = getListAt(file.yaml.value, []);
    const published = items.filter((_, index) => isPublished(file.items[index]?.validated.data ?? {}, site));
    omissions.add(file.path, 'entry', items.length - published.length);
    const rest = published.map((item) => omitFields(item, VOCABULARY_SCHEMAS[file.kind]));
    const isSame = rest.length === items.length && rest.every((item, index) => item === items[index]);
    return isSame ? file.text : stringifyYaml(rest);
  }
  if (file.type !== 'document') return file.text;
  if (!isPublished(file.validated.data ?? {}, site)) {
    omissions.add(file.path, 'page');
    return undefined;
  }
  const { text, count } = cutInternalParts(file);
  omissions.add(file.path, 'part', count);
  const result = replaceFrontmatter(file, text, omitFields(file.yaml.value, file.schema));
  file.release();
  return result;
}

/** Returns the same content if all references lead to entries in it. */
function omitReferences(content: Content, omissions: Omissions): Content {
  const checkPlaces = new Set(
    content
      .listDocuments('lesson')
      .flatMap((lesson) => locateChecks(lesson).flatMap(({ place }) => place ?? [])),
  );
  const createContext = (file: ContentFile): ValueContext => ({
    content,
    checkPlaces,
    lesson: file.type === 'document' && file.kind === 'lesson' ? file.id : undefined,
    omit: (part) => omissions.add(file.path, part),
  });
  return rebuild(content, (file) => {
    if (file.type === 'document') return omitFromDocument(file, content, createContext(file), omissions);
    if (file.type === 'vocabulary') return omitFromVocabulary(file, createContext(file));
    if (file.type === 'site') {
      return replaceYaml(
        file.text,
        file.yaml.value,
        omitMissing(siteSchema, file.yaml.value, createContext(file)),
      );
    }
    if (file.type !== 'redirects') return file.text;
    const items = getListAt(file.yaml.value, []);
    const rest = items.filter((_, index) => {
      const { from, validated } = file.items[index] ?? {};
      const isPublic = validated?.data?.visibility === 'public';
      return isPublic && from && content.has(content.redirects.resolve(from));
    });
    omissions.add(file.path, 'redirect', items.length - rest.length);
    return rest.length === items.length ? file.text : stringifyYaml(rest);
  });
}

function omitFromDocument(
  file: DocumentFile,
  content: Content,
  context: ValueContext,
  omissions: Omissions,
): string | undefined {
  const fields = omitMissing(file.schema, file.yaml.value, context);
  if (fields === OMITTED) {
    omissions.add(file.path, 'page');
    return undefined;
  }
  const { text, count } = unlinkBody(file, content);
  omissions.add(file.path, 'link', count);
  const result = replaceFrontmatter(file, text, omitMissingTeam(fields, content));
  file.release();
  return result;
}

function omitFromVocabulary(file: VocabularyFile, context: ValueContext): string {
  const items = getListAt(file.yaml.value, []);
  const schema = VOCABULARY_SCHEMAS[file.kind];
  const replaced = findReplacedByMissing(file, context.content);
  const results = items.map((item) =>
    replaced.has(getTextAt(item, ['id']) ?? '') ? OMITTED : omitMissing(schema, item, context),
  );
  const isSame = results.every((item, index) => item === items[index]);
  return isSame ? file.text : stringifyYaml(results.filter((item) => item !== OMITTED));
}

/** Returns the ids of the entries that lead to a missing one, by what replaces them, in however many steps. */
function findReplacedByMissing({ kind, items, yaml }: VocabularyFile, content: Content): ReadonlySet<string> {
  const replacements = new Map(
    items.map(({ id }, index) => [id, getTextAt(yaml.value, [index, 'replacedBy'])] as const),
  );
  const isGone = new Map<string, boolean>();
  for (const id of replacements.keys()) {
    const steps: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !isGone.has(at) && content.has({ kind, id: at })) {
      isGone.set(at, false);
      steps.push(at);
      at = replacements.get(at);
    }
    const endsGone = at !== undefined && (isGone.get(at) ?? true);
    for (const step of steps) isGone.set(step, endsGone);
  }
  return new Set([...isGone].filter(([, gone]) => gone).map(([id]) => id));
}

/** @param text the file, with a new body and the same frontmatter */
function replaceFrontmatter(file: DocumentFile, text: string, value: unknown): string {
  const { frontmatter } = file;
  if (!frontmatter || value === file.yaml.value) return text;
  return `---\n${stringifyYaml(value)}---${text.slice(frontmatter.end)}`;
}

function replaceYaml(text: string, before: unknown, after: unknown): string {
  return after === before ? text : stringifyYaml(after);
}

function stringifyYaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Keeps the logo, and the pictures that a document shows. */
function omitPictures(content: Content, omissions: Omissions): Content {
  const shown = new Set([...listLogos(content), ...content.documents.flatMap(listPicturePaths)]);
  const isPublic = (file: ContentFile) => file.type !== 'picture' || shown.has(file.path);
  const hidden = content.files.filter((file) => !isPublic(file));
  if (hidden.length === 0) return content;
  for (const { path } of hidden) omissions.add(path, 'picture');
  const inputs = toFileInputs(content).filter((_, index) => {
    const file = content.files[index];
    return file && isPublic(file);
  });
  return new Content(inputs, content.root, content.secrets);
}

function listPicturePaths(file: DocumentFile): string[] {
  if (!file.text.includes('![')) return [];
  const folder = file.path.slice(0, file.path.lastIndexOf('/'));
  const urls = file.nodes
    .listByTypes('image', 'imageReference')
    .flatMap((node) => (node.type === 'image' ? node.url : (file.definitions.findUrl(node) ?? [])));
  file.release();
  return urls.map((url) => `${folder}/${url.replace(/^\.\//, '')}`);
}

/** Nothing half-cut is published. */
function assertValid({ files }: Content): void {
  for (const file of files) {
    const isValid =
      file.type === 'document'
        ? file.validated.data !== undefined && file.mdx.errors.length === 0 && !hasInternalParts(file)
        : file.type === 'vocabulary'
          ? file.items.every(({ validated }) => validated.data !== undefined)
          : file.type !== 'site' || file.validated.data !== undefined;
    if (!isValid) throw new Error(`${file.path} is not valid without its internal parts`);
  }
}
