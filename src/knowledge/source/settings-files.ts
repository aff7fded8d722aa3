/** The files with which a team configures its knowledge base. */
import type { z } from 'zod';
import { allowedSecretSchema } from '../schema/allowed-secret.ts';
import { siteSchema } from '../schema/site.ts';
import type { FileText } from './file-input.ts';
import { ListFile } from './list-file.ts';
import type { FoundSecret } from './secrets/found-secret.ts';
import { type Validated, validate } from './validate.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

export const SITE_FILE = 'site.yaml';
export const ALLOWED_SECRETS_FILE = 'allowed-secrets.yaml';
export const DICTIONARY_FILE = 'dictionary.txt';

export class SiteFile implements FileText {
  readonly type = 'site';
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
  readonly yaml: YamlSource;
  readonly validated: Validated<z.output<typeof siteSchema>>;

  constructor({ path, text, secrets }: FileText) {
    this.path = path;
    this.text = text;
    this.secrets = secrets;
    this.yaml = parseYaml(text);
    this.validated = validate(siteSchema, this.yaml);
  }
}

/** Text that looks like a secret and is published on purpose. */
export class AllowedSecretsFile extends ListFile<typeof allowedSecretSchema> {
  readonly type = 'allowed-secrets';

  constructor(file: FileText) {
    super(file, allowedSecretSchema, () => ({}));
  }
}

/** Words that are correct but in no dictionary: one on each line. `#` starts a comment. */
export class DictionaryFile implements FileText {
  readonly type = 'dictionary';
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly FoundSecret[];

  constructor({ path, text, secrets }: FileText) {
    this.path = path;
    this.text = text;
    this.secrets = secrets;
  }

  get words(): string[] {
    return this.text
      .split(/\r\n|\n|\r/)
      .map((line) => line.replace(/#.*$/, '').trim())
      .filter(Boolean);
  }
}
