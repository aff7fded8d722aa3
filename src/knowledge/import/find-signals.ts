/** Error texts and log lines among what a body shows as code. */
import type { Root, RootContent } from 'mdast';
import { SKIP, visit } from '../source/mdx/visit.ts';

const ERROR_WORDS =
  /\b(?:error|exception|fail(?:ed|ure|s)?|fatal|panic|timed? ?out|refused|denied|deferred|rejected|unavailable|unreachable|exceeded|aborted|killed|deadlock|corrupt(?:ed|ion)?|overflow|cannot|can't|could not|couldn't|unable|not found|no such|too many|out of memory|no space left)\b/i;
/** Names that only errors have: `ECONNREFUSED`, `OutOfMemoryError`, `503 Service Unavailable`. */
const ERROR_NAME =
  /\bE(?:CONN|TIMED|ADDR|PIPE|HOST|NET|NOENT|NOSPC|NOMEM|NOTFOUND|ACCES|AGAIN|MFILE|NFILE|PERM|EXIST)[A-Z]*\b|[a-z](?:Error|Exception)\b|\b[45]\d\d (?:Bad|Not|Internal|Service|Gateway|Too|Forbidden|Unauthorized|Request)\b/;
/** A log line: it begins with a time or a level. */
const LOG_LINE =
  /^\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|(?:ERROR|WARN(?:ING)?|FATAL|CRIT(?:ICAL)?|PANIC)\b)/;
/** Prompts, commands and code are typed by people, so they are not signals. */
const COMMAND_LINE =
  /^\s*(?:[$#%>] |(?:\S+@\S+[#$] )|(?:sudo|ssh|curl|grep|docker|kubectl|git|systemctl|service|npm|if|for|while|return|catch|throw|try|raise|def|func|function|const|let|var|import|public|private)\b)/;

const MAX_SIGNALS = 20;
const MAX_SIGNAL_LENGTH = 300;

/** @returns the texts to the letter, each once, in their order; they stay in the body as well */
export function findSignals(blocks: readonly RootContent[]): string[] {
  const found: string[] = [];
  const root: Root = { type: 'root', children: [...blocks] };
  visit(root, (node) => {
    if (node.type === 'delete') return SKIP;
    if (node.type === 'inlineCode' && isSignal(node.value, 1)) found.push(node.value);
    if (node.type === 'code') found.push(...node.value.split('\n').filter((line) => isSignal(line, 2)));
    return undefined;
  });
  const once = new Set(found.map((text) => text.trim()).filter((text) => text.length <= MAX_SIGNAL_LENGTH));
  return [...once].slice(0, MAX_SIGNALS);
}

/** @param words how many it takes for a text of trouble; the name of an error is enough by itself */
function isSignal(text: string, words: number): boolean {
  if (COMMAND_LINE.test(text)) return false;
  const count = text.trim().split(/\s+/).length;
  if (ERROR_NAME.test(text) && count >= words) return true;
  return ERROR_WORDS.test(text) && (count > 1 || LOG_LINE.test(text));
}
