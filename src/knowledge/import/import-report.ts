/** Reports what an import did, for the person who reviews it. */
import type { ReportStyle } from '../check/reporters/terminal.ts';
import { formatProblem } from '../check/reporters/terminal.ts';
import { formatCount } from '../schema/labels.ts';
import { toPrintablePath } from '../source/problem.ts';
import { findImportAdvice } from './import-advice.ts';
import type { UnmatchedName } from './map-facts.ts';
import type { ImportOutcome } from './plan-import.ts';

export interface UnreadableFile {
  readonly name: string;
  readonly why: string;
}

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[];
  /** Files that are not of the format. */
  readonly unreadable: readonly UnreadableFile[];
  /** The content folder as messages name it. */
  readonly root: string;
  readonly isDryRun: boolean;
}

const PLAIN_STYLE: ReportStyle = { error: (text) => text, warning: (text) => text, dim: (text) => text };

/** @returns text that ends with a line break */
export function formatImportReport(report: ImportReport, style: ReportStyle = PLAIN_STYLE): string {
  const { outcomes, unreadable } = report;
  const parts = [
    ...outcomes.flatMap((outcome) => describeOutcome(outcome, report.root, style)),
    ...unreadable.map(({ name, why }) => `${toPrintablePath(name)}  ${style.error(toPrintablePath(why))}`),
    ...formatUnmatchedNames(outcomes),
    summarizeImport(report),
    ...formatAdvice(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

function describeOutcome(outcome: ImportOutcome, root: string, style: ReportStyle): string[] {
  const name = toPrintablePath(outcome.source.name);
  if (outcome.type === 'new') {
    const { path, gaps, remarks } = outcome.draft;
    return [
      [
        `${root}/${path}  ${style.dim(`from ${name}`)}`,
        ...(gaps.length > 0 ? [`  to write: ${gaps.join(', ')}`] : []),
        ...remarks.map((remark) => `  look at: ${toPrintablePath(remark)}`),
        ...outcome.pictures.map(
          ({ from, path: copy }) =>
            `  picture: ${root}/${copy}  ${style.dim(`from ${toPrintablePath(from)}`)}`,
        ),
      ].join('\n'),
    ];
  }
  if (outcome.type === 'covered') {
    return [
      `${name}  ${style.warning(`is already covered by ${outcome.path}, which names the same source; skipped`)}`,
    ];
  }
  if (outcome.type === 'failed') return [`${name}  ${style.error(toPrintablePath(outcome.why))}`];
  if (outcome.type === 'refused') {
    const problems = outcome.problems.map((problem) => formatProblem(problem, style));
    return [[`${name}  ${style.error('cannot become a page; skipped')}`, ...problems].join('\n')];
  }
  if (!outcome.changed) return [];
  return [
    `${name}  ${style.warning(`has changed since it was imported to ${outcome.path}; compare them by hand`)}`,
  ];
}

/** Names that are in no vocabulary, the most frequent first. */
function formatUnmatchedNames(outcomes: readonly ImportOutcome[]): string[] {
  const rows = new Map<string, { times: number; entry: UnmatchedName }>();
  for (const outcome of outcomes) {
    for (const entry of outcome.type === 'new' ? outcome.draft.unknown : []) {
      const key = entry.name.toLowerCase();
      rows.set(key, {
        entry: { ...entry, name: toPrintablePath(entry.name) },
        times: (rows.get(key)?.times ?? 0) + 1,
      });
    }
  }
  if (rows.size === 0) return [];
  const sorted = [...rows.values()].sort(
    (a, b) => b.times - a.times || (a.entry.name.toLowerCase() < b.entry.name.toLowerCase() ? -1 : 1),
  );
  const width = Math.min(40, Math.max(...sorted.map(({ entry }) => entry.name.length)));
  const lines = sorted.map(({ times, entry }) => {
    const near = entry.nearest ? `  nearest: ${entry.nearest}` : '';
    return `  ${String(times).padStart(4)}  ${entry.name.padEnd(near ? width : 0)}${near}`;
  });
  return [['Not in the vocabularies, or in them more than once; kept in the text:', ...lines].join('\n')];
}

function formatAdvice({ outcomes, isDryRun }: ImportReport): string[] {
  const advice = findImportAdvice(outcomes, !isDryRun);
  if (advice.length === 0) return [];
  return [['What would help most:', ...advice.map((text) => `  ${toPrintablePath(text)}`)].join('\n')];
}

function summarizeImport({ outcomes, unreadable, isDryRun }: ImportReport): string {
  const of = (type: ImportOutcome['type']) => outcomes.filter((outcome) => outcome.type === type).length;
  const refused = of('refused') + of('failed') + unreadable.length;
  const parts = [
    of('new') > 0
      ? `${formatCount(of('new'), 'draft')} ${isDryRun ? 'to be written' : 'written'}`
      : 'Nothing to do',
    of('known') > 0 ? `${of('known')} imported before` : '',
    of('covered') > 0 ? `${of('covered')} already covered` : '',
    refused > 0 ? `${refused} not imported` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Returns whether a person must do something about a source that was not imported. */
export function needsAttention({
  outcomes,
  unreadable,
}: Pick<ImportReport, 'outcomes' | 'unreadable'>): boolean {
  return (
    unreadable.length > 0 ||
    outcomes.some(
      (outcome) =>
        outcome.type === 'refused' ||
        outcome.type === 'failed' ||
        (outcome.type === 'known' && outcome.changed),
    )
  );
}
