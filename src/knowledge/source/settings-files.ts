/** The files in which a team says something about its knowledge base, rather than in it. */
import type { z } from 'zod';
import { allowedSecretSchema } from '../schema/allowed-secret.ts';
import { siteSchema } from '../schema/site.ts';
import { type Validated, validate } from './validate.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

export const SITE_FILE = 'site.yaml';
export const ALLOWED_SECRETS_FILE = 'allowed-secrets.yaml';
export const DICTIONARY_FILE = 'dictionary.txt';

export class SiteFile {
  readonly type = 'site';
  readonly path: string;
  readonly text: string;
  readonly yaml: YamlSource;
  readonly validated: Validated<z.output<typeof siteSchema>>;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.yaml = parseYaml(text);
    this.validated = validate(siteSchema, this.yaml);
  }
}

export interface AllowedSecretItem {
  readonly index: number;
  readonly validated: Validated<z.output<typeof allowedSecretSchema>>;
}

/** What looks like a secret and stands in the content on purpose. */
export class AllowedSecretsFile {
  readonly type = 'allowed-secrets';
  readonly path: string;
  readonly text: string;
  readonly yaml: YamlSource;
  readonly items: readonly AllowedSecretItem[];

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.yaml = parseYaml(text);
    const list = Array.isArray(this.yaml.value) ? this.yaml.value : [];
    this.items = list.map((_, index) => ({
      index,
      validated: validate(allowedSecretSchema, this.yaml, [index]),
    }));
  }
}

/** Words that are right although no dictionary holds them: one on a line, `#` begins a comment. */
export class DictionaryFile {
  readonly type = 'dictionary';
  readonly path: string;
  readonly text: string;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  get words(): string[] {
    return this.text
      .split(/\r\n|\n|\r/)
      .map((line) => line.replace(/#.*$/, '').trim())
      .filter(Boolean);
  }
}
