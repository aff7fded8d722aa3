/** The formats that can be imported. To add one, add a line here and a reader next to the others. */

import type { FieldMapping } from './field-mapping.ts';
import { readHtml, recognizesHtml } from './html-reader.ts';
import { readMail, recognizesMail } from './mail-reader.ts';
import {
  readCorpus,
  readJekyll,
  readMarkdown,
  recognizesCorpus,
  recognizesJekyll,
} from './markdown-reader.ts';
import { readAsciiDoc, recognizesAsciiDoc } from './markup/asciidoc-reader.ts';
import { readMediaWiki, recognizesMediaWiki } from './markup/mediawiki-reader.ts';
import { readOrg, recognizesOrg } from './markup/org-reader.ts';
import { readRst, recognizesRst } from './markup/rst-reader.ts';
import { readMorgue, recognizesMorgue } from './morgue-reader.ts';
import { ODT_FILES, readOdt, recognizesOdt } from './odt/odt-reader.ts';
import { readOpsgenie, recognizesOpsgenie } from './opsgenie-reader.ts';
import { readPagerDuty, recognizesPagerDuty } from './pagerduty-reader.ts';
import { readPdf, recognizesPdf } from './pdf/pdf-reader.ts';
import { joinSlackDays, readSlack, recognizesSlack } from './slack/slack-reader.ts';
import type { SourceDocument, SourceFile } from './source-document.ts';
import type { SourceSample } from './source-sample.ts';
import { CSV_FILES, readCsv, recognizesCsv } from './table/csv-reader.ts';
import { EXCEL_FILES, readExcel, recognizesExcel } from './table/excel-reader.ts';
import { readText } from './text-reader.ts';
import { readTool, recognizesTool } from './tools/tool-document.ts';
import { TOOLS } from './tools/tools.ts';
import { readWord, recognizesWord, WORD_FILES } from './word/word-reader.ts';

export interface ImportFormat {
  readonly name: string;
  /** Its name in sentences: "Read as Markdown". */
  readonly label: string;
  /** A phrase for the list of formats. */
  readonly description: string;
  /** The files of a folder that are of it. */
  readonly filePattern: RegExp;
  /** True if parts of a file name their own encodings, so that it is read from its bytes. */
  readonly namesEncoding?: true;
  /** True if it is not text, so that it is read from its bytes. */
  readonly isBinary?: true;
  /** True if `--mapping` can name its fields. */
  readonly hasMapping?: true;
  /** True if its parser has no limits, so that commands read it in a thread with limits. */
  readonly needsThread?: true;
  /** True if every text can be of it, so that the endings of `filePattern` show it. */
  readonly isAnyText?: true;
  /**
   * Returns whether the content can hardly be of another format. Omit it if nothing but the name of a file shows the
   * format, and return false if in doubt: a file that two formats recognise is not read.
   */
  recognizes?(sample: SourceSample): boolean;
  /** Joins the documents of several files that are one, such as the days of a channel. */
  join?(documents: readonly SourceDocument[]): readonly SourceDocument[];
  /** True if some of its files contain no page, and nobody has to do anything about them. */
  readonly hasOtherFiles?: boolean;
  /** Use it through `readDocuments`, which words its errors. */
  read(
    file: SourceFile,
    mapping?: FieldMapping,
  ): readonly SourceDocument[] | Promise<readonly SourceDocument[]>;
}

const MARKDOWN_FILES = /\.(?:md|mdx|markdown)$/i;
const JSON_FILES = /\.json$/i;

