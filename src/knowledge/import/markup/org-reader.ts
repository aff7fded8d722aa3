/**
 * Org (orgmode.org/worg/org-syntax.html). Its packages are under the GPL (uniorg) or drop drawers and keywords (orga), so
 * that this reader converts it line by line: what it does not know stays as text.
 */
import { findFactTarget } from '../fact-labels.ts';
import { checkLineCount, parseMarkdown } from '../markdown-reader.ts';
import type { Fact, SourceDocument, SourceFile } from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import {
  convertInline,
  formatCode,
  formatCodeBlock,
  formatLink,
  formatTable,
  type InlineRule,
} from './convert-inline.ts';

export function recognizesOrg({ path, text = '' }: SourceSample): boolean {
  if (/\.org$/i.test(path)) return true;
  return (
    /\.txt$/i.test(path) &&
    /^#\+(?:title|author|date|options|begin_\w+):?\s/im.test(text) &&
    /^\*+ \S/m.test(text)
  );
}

export function readOrg(file: SourceFile): SourceDocument {
  checkLineCount(file.text);
  const lines = file.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const state: State = { facts: [], output: [], inList: false, isInTask: false, states: findStates(lines) };
  for (let at = 0; at < lines.length;) at = readBlock(lines, at, state);
  return {
    format: 'org',
    name: file.path,
    source: file.text,
    facts: state.facts,
    events: [],
    body: parseMarkdown(state.output.join('\n')).children,
    remarks: [],
  };
}

interface State {
  readonly facts: Fact[];
  readonly output: string[];
  inList: boolean;
  /** True below a heading with the state of a task, whose properties are not those of the page. */
  isInTask: boolean;
  /** The names of the states that a task can have. */
  readonly states: ReadonlySet<string>;
}

const DEFAULT_STATES = 'TODO NEXT STARTED INPROGRESS IN-PROGRESS DOING WAITING HOLD DONE CANCELED CANCELLED';

