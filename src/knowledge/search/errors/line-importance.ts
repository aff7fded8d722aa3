/** Rates lines of a log by their severity, so that the words of errors count more than those around them. */

const SERIOUS =
  /\b(?:FATAL|PANIC|EMERG|CRIT(?:ICAL)?|ALERT|SEVERE|ERR(?:OR)?|[EF]\d{4} )\b|\[(?:emerg|alert|crit|error|fatal)\]|\b(?:level|severity|lvl)["']?[=:] ?["']?(?:fatal|panic|emerg|crit|alert|err)|\bpanic:|\bfatal(?: error)?:|\bCaused by:|^(?:[a-z]\w*[.:]+)*[A-Z]\w{1,60}(?:Error|Exception)\b|^(?:[A-Za-z_]\w{0,60}(?:\.|::)){1,8}[A-Z]\w{1,60}: |^Traceback|\bUnhandled\b/i;
const WARNING = /\bWARN(?:ING)?\b|\[warn\]|\b(?:level|severity|lvl)["']?[=:] ?["']?warn|\bW\d{4} /i;
const ROUTINE =
  /\b(?:INFO|DEBUG|TRACE|NOTICE|VERBOSE)\b|\[(?:info|debug|notice|trace)\]|\b(?:level|severity|lvl)["']?[=:] ?["']?(?:info|debug|trace|notice)|\bI\d{4} |\bGET \S{1,200} HTTP\/\d(?:\.\d)?" 2\d\d\b/;

const LABEL = /(?:^|[\s\]])(?:fatal|error|err|panic|critical|severe|warning)\s{0,4}: /i;

const EXCEPTION_LABEL = /(?:^|[\s.:])[A-Z]\w{1,60}(?:Error|Exception): /;

/** Returns whether a line calls itself an error: "ERROR:  deadlock detected", "MongoServerError: not primary". */
export function hasSeverityLabel(line: string): boolean {
  const start = line.slice(0, 200);
  return LABEL.test(start) || EXCEPTION_LABEL.test(start);
}

/** Returns the line without the word by which it calls itself an error. */
export function removeSeverityLabel(line: string): string {
  return line.replace(LABEL, ' ');
}

/** Returns 3 for an error, 2 for a warning, 1 for a line without a severity and 0 for a routine message. */
export function rateLine(line: string): 0 | 1 | 2 | 3 {
  // "INFO retrying after an error" is routine.
  const level = line.slice(0, 200);
  if (ROUTINE.test(level) && !/\bCaused by:/.test(level)) return 0;
  if (SERIOUS.test(level)) return 3;
  return WARNING.test(level) ? 2 : 1;
}
