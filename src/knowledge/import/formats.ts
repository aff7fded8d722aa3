/** The formats that can be imported; a new one is added by one line here and one reader beside the others. */
import type { Foreign, ForeignFile } from './foreign.ts';
import { readHtml } from './html-reader.ts';
import { readMail } from './mail-reader.ts';
import type { Mapping } from './mapping.ts';
import { readCorpus, readJekyll, readMarkdown } from './markdown-reader.ts';
import { readMorgue } from './morgue-reader.ts';
import { readOpsgenie } from './opsgenie-reader.ts';
import { readPagerDuty } from './pagerduty-reader.ts';
import { readText } from './text-reader.ts';

export interface ImportFormat {
  readonly name: string;
  /** A phrase for the list of formats. */
  readonly meaning: string;
  /** The files of a folder that are of it. */
  readonly files: RegExp;
  /** @throws UnreadableSource where the file is not of this format; SyntaxError where it is no JSON */
  read(file: ForeignFile, mapping?: Mapping): readonly Foreign[] | Promise<readonly Foreign[]>;
}

const MARKDOWN = /\.(?:md|mdx|markdown)$/i;
const JSON_FILES = /\.json$/i;

export const IMPORT_FORMATS: readonly ImportFormat[] = [
  {
    name: 'corpus',
    meaning: "Markdown in the public corpus's schema",
    files: MARKDOWN,
    read: (file) => [readCorpus(file)],
  },
  {
    name: 'markdown',
    meaning: 'Markdown with YAML frontmatter, with --mapping for other names of fields',
    files: MARKDOWN,
    read: (file, mapping) => [readMarkdown(file, mapping)],
  },
  {
    name: 'jekyll',
    meaning: 'posts of Jekyll',
    files: /\.(?:md|markdown|html|txt)$/i,
    read: (file) => [readJekyll(file)],
  },
  { name: 'text', meaning: 'plain text', files: /\.(?:txt|text)$/i, read: (file) => [readText(file)] },
  {
    name: 'mail',
    meaning: 'messages, mailboxes, and pages of a list archive as text',
    files: /\.(?:eml|mbox|txt)$/i,
    read: readMail,
  },
  {
    name: 'html',
    meaning: 'pages of HTML (Confluence, Google Docs)',
    files: /\.html?$/i,
    read: (file) => [readHtml(file)],
  },
  { name: 'morgue', meaning: "the tables of Etsy's Morgue as JSON", files: JSON_FILES, read: readMorgue },
  { name: 'pagerduty', meaning: 'incidents of PagerDuty as JSON', files: JSON_FILES, read: readPagerDuty },
  { name: 'opsgenie', meaning: 'postmortems of Opsgenie as JSON', files: JSON_FILES, read: readOpsgenie },
];

export function importFormatNamed(name: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => format.name === name);
}

/** The formats whose files are known by their ending alone. */
const BY_ENDING = ['markdown', 'text', 'mail', 'html'];

/** The format that a single file most likely has; undefined where its ending does not tell. */
export function likelyFormat(path: string): ImportFormat | undefined {
  const candidates = BY_ENDING.map(importFormatNamed);
  return candidates.find((format) => format?.files.test(path));
}