/** `#+TODO: TODO(t) REVIEW(r@/!) | DONE(d) DROPPED` */
function findStates(lines: readonly string[]): ReadonlySet<string> {
  const own = lines.flatMap((line) => {
    const [, states = ''] = /^\s*#\+(?:seq_|typ_)?todo:\s*(.*)$/i.exec(line) ?? [];
    return states.split(/[\s|]+/).map((state) => state.replace(/\(.*$/, ''));
  });
  return new Set([...DEFAULT_STATES.split(' '), ...own.filter(Boolean)]);
}

/** @returns the line after the block */
function readBlock(lines: readonly string[], at: number, state: State): number {
  const line = lines[at] ?? '';
  const [, kind] = /^\s*#\+begin_(\w+)/i.exec(line) ?? [];
  const wasInList = state.inList;
  state.inList = false;
  if (kind) return readDelimited(lines, at, kind.toLowerCase(), state);
  if (/^\s*:[\w@#%-]+:\s*$/.test(line) && !/^\s*:end:/i.test(line)) return readDrawer(lines, at, state);
  if (/^\s*\|/.test(line)) return readTable(lines, at, state);
  if (/^\s*: /.test(line)) return readFixedWidth(lines, at, state);
  if (readKeyword(line, state) || readHeading(lines, at, state) || readPlanning(line, state)) return at + 1;
  state.inList = readItem(line, wasInList, state) || readTextLine(line, wasInList, state);
  return at + 1;
}

/** @returns true if the line continues an item */
function readTextLine(line: string, wasInList: boolean, { isInTask, output }: State): boolean {
  const isContinued = wasInList && /^\s+\S/.test(line);
  if (isInTask) output.push('');
  output.push(isContinued ? `   ${toInline(line.trim())}` : toInline(line.trim()));
  return isContinued;
}

const KEYWORD_TARGETS: Readonly<Record<string, Fact['target']>> = {
  title: 'title',
  date: 'source.published',
  filetags: 'vocabulary',
  description: 'summary',
};

/** `#+TITLE: Disk full` */
function readKeyword(line: string, { facts, output }: State): boolean {
  const [, name = '', value = ''] = /^\s*#\+([\w-]+):\s*(.*)$/.exec(line) ?? [];
  if (!name) {
    const [, comment] = /^\s*# (.*)$/.exec(line) ?? [];
    if (comment !== undefined) output.push('', `<!-- ${comment.replaceAll('--', '- -')} -->`, '');
    return comment !== undefined;
  }
  const key = name.toLowerCase();
  const target = Object.hasOwn(KEYWORD_TARGETS, key) ? KEYWORD_TARGETS[key] : findFactTarget(key);
  const values = key === 'filetags' ? value.split(':').filter(Boolean) : [stripStamp(value)];
  if (!LAYOUT_KEYWORDS.test(key) && value.trim()) facts.push({ name: key, values, target });
  return true;
}

/** Settings of the export say nothing of the text. */
const LAYOUT_KEYWORDS =
  /^(?:options|startup|latex\w*|html\w*|setupfile|property|attr_\w+|results|export_\w+|bind|todo|seq_todo|typ_todo|columns)$/;

/** `** TODO [#A] Alert earlier :ops:` */
function readHeading(lines: readonly string[], at: number, state: State): boolean {
  const [, stars, words = ''] = HEADING.exec(lines[at] ?? '') ?? [];
  if (!stars) return false;
  const [, text = words, tags = ''] = /^(.*?)\s+(:[\w@#%:]+:)\s*$/.exec(words) ?? [];
  const [, first = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(text) ?? [];
  const hasState = state.states.has(first);
  state.isInTask = hasState && isTaskAlone(lines, at, stars.length);
  const [, priority, title = ''] = /^(?:\[#([A-Z])\]\s+)?(.*)$/.exec(hasState ? rest : text) ?? [];
  const names = tags.split(':').filter(Boolean);
  const labels = [
    hasState && !state.isInTask && first,
    priority && `priority ${priority}`,
    ...(state.isInTask ? [] : names),
  ].filter(Boolean);
  const label = labels.length > 0 ? ` (${labels.join(', ')})` : '';
  state.output.push('', `${'#'.repeat(Math.min(stars.length + 1, 6))} ${toInline(title)}${label}`, '');
  if (state.isInTask) pushTask(first, names, state);
  return true;
}

function pushTask(status: string, tags: readonly string[], state: State): void {
  pushProperty('Status', status, state);
  if (tags.length > 0) pushProperty('Tags', tags.join(', '), state);
}

const HEADING = /^(\*+)\s+(.*)$/;
/** A list, a table or a block: what they contain can be tasks of their own. */
const OTHER_CONTENT = /^\s*(?:[-+]|\d+[.)])\s|^\s*\||^\s*#\+begin_|^\s*: |^\s*:logbook:/i;

/** Returns whether a task has no headings, lists and tables below it. */
function isTaskAlone(lines: readonly string[], at: number, depth: number): boolean {
  const end = findEnd(lines, at, HEADING);
  const next = HEADING.exec(lines[end] ?? '')?.[1]?.length ?? 0;
  return next <= depth && !lines.slice(at + 1, end).some((line) => OTHER_CONTENT.test(line));
}

function pushProperty(name: string, value: string, { output }: State): void {
  output.push(`- ${name}: ${toInline(value)}`);
}

/** `DEADLINE: <2024-10-18 Fri> SCHEDULED: <2024-10-11 Fri>` */
function readPlanning(line: string, state: State): boolean {
  if (!state.isInTask || !PLANNING.test(line)) return false;
  for (const [, name = '', stamp = ''] of line.matchAll(
    /(CLOSED|DEADLINE|SCHEDULED):\s*([<[][^>\]]*[>\]])/g,
  )) {
    pushProperty(`${name.charAt(0)}${name.slice(1).toLowerCase()}`, stamp, state);
  }
  state.output.push('');
  return true;
}

const PLANNING = /^\s*(?:(?:CLOSED|DEADLINE|SCHEDULED):\s*[<[][^>\]]*[>\]]\s*)+$/;

/** `- [X] item`, `1. item`, `- term :: definition` */
function readItem(line: string, wasInList: boolean, { output }: State): boolean {
  const [, indent = '', mark = '', box = '', words = ''] =
    /^(\s*)([-+]|\*(?<=\s\*)|\d+[.)])\s+(?:\[@\d+\]\s*)?(\[[ Xx-]\]\s+)?(.*)$/.exec(line) ?? [];
  if (!mark) return false;
  const [, term, definition = ''] = /^(.+?)\s+::(?:\s+(.*))?$/.exec(words) ?? [];
  const text = term === undefined ? toInline(words) : `**${toInline(term)}:** ${toInline(definition)}`;
  const level = '   '.repeat(Math.ceil(indent.length / 3));
  const check = box ? `[${/x/i.test(box) ? 'x' : ' '}] ` : '';
  if (!wasInList) output.push('');
  output.push(`${level}${/\d/.test(mark) ? mark.replace(')', '.') : '-'} ${check}${text}`);
  return true;
}

function findEnd(lines: readonly string[], from: number, pattern: RegExp): number {
  const end = lines.findIndex((line, index) => index > from && pattern.test(line));
  return end < 0 ? lines.length : end;
}

function readDelimited(lines: readonly string[], at: number, kind: string, { output }: State): number {
  const end = findEnd(lines, at, new RegExp(`^\\s*#\\+end_${kind}\\b`, 'i'));
  const inner = lines.slice(at + 1, end);
  if (kind === 'quote' || kind === 'verse')
    output.push('', ...inner.map((line) => `> ${toInline(line.trim())}`), '');
  else if (kind === 'center') output.push('', ...inner.map((line) => toInline(line.trim())), '');
  else {
    const [, language] = /^\s*#\+begin_src\s+([\w+#-]+)/i.exec(lines[at] ?? '') ?? [];
    const indent = Math.min(
      ...inner.filter((line) => line.trim()).map((line) => /^\s*/.exec(line)?.[0].length ?? 0),
    );
    output.push(
      ...formatCodeBlock(
        inner.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)),
        language,
      ),
    );
  }
  return end + 1;
}

/** Properties are facts of a page: `:SEVERITY: SEV2`. Other drawers are text. */
function readDrawer(lines: readonly string[], at: number, state: State): number {
  const end = findEnd(lines, at, /^\s*:end:\s*$/i);
  const inner = lines.slice(at + 1, end);
  if (!/^\s*:properties:/i.test(lines[at] ?? '')) {
    for (let index = 0; index < inner.length;) index = readBlock(inner, index, state);
    return end + 1;
  }
  for (const line of inner) {
    const [, name = '', value = ''] = /^\s*:([\w-]+):\s*(.*)$/.exec(line) ?? [];
    const words = name.toLowerCase().replace(/[_-]+/g, ' ');
    if (!name) state.output.push(toInline(line.trim()));
    else if (state.isInTask) pushProperty(words, value, state);
    else if (value) {
      const target = words === 'id' ? undefined : findFactTarget(words);
      state.facts.push({ name: words, values: [stripStamp(value)], target });
    }
  }
  return end + 1;
}

/** The cookies of a table (`|<l>|`) and its rules are no rows. */
function readTable(lines: readonly string[], at: number, { output }: State): number {
  const end = findEnd(lines, at, /^(?!\s*\|)/);
  const block = lines.slice(at, end);
  const rule = block.findIndex((line) => /^\s*\|-/.test(line));
  const rows = block
    .filter((line) => !/^\s*\|-/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => toInline(cell.trim())),
    );
  output.push(...formatTable(rows, rule === 1));
  return end;
}

function readFixedWidth(lines: readonly string[], at: number, { output }: State): number {
  const end = findEnd(lines, at, /^(?!\s*:(?: |$))/);
  output.push(...formatCodeBlock(lines.slice(at, end).map((line) => line.replace(/^\s*: ?/, ''))));
  return end;
}

/** `<2024-05-14 Tue 09:31>`, `[2024-05-14 Tue]` */
const STAMP =
  /[<[](\d{4}-\d{2}-\d{2})(?: \p{L}+\.?)?(?: (\d{1,2}:\d{2}(?:-\d{1,2}:\d{2})?))?(?: [.+]?[+-]\d+\w)*[>\]]/gu;

function stripStamp(text: string): string {
  return text.replace(STAMP, (_, day: string, clock?: string) => (clock ? `${day} ${clock}` : day)).trim();
}

const BEFORE = String.raw`(?<=^|[\s({'"-])`;
const AFTER = String.raw`(?=$|[\s.,;:!?'")}\[-])`;
const mark = (sign: string): RegExp =>
  new RegExp(String.raw`${BEFORE}${sign}(?=\S)([^\n]{0,500}?\S)${sign}${AFTER}`, 'g');

const RULES: readonly InlineRule[] = [
  { pattern: mark('='), toMarkdown: ([, code = '']) => formatCode(code) },
  { pattern: mark('~'), toMarkdown: ([, code = '']) => formatCode(code) },
  {
    pattern: /\[\[([^\][\n]+)\](?:\[([^\][\n]+)\])?\]/g,
    toMarkdown: ([, target = '', label = ''], convert) => {
      const url = target.replace(/^file:/, '');
      const isPicture = !label && /\.(?:png|jpe?g|gif|svg|webp)$/i.test(url);
      return isPicture ? `![](<${url}>)` : formatLink(convert(label), url);
    },
  },
  { pattern: /https?:\/\/[^\s<>\][{}|"]*[^\s<>\][{}|".,;:!?')]/g, toMarkdown: ([url]) => `<${url}>` },
  { pattern: STAMP, toMarkdown: ([stamp]) => stripStamp(stamp) },
  {
    pattern: /\[fn:([\w-]*)(?::([^\][\n]+))?\]/g,
    toMarkdown: ([, name = '', text = ''], convert) => (text ? ` (${convert(text)})` : `(note ${name})`),
  },
  { pattern: mark(String.raw`\*`), toMarkdown: ([, text = ''], convert) => `**${convert(text)}**` },
  { pattern: mark('/'), toMarkdown: ([, text = ''], convert) => `*${convert(text)}*` },
  { pattern: mark('_'), toMarkdown: ([, text = ''], convert) => convert(text) },
  { pattern: mark(String.raw`\+`), toMarkdown: ([, text = ''], convert) => `~~${convert(text)}~~` },
];

function toInline(text: string): string {
  return convertInline(text, RULES);
}
