/** Removes everything except the message from a log line: times, addresses, ids. */

interface NoisePattern {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Longer forms come first, so that no part of one matches another pattern. */
const NOISE_PATTERNS: readonly NoisePattern[] = [
  // The stack frames of Java and Python, and the first line of those of Go.
  { name: 'stack frame', pattern: /^\s*at [\w$.<>/]+\([^)]*\)(?: ~?\[[^\]]*\])?\s*$/gm },
  { name: 'stack frame', pattern: /^\s*\.\.\. \d+ (?:common frames omitted|more)\s*$/gm },
  { name: 'stack frame', pattern: /^\s*File "[^"]+", line \d+(?:, in \S+)?\s*$/gm },
  { name: 'stack frame', pattern: /^goroutine \d+ \[[\w ,]+\]:\s*$/gm },
  // RFC 5424, section 6.2.1.
  { name: 'priority', pattern: /^<\d{1,3}>\d?(?=\s)/gm },
  { name: 'browser', pattern: /\bMozilla\/\d[^"\n]*/g },
  {
    name: 'request',
    pattern:
      /(?<=\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^\s?"]*)\?[^\s"]*|(?<=\S) HTTP\/\d(?:\.\d)?(?=")/g,
  },
  {
    name: 'field name',
    pattern:
      /"(?:level|severity|ts|time|@?timestamp|caller|logger|trace_?id|span_?id|request_?id|msg|message|host|pod|namespace|stream|thread)" ?:/gi,
  },
  // Suffixes from Kubernetes contain no vowels, nor digits that look like vowels (k8s.io/apimachinery, util/rand).
  {
    name: 'id',
    pattern: /(?<=\w)-[bcdfghjklmnpqrstvwxz2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}(?![a-z0-9])/g,
  },
  {
    name: 'time',
    pattern:
      /\[?\b\d{4}[-/.]\d{2}[-/.]\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)?(?:Z\b| ?[+-]\d{2}:?\d{2}\b)?\]?/g,
  },
  { name: 'time', pattern: /\b\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2}(?: [+-]\d{4})?/g },
  {
    name: 'time',
    pattern:
      /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2},?(?: \d{4})?,? \d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: [AP]M)?/g,
  },
  // Times without a year, and the format of Kubernetes: `E0613 11:49:23.551273       1`.
  {
    name: 'time',
    pattern: /\b\d{2}-\d{2} \d{2}:\d{2}:\d{2}[.,]\d+\b|^[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d+ +\d+/gm,
  },
  { name: 'time', pattern: /\b\d{2}:\d{2}:\d{2}(?:[.,]\d+)?\b/g },
  { name: 'time', pattern: /\b(?:\d+h)?\d+m\d+s(?:\d+ms)?\b|\(x\d+ over \w+\)/g },
  { name: 'time', pattern: /\b1[0-9]{9}(?:\.\d+|\d{3})?\b|\[\s*\d{1,9}\.\d{3,9}\]/g },
  { name: 'id', pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi },
  { name: 'e-mail address', pattern: /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g },
  { name: 'address', pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?:[:#/]\d+)?(?:\(\d+\))?/g },
  { name: 'address', pattern: /\[?\b(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\b\]?(?::\d+)?/gi },
  { name: 'address', pattern: /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi },
  { name: 'address', pattern: /\[::1?\](?::\d+)?/g },
  { name: 'number', pattern: /\b0x[0-9a-f]+\b/gi },
  { name: 'id', pattern: /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\b/gi },
  // Ids of databases and tracers that mix digits with letters of both cases.
  { name: 'id', pattern: /\b(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[A-Za-z0-9_-]{16,}\b/g },
  { name: 'process', pattern: /(?<=[a-z])\[\d+\]:?|\b\d+#\d+:|(?<=\s)\*\d+\b|\bpid[ =:]+\d+/g },
  { name: 'stack frame', pattern: /\(?[\w./-]+\.\w{1,4}:\d+(?::\d+)?\)?/gm },
  { name: 'number', pattern: /\b\d+(?:\.\d+)? ?(?:ms|us|ns|µs|kb|mb|gb|kib|mib|gib|bytes)\b/gi },
  { name: 'number', pattern: /(?<![\w.-])\d{6,}(?![\w.-])/g },
];

export interface StrippedText {
  readonly text: string;
  /** The removed parts. */
  readonly noise: readonly string[];
}

/** @param text one or more lines; line breaks are kept */
export function stripNoise(text: string): StrippedText {
  const noise: string[] = [];
  let rest = text;
  for (const { pattern } of NOISE_PATTERNS) {
    rest = rest.replace(pattern, (found) => {
      noise.push(found.trim());
      return ' ';
    });
  }
  return { text: rest, noise };
}

/** Returns whether a text looks copied from a log or a stack trace rather than typed. */
export function looksLikeLog(text: string): boolean {
  if (/\n\s*\S/.test(text.trim())) return true;
  const { noise } = stripNoise(text);
  const words = text.trim().split(/\s+/).length;
  const marks = text.match(
    /[[\]{}=;|<>]|: |::|\b[A-Z]\w*(?:Error|Exception)\b|\b(?:ERROR|WARN|FATAL|CRIT|panic)\b/g,
  );
  const signs = noise.length * 3 + (marks?.length ?? 0);
  return words > 3 ? signs >= 2 && (signs >= 3 || words > 7) : signs >= 4;
}
