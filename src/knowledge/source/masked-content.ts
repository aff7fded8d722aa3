/** Creates content and files in which every secret is masked unless the content folder allows it. */
import { Content, type ContentFile, createContentFile } from './content.ts';
import type { FileInput } from './file-input.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { type FoundSecret, maskText, type SecretsByPath } from './secrets/found-secret.ts';
import { ALLOWED_SECRETS_FILE, AllowedSecretsFile } from './settings-files.ts';

/**
 * @param searched the paths below the folder in which to look for secrets, all files if omitted
 * @param find returns what `findSecrets` returns, such as from a cache
 */
export async function createMaskedContent(
  files: readonly FileInput[],
  root: string,
  searched?: readonly string[],
  find = findSecrets,
): Promise<Content> {
  const allowed = readAllowedSecrets(files);
  const secrets = await find(selectFiles(files, allowed, searched));
  return new Content(
    files.map((file) => maskFile(file, secrets, allowed)),
    root,
    secrets,
  );
}

/** Creates a file that is not part of the content yet. */
export async function createMaskedFile(file: FileInput, content: Content): Promise<ContentFile> {
  const allowed = content.allowedSecrets ? listAllowedSecrets(content.allowedSecrets) : [];
  return createContentFile(maskFile(file, await findSecrets([file]), allowed), content.root);
}

interface AllowedSecret {
  readonly file: string;
  readonly fingerprint: string;
}

/** Reads the list before anything is masked: a mask must not change the paths in it. */
function readAllowedSecrets(files: readonly FileInput[]): AllowedSecret[] {
  const text = files.find(({ path }) => path === ALLOWED_SECRETS_FILE)?.text;
  if (text === undefined) return [];
  return listAllowedSecrets(new AllowedSecretsFile({ path: ALLOWED_SECRETS_FILE, text, secrets: [] }));
}

function listAllowedSecrets({ items }: AllowedSecretsFile): AllowedSecret[] {
  return items.flatMap(({ validated: { data } }) => (data ? [data] : []));
}

function selectFiles(
  files: readonly FileInput[],
  allowed: readonly AllowedSecret[],
  searched: readonly string[] | undefined,
): readonly FileInput[] {
  if (!searched) return files;
  const paths = new Set(searched);
  // To know whether an allowed secret is still needed, look at the file that contains it.
  if (paths.has(ALLOWED_SECRETS_FILE)) for (const { file } of allowed) paths.add(file);
  return files.filter(({ path }) => paths.has(path));
}

function maskFile(file: FileInput, found: SecretsByPath, allowed: readonly AllowedSecret[]): FileInput {
  const isAllowed = ({ fingerprint }: FoundSecret) =>
    allowed.some((secret) => secret.file === file.path && secret.fingerprint === fingerprint);
  const secrets = found.get(file.path)?.filter((secret) => !isAllowed(secret)) ?? [];
  if (secrets.length === 0) return file;
  return file.text === undefined
    ? { ...file, secrets }
    : { ...file, text: maskText(file.text, secrets), secrets };
}
