/** Finds the severity of an incident outside the fields of a page: in labels of GitLab, and in sentences. */
import type { RootContent } from 'mdast';
import { toPlainWords } from './plain-words.ts';
import type { Fact } from './source-document.ts';

/** `~severity::2`, `~"Severity::2"`, `~S2`, and the quick action `/severity S2` (docs.gitlab.com/user/project/quick_actions). */
const LABEL =
  /~"?(?:(?:severity|sev)(?:::|[ :_-])?(?:s|sev-?)?|S)([1-4])(?![\p{L}\d])|^\s*\/severity\s+(?:severity)?s?([1-4])\b/gimu;
const MAX_LABEL_LINE = 300;

/** Returns the severity that the labels in the lines before the first heading name, if they name one. */
export function findSeverityLabel(blocks: readonly RootContent[]): Fact[] {
  const lines = blocks
    .filter(({ type }) => type === 'paragraph' || type === 'list')
    .map((block) => toPlainWords(block))
    .filter((words) => words.length <= MAX_LABEL_LINE);
  const found = lines.flatMap((line) => [...line.matchAll(LABEL)]);
  const levels = new Set(found.map(([, label, action]) => label ?? action));
  const [only] = found;
  if (!only || levels.size > 1) return [];
  return [
    {
      name: 'label',
      values: [only[0].trim()],
      target: 'severity',
      reading: `sev${only[1] ?? only[2]}`,
      isInBody: true,
    },
  ];
}

const MENTION =
  /(?<![\p{L}\d-])(?:(sev(?:erity)?)[ -]?(?:level )?([0-5])|(p)([0-5])(?= (?:incident|outage|event|alert|störung|vorfall))|priority ([1-5])(?= (?:incident|outage)))(?![\p{L}\d]|[.:]\d)/giu;

/** Returns the severity that sentences name, as they write it; undefined if they name none, or several. */
export function findSeverityMention(text: string): string | undefined {
  const found = [...text.matchAll(MENTION)];
  const levels = new Set(found.map(([, , severity, , level, priority]) => severity ?? level ?? priority));
  return levels.size === 1 ? found[0]?.[0] : undefined;
}
