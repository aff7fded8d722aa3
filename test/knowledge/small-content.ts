/** The smallest content that passes the check, for tests that add one thing to it. */
import { parse } from 'yaml';
import { RULES } from '../../src/knowledge/check/rules/index.ts';
import type { CheckContext, RuleContext } from '../../src/knowledge/check/rules/rule.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/graph/knowledge.ts';
import { blocksRendering } from '../../src/knowledge/graph/valid/blocks-rendering.ts';
import { Content } from '../../src/knowledge/source/content.ts';
import type { Problem } from '../../src/knowledge/source/problem.ts';

export const SMALL_FILES = {
  'site.yaml':
    'title: Hindsight\ndescription: What we learned.\naddress: https://example.org/kb/\nsections: []\ncompleteness: 0\n',
  'vocabulary/services.yaml':
    '- id: redis\n  title: Redis\n  meaning: A store in memory.\n  aliases: [redis-server]\n  misspellings: [reddis]\n' +
    '- id: elasticsearch\n  title: Elasticsearch\n  meaning: A search engine.\n  aliases: [ES]\n',
  'vocabulary/tags.yaml':
    '- id: not-reboot-safe\n  title: Not reboot-safe\n  meaning: It does not come back by itself.\n',
  'vocabulary/activities.yaml':
    '- id: planned-reboot\n  title: Planned reboot\n  objective: Everything is back.\n  mode: do-confirm\n' +
    '  pausePoints:\n    - id: before\n      title: Before the reboot\n    - id: after\n      title: After the reboot\n' +
    '- id: emergency\n  title: Emergency\n  objective: Stop the harm.\n  mode: read-do\n' +
    '  pausePoints:\n    - id: now\n      title: Now\n',
  'vocabulary/organizations.yaml': '- id: example\n  title: Example\n- id: elsewhere\n  title: Elsewhere\n',
} as const;

/** The frontmatter of a lesson. The body starts on line 6. */
export const LESSON_HEAD =
  '---\ntitle: Start services at boot\nstatement: Services start by themselves.\nreason: Machines reboot.\n---\n';

/** The frontmatter of a note. The body starts on line 8. */
export const NOTE_HEAD =
  '---\ntitle: Redis\nsummary: How it works.\nstatus: reviewed\norganization: example\nservices: [redis]\n---\n';

/** The frontmatter of a postmortem. The body starts on line 13. */
export const POSTMORTEM_HEAD =
  '---\ntitle: Redis was gone\nsummary: It was gone.\nkind: incident\nstatus: reviewed\nseverity: unknown\norganization: example\n' +
  'started: 2018-03-10\ndetection: { method: alert }\ntrigger: unknown\nimpact: None.\n---\n';

/** The same as values. */
export const POSTMORTEM_FIELDS: Readonly<Record<string, unknown>> = parse(
  POSTMORTEM_HEAD.replaceAll('---\n', ''),
);

/** For checks that need no dictionary: it contains every word. */
export const SMALL_CONTEXT: CheckContext = {
  today: '2026-11-21',
  dictionary: { has: () => true, suggest: () => undefined },
};

/** @param files texts by path in the content folder; `undefined` for a file without text, such as a picture */
export function createContent(files: Readonly<Record<string, string | undefined>>): Content {
  const sources = Object.entries({ ...SMALL_FILES, ...files }).map(([path, text]) =>
    text === undefined ? { path } : { path, text },
  );
  return new Content(sources, 'content', new Map());
}

/** Creates the knowledge base of the small content and these files. */
export function createKnowledgeWith(files: Readonly<Record<string, string>>): Knowledge {
  return createKnowledge(createContent(files));
}

/** Returns the problems that a rule finds in the small content and these files, by default on 21 November 2026. */
export function runRule(
  name: string,
  files: Readonly<Record<string, string | undefined>>,
  context: RuleContext = SMALL_CONTEXT,
): Problem[] {
  const rules = RULES.filter((rule) => rule.name === name);
  if (rules.length === 0) throw new Error(`There is no rule ${name}`);
  return runRules(createContent(files), { ...context, rules });
}

/** Lists the places of problems: `lessons/a.mdx:6:1-9` for line 6 from column 1 to the one before 9. */
export function listPlaces(problems: readonly Problem[]): string[] {
  return problems.map(
    ({ path, line, column, endLine, endColumn }) =>
      `${path.slice('content/'.length)}:${line}:${column}-${endLine === line ? '' : `${endLine}:`}${endColumn}`,
  );
}

/** Lists the errors that make a file unusable, wording and completeness aside: `path:line:column rule`. */
export function listErrors(files: Readonly<Record<string, string | undefined>>): string[] {
  return runRules(createContent(files)).filter(blocksRendering).map(formatProblem);
}

/** Messages and other hints are asserted in `test/fixtures/bad/` alone. */
function formatProblem({ path, line, column, rule, hint }: Problem): string {
  const suggestion = hint?.startsWith('Did you mean') ? `: ${hint}` : '';
  return `${path.slice('content/'.length)}:${line}:${column} ${rule}${suggestion}`;
}
