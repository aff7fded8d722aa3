/** The slow parts of an import, apart from reading: each is about one document, so that threads can share them. */
import { FileChecker } from '../check/check-files.ts';
import type { CheckContext } from '../check/rules/rule.ts';
import type { Content, ContentFile } from '../source/content.ts';
import type { FileInput } from '../source/file-input.ts';
import type { Problem } from '../source/problem.ts';
import { findSecrets } from '../source/secrets/find-secrets.ts';
import type { SecretsByPath } from '../source/secrets/found-secret.ts';
import { createDraft, type Draft, type ImportContext } from './draft.ts';
import { describeImportFailure } from './read-documents.ts';
import type { SourceDocument } from './source-document.ts';

/** A draft, or why the source cannot be turned into one. */
export type DraftResult = { readonly draft: Draft } | { readonly why: string };

export interface ImportWork {
  /**
   * Returns a draft of each source, without links to the others. Two drafts can have the same id.
   *
   * @param onDone called after each
   */
  draft(sources: readonly SourceDocument[], onDone: () => void): Promise<readonly DraftResult[]>;
  /** @param onDone called after each batch of files with their number */
  findSecrets(files: readonly FileInput[], onDone: (count: number) => void): Promise<SecretsByPath>;
  /**
   * Checks files of a content that was searched for secrets, and returns the errors in each.
   *
   * @param onDone called after each
   */
  check(
    content: Content,
    files: readonly ContentFile[],
    onDone: () => void,
  ): Promise<readonly (readonly Problem[])[]>;
}

export function createImportWork(
  context: Omit<ImportContext, 'isTaken'>,
  checkContext: CheckContext,
): ImportWork {
  return {
    draft: async (sources, onDone) =>
      sources.map((source) => {
        const result = tryDraft(source, { ...context, isTaken: () => false });
        onDone();
        return result;
      }),
    findSecrets: async (files, onDone) => {
      const found = await findSecrets(files);
      onDone(files.length);
      return found;
    },
    check: async (content, files, onDone) => {
      const findErrors = createErrorFinder(content, checkContext);
      return files.map((file) => {
        const errors = findErrors(file);
        onDone();
        return errors;
      });
    },
  };
}

/** Returns one function for all drafts, because it remembers what they ask about the rest of the content. */
export function createErrorFinder(
  content: Content,
  context: CheckContext,
): (file: ContentFile) => readonly Problem[] {
  const checker = new FileChecker(content, context, { skipsWarningRules: true });
  return (file) => checker.check(file).problems.filter(({ severity }) => severity === 'error');
}

export function tryDraft(source: SourceDocument, context: ImportContext): DraftResult {
  try {
    return { draft: createDraft(source, context) };
  } catch (error) {
    return { why: describeImportFailure(error) };
  }
}
