/** Checks what must be true of every file: either the check reports a problem, or the site can render it. */

import type { CheckReport } from '../../src/knowledge/check/check-report.ts';
import { fixFiles } from '../../src/knowledge/check/fix.ts';
import { formatGithubReport } from '../../src/knowledge/check/reporters/github.ts';
import { checkReportSchema, formatJsonReport } from '../../src/knowledge/check/reporters/json.ts';
import { formatMarkdownReport } from '../../src/knowledge/check/reporters/markdown.ts';
import { formatSarifReport } from '../../src/knowledge/check/reporters/sarif.ts';
import { formatTerminalReport } from '../../src/knowledge/check/reporters/terminal.ts';
import { RULES } from '../../src/knowledge/check/rules/index.ts';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import { getTitle } from '../../src/knowledge/graph/entries.ts';
import { createLinkResolver } from '../../src/knowledge/graph/link-resolver.ts';
import { renderBody } from '../../src/knowledge/graph/render-body.ts';
import { extractValidDocument } from '../../src/knowledge/graph/valid/valid-document.ts';
import type { Ref } from '../../src/knowledge/schema/kinds.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import type { Content } from '../../src/knowledge/source/content.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import type { Problem } from '../../src/knowledge/source/problem.ts';
import { checkContent } from '../../src/node/check-content.ts';
import { createFileInput } from '../../src/node/content-files.ts';
import { findDangers } from '../knowledge/source/find-dangers.ts';
import { BASE_FILES, type HostileFile } from './hostile-files.ts';

export interface CheckedFile {
  readonly content: Content;
  readonly report: CheckReport;
  /** The report by every reporter. */
  readonly reports: Readonly<Record<'terminal' | 'github' | 'markdown' | 'json' | 'sarif', string>>;
}

/**
 * A small folder with the file in it, checked and reported as by the command.
 *
 * @throws what the check throws, which it never should
 */
export async function checkHostileFile(hostile: HostileFile): Promise<CheckedFile> {
  const others = BASE_FILES.filter(({ path }) => path !== hostile.path);
  const files = [...others, createFileInput(hostile.path, hostile.bytes)];
  const content = await createMaskedContent(files, 'content');
  const report = await checkContent(content);
  const said = {
    terminal: formatTerminalReport(report.problems),
    github: formatGithubReport(report),
    markdown: formatMarkdownReport(report),
    json: formatJsonReport(report),
    sarif: formatSarifReport(report, RULES, () => undefined),
  };
  return { content, report, reports: said };
}

/** @returns what does not hold, as sentences; empty where everything does */
export function findViolations(
  hostile: HostileFile,
  { content, report, reports: said }: CheckedFile,
): string[] {
  const own = report.problems.filter(
    ({ path, severity }) => path === `content/${hostile.path}` && severity === 'error',
  );
  return [
    ...(hostile.isBroken && own.length === 0 ? ['It is broken, and nothing says so'] : []),
    ...findMisplacedProblems(report.problems, content),
    ...report.problems.flatMap(findWordingFaults),
    ...findReportFaults(report, said),
    ...findFixFaults(content, report),
    ...findSilentParseErrors(content, report),
    ...findRenderFaults(content, report),
    ...findPreviewFaults(content, report),
  ];
}

/** A body that could not be read, even if the rest of it could, is always reported. */
function findSilentParseErrors({ documents }: Content, { problems }: CheckReport): string[] {
  const isReported = (path: string) =>
    problems.some(
      (problem) =>
        problem.path === path && problem.severity === 'error' && /^(?:valid-mdx|no-code)$/.test(problem.rule),
    );
  return documents
    .filter(({ mdx, path }) => mdx.errors.length > 0 && !isReported(path))
    .map(({ path }) => `The parser cannot read ${path}, and no error says so`);
}