export const IMPORT_FORMATS: readonly ImportFormat[] = [
  {
    name: 'corpus',
    label: 'public corpus Markdown',
    recognizes: recognizesCorpus,
    description: "Markdown in the public corpus's schema",
    filePattern: MARKDOWN_FILES,
    read: (file) => [readCorpus(file)],
  },
  {
    name: 'markdown',
    label: 'Markdown',
    isAnyText: true,
    hasMapping: true,
    description: 'Markdown with YAML frontmatter; --mapping names other fields',
    filePattern: MARKDOWN_FILES,
    read: (file, mapping) => [readMarkdown(file, mapping)],
  },
  {
    name: 'jekyll',
    label: 'a Jekyll post',
    recognizes: recognizesJekyll,
    description: 'Jekyll posts',
    filePattern: /\.(?:md|markdown|html|txt)$/i,
    read: (file) => [readJekyll(file)],
  },
  {
    name: 'text',
    label: 'plain text',
    isAnyText: true,
    description: 'plain text',
    filePattern: /\.(?:txt|text)$/i,
    read: (file) => [readText(file)],
  },
  {
    name: 'mail',
    label: 'mail',
    recognizes: recognizesMail,
    description: 'messages, mailboxes, and pages of a list archive as text',
    filePattern: /\.(?:eml|mbox|txt)$/i,
    namesEncoding: true,
    read: readMail,
  },
  {
    name: 'html',
    label: 'HTML',
    isAnyText: true,
    recognizes: recognizesHtml,
    description: 'HTML pages (Confluence, Google Docs)',
    filePattern: /\.html?$/i,
    read: (file) => [readHtml(file)],
  },
  {
    name: 'word',
    label: 'Word (.docx)',
    description: 'Word files (.docx)',
    filePattern: WORD_FILES,
    isBinary: true,
    recognizes: recognizesWord,
    read: (file) => [readWord(file)],
  },
  {
    name: 'odt',
    label: 'OpenDocument text (.odt)',
    description: 'text documents of LibreOffice and OpenOffice (.odt)',
    filePattern: ODT_FILES,
    isBinary: true,
    recognizes: recognizesOdt,
    read: (file) => [readOdt(file)],
  },
  {
    name: 'pdf',
    label: 'PDF',
    description: 'PDF files with text',
    filePattern: /\.pdf$/i,
    isBinary: true,
    needsThread: true,
    recognizes: recognizesPdf,
    read: async (file) => [await readPdf(file)],
  },
  {
    name: 'csv',
    label: 'a CSV table',
    description: 'CSV tables, one incident in each row; --mapping names other columns',
    filePattern: CSV_FILES,
    hasMapping: true,
    recognizes: recognizesCsv,
    read: readCsv,
  },
  {
    name: 'excel',
    label: 'Excel (.xlsx)',
    description: 'Excel workbooks (.xlsx), one incident in each row; --mapping as for csv',
    filePattern: EXCEL_FILES,
    hasMapping: true,
    isBinary: true,
    recognizes: recognizesExcel,
    read: readExcel,
  },
  {
    name: 'morgue',
    label: 'Morgue JSON',
    recognizes: recognizesMorgue,
    description: "the tables of Etsy's Morgue as JSON",
    filePattern: JSON_FILES,
    read: readMorgue,
  },
  {
    name: 'pagerduty',
    label: 'PagerDuty JSON',
    recognizes: recognizesPagerDuty,
    description: 'PagerDuty incidents as JSON',
    filePattern: JSON_FILES,
    read: readPagerDuty,
  },
  {
    name: 'opsgenie',
    label: 'Opsgenie JSON',
    recognizes: recognizesOpsgenie,
    description: 'Opsgenie postmortems as JSON',
    filePattern: JSON_FILES,
    read: readOpsgenie,
  },
  {
    name: 'mediawiki',
    label: 'a MediaWiki page',
    recognizes: recognizesMediaWiki,
    description: 'MediaWiki pages as wikitext, or as the XML of an export',
    filePattern: /\.(?:mediawiki|wikitext|wiki|xml|txt)$/i,
    read: readMediaWiki,
  },
  {
    name: 'asciidoc',
    label: 'AsciiDoc',
    recognizes: recognizesAsciiDoc,
    description: 'AsciiDoc',
    filePattern: /\.(?:adoc|asciidoc|asc)$/i,
    read: readAsciiDoc,
  },
  {
    name: 'rst',
    label: 'reStructuredText',
    recognizes: recognizesRst,
    description: 'reStructuredText, with Sphinx directives',
    filePattern: /\.(?:rst|rest)$/i,
    read: (file) => [readRst(file)],
  },
  {
    name: 'org',
    label: 'Org',
    recognizes: recognizesOrg,
    description: 'Org files',
    filePattern: /\.org$/i,
    read: (file) => [readOrg(file)],
  },
  {
    name: 'slack',
    label: 'a Slack export',
    recognizes: recognizesSlack,
    description: 'Slack channels as JSON, one draft for each',
    filePattern: JSON_FILES,
    hasOtherFiles: true,
    join: joinSlackDays,
    read: readSlack,
  },
  ...TOOLS.map((tool): ImportFormat => ({
    name: tool.format,
    label: `${tool.label} JSON`,
    recognizes: (sample) => recognizesTool(sample, tool),
    description: tool.contents,
    filePattern: /\.(?:json|jsonl|ndjson)$/i,
    read: (file) => readTool(file, tool),
  })),
];

/** Joins the documents of an import that are parts of one, format by format. */
export function joinDocuments(documents: readonly SourceDocument[]): readonly SourceDocument[] {
  const byFormat = Map.groupBy(documents, ({ format }) => format);
  return [...byFormat].flatMap(([name, list]) => findImportFormat(name)?.join?.(list) ?? list);
}

export function findImportFormat(name: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => format.name === name);
}
