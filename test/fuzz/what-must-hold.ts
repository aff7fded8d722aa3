/** What holds for every file, whatever stands in it: the check says something of it, or the site can show it. */
import { sourceOf } from '../../src/content-folder.ts';
import { runGate } from '../../src/gate.ts';
import { createAddresses } from '../../src/knowledge/addresses.ts';
import { check } from '../../src/knowledge/check.ts';
import { Content, type ContentFile } from '../../src/knowledge/content.ts';
import { entriesOf, titleOf } from '../../src/knowledge/entries.ts';
import { fixFiles } from '../../src/knowledge/fix.ts';
import { keyOf } from '../../src/knowledge/kinds.ts';
import { Knowledge } from '../../src/knowledge/knowledge.ts';
import { createLinks } from '../../src/knowledge/links.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { renderBody } from '../../src/knowledge/render.ts';
import type { Report } from '../../src/knowledge/report.ts';
import { reportForGithub } from '../../src/knowledge/reporters/github.ts';
import { checkReportSchema, reportAsJson } from '../../src/knowledge/reporters/json.ts';
import { reportAsMarkdown } from '../../src/knowledge/reporters/markdown.ts';
import { reportAsSarif } from '../../src/knowledge/reporters/sarif.ts';
import { reportForTerminal } from '../../src/knowledge/reporters/terminal.ts';
import { RULES } from '../../src/knowledge/rules.ts';
import { dangersIn } from '../knowledge/harmless-html.ts';
import { BASE, type HostileFile } from './hostile-files.ts';

/**
 * @returns what does not hold, as sentences; empty where everything does
 * @throws what the check throws, which it never should
 */
export async function brokenPromises(hostile: HostileFile): Promise<string[]> {
  const others = BASE.filter(({ path }) => path !== hostile.path);
  const content = new Content([...others, sourceOf(hostile.path, hostile.bytes)], 'content');
  const report = await runGate(content);
  const own = report.problems.filter(
    ({ path, severity }) => path === `content/${hostile.path}` && severity === 'error',
  );
  return [
    ...(hostile.isBroken && own.length === 0 ? ['It is broken, and nothing says so'] : []),
    ...report.problems.flatMap((problem) => misplaced(problem, content)),
    ...report.problems.flatMap(misworded),
    ...misreported(report),
    ...mismended(content, report),
    ...misrendered(content),
  ];
}

function misplaced(problem: Problem, content: Content): string[] {
  const file = content.files.find(({ path }) => path === problem.path);
  if (!file) return problem.path === 'content/site.yaml' ? [] : [`There is no file ${problem.path}`];
  const lines = file.text.split(/\r\n|\n|\r/);
  const isInside = (line: number, column: number) =>
    line >= 1 && column >= 1 && line <= lines.length && column <= (lines[line - 1] ?? '').length + 2;
  const { line, column, endLine, endColumn } = problem;
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  return isInside(line, column) && isInside(endLine, endColumn) && isForward
    ? []
    : [`${problem.rule} is told at ${line}:${column}-${endLine}:${endColumn}, outside of the file`];
}

/** What could rearrange a terminal, or begin a line of its own. Joiners are part of how some languages are written. */
const UNPRINTABLE = /[[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]--[\u200c\u200d]]/v;
const LONGEST = 2_000;

function misworded({ rule, message, hint = '', excerpt, path }: Problem): string[] {
  const name = RULES.some((known) => known.name === rule) ? [] : [`There is no rule ${rule}`];
  return [message, hint, excerpt?.text ?? ''].flatMap((text) => [
    ...(UNPRINTABLE.test(text)
      ? [`${rule} prints what cannot be printed: ${JSON.stringify(text)} (${path})`]
      : []),
    ...(text.length > LONGEST ? [`${rule} says ${text.length} characters`] : []),
    ...name,
  ]);
}

function misreported(report: Report): string[] {
  const terminal = reportForTerminal(report.problems);
  const github = reportForGithub(report);
  const annotations = github.split('\n').length - 2;
  const texts = { terminal, github, markdown: reportAsMarkdown(report) };
  checkReportSchema.parse(JSON.parse(reportAsJson(report)));
  JSON.parse(reportAsSarif(report, RULES, () => undefined));
  return [
    ...Object.entries(texts).flatMap(([name, text]) =>
      UNPRINTABLE.test(text.replaceAll('\n', '')) ? [`${name} prints what cannot be printed`] : [],
    ),
    ...(annotations === report.problems.length
      ? []
      : [`${report.problems.length} problems make ${annotations} annotations`]),
  ];
}

/** Mending never loses a file, and what it changes lies inside the edits. */
function mismended(content: Content, report: Report): string[] {
  return fixFiles(content.files as readonly ContentFile[], report.problems).flatMap(
    ({ path, text, fixed }) => {
      const before = content.files.find((file) => file.path === path)?.text ?? '';
      const isBounded = fixed.every(({ edits = [] }) =>
        edits.every(({ span }) => span.start >= 0 && span.start <= span.end && span.end <= before.length),
      );
      return isBounded && (text !== '' || before.trim() === '') ? [] : [`Mending loses ${path}`];
    },
  );
}

/** What passes the check of a build can be shown, and cannot run. */
function misrendered(content: Content): string[] {
  if (check(content).some(({ severity }) => severity === 'error')) return [];
  const site = content.site?.validated.data;
  if (!site) return ['Nothing is wrong, and there is no site'];
  const entries = entriesOf(content);
  const knowledge = new Knowledge(entries, site, content.redirects);
  const titles = new Map(entries.map((entry) => [keyOf(entry), titleOf(entry)]));
  const addresses = createAddresses('/kb/');
  return content.documents.flatMap((document) => {
    const links = createLinks(document, addresses, (ref) => titles.get(keyOf(ref)));
    const isThere = knowledge.find({ kind: document.kind, id: document.id }) !== undefined;
    return [...dangersIn(renderBody(document, links)), ...(isThere ? [] : [`${document.path} is lost`])];
  });
}