/** The preview shows files with errors, and nothing in them can run. */
function findPreviewFaults({ documents }: Content, { problems }: CheckReport): string[] {
  const addresses = createAddresses('/kb/');
  return documents.flatMap((document) => {
    const own = problems.filter(({ path }) => path === document.path);
    const links = createLinkResolver(document, addresses, () => undefined);
    return findDangers(renderBody(extractValidDocument(document, own), links));
  });
}

function findMisplacedProblems(problems: readonly Problem[], content: Content): string[] {
  const lines = new Map(content.files.map(({ path, text }) => [path, text.split(/\r\n|\n|\r/)]));
  return problems.flatMap((problem) => {
    const own = lines.get(problem.path);
    if (!own) return problem.path === 'content/site.yaml' ? [] : [`There is no file ${problem.path}`];
    return isInside(problem, own) ? [] : [`${problem.rule} is told outside of ${problem.path}`];
  });
}

function isInside({ line, column, endLine, endColumn }: Problem, lines: readonly string[]): boolean {
  const isThere = (at: number, letter: number) =>
    at >= 1 && letter >= 1 && at <= lines.length && letter <= (lines[at - 1] ?? '').length + 2;
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  return isThere(line, column) && isThere(endLine, endColumn) && isForward;
}

/** Matches characters that could control a terminal or start a new line. Some languages need joiners and marks. */
const UNPRINTABLE =
  /[[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]--[\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]]/v;
const MAX_MESSAGE_LENGTH = 2_000;

function findWordingFaults({ rule, message, hint = '', excerpt, path }: Problem): string[] {
  const name = RULES.some((known) => known.name === rule) ? [] : [`There is no rule ${rule}`];
  return [message, hint, excerpt?.text ?? ''].flatMap((text) => [
    ...(UNPRINTABLE.test(text)
      ? [`${rule} prints what cannot be printed: ${JSON.stringify(text)} (${path})`]
      : []),
    ...(text.length > MAX_MESSAGE_LENGTH ? [`${rule} says ${text.length} characters`] : []),
    ...name,
  ]);
}

function findReportFaults(
  report: CheckReport,
  { terminal, github, markdown, json, sarif }: CheckedFile['reports'],
): string[] {
  const annotations = github.split('\n').length - 2;
  checkReportSchema.parse(JSON.parse(json));
  JSON.parse(sarif);
  return [
    ...Object.entries({ terminal, github, markdown }).flatMap(([name, text]) =>
      UNPRINTABLE.test(text.replaceAll('\n', '')) ? [`${name} prints what cannot be printed`] : [],
    ),
    ...(annotations === report.problems.length
      ? []
      : [`${report.problems.length} problems make ${annotations} annotations`]),
  ];
}

/** A fix never loses a file, and changes nothing outside its edits. */
function findFixFaults(content: Content, report: CheckReport): string[] {
  return fixFiles(content.files, report.problems).flatMap(({ path, text, fixed }) => {
    const before = content.files.find((file) => file.path === path)?.text ?? '';
    const isBounded = fixed.every(({ edits = [] }) =>
      edits.every(({ span }) => span.start >= 0 && span.start <= span.end && span.end <= before.length),
    );
    return isBounded && (text !== '' || before.trim() === '') ? [] : [`Mending loses ${path}`];
  });
}

/** Content that passes the check of a build can be rendered, and cannot run. */
function findRenderFaults(content: Content, report: CheckReport): string[] {
  if (report.errors > 0) return [];
  if (!content.site?.validated.data) return ['There are no errors, and no site.yaml'];
  const knowledge = createKnowledge(content);
  const findTitle = (ref: Ref) => {
    const entry = knowledge.find(ref);
    return entry && getTitle(entry);
  };
  const addresses = createAddresses('/kb/');
  return content.documents.flatMap((document) => {
    const links = createLinkResolver(document, addresses, findTitle);
    const isThere = knowledge.find({ kind: document.kind, id: document.id }) !== undefined;
    return [...findDangers(renderBody(document, links)), ...(isThere ? [] : [`${document.path} is lost`])];
  });
}
