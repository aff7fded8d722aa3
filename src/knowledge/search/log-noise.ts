/** Removes everything except the message from a log line: times, addresses, ids, stack frames. */
import { FRAME_PATTERNS } from './stack-frames.ts';

interface NoisePattern {
  readonly name: string;
  readonly pattern: RegExp;
}

/**
 * Longer forms come first, so that no part of one matches another pattern. Every pattern takes linear time: its repeats
 * are bounded, and those that could start at each letter of a run start only at the first.
 */
const NOISE_PATTERNS: readonly NoisePattern[] = [
  // RFC 5424, section 6.2.1.
  { name: 'priority', pattern: /^<\d{1,3}>\d?(?=\s)/gm },
  { name: 'browser', pattern: /\bMozilla\/\d[^"\n]{0,400}/g },
  {
    name: 'request',
    pattern:
      /(?<=\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^\s?"]{0,200})\?[^\s"]{0,1000}|(?<=\S) HTTP\/\d(?:\.\d)?(?=")/g,
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
      /\[?\b\d{4}[-/.]\d{2}[-/.]\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?)?(?:Z\b| ?[+-]\d{2}:?\d{2}\b)?\]?/g,
  },
  { name: 'time', pattern: /\b\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2}(?: [+-]\d{4})?/g },
  {
    name: 'time',
    pattern:
      /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,3}\d{1,2},?(?: \d{4})?,? \d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: [AP]M)?/g,
  },
  // Times without a year, and the format of Kubernetes: `E0613 11:49:23.551273       1`.
  {
    name: 'time',
    pattern:
      /\b\d{2}-\d{2} \d{2}:\d{2}:\d{2}[.,]\d{1,9}\b|^[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d{1,9} {1,9}\d{1,9}/gm,
  },
  { name: 'time', pattern: /\b\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g },
  { name: 'time', pattern: /\b(?:\d{1,4}h)?\d{1,4}m\d{1,4}s(?:\d{1,4}ms)?\b|\(x\d{1,9} over \w{1,20}\)/g },
  { name: 'time', pattern: /\b1[0-9]{9}(?:\.\d{1,9}|\d{3})?\b|\[\s{0,9}\d{1,9}\.\d{3,9}\]/g },
  { name: 'id', pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi },
  {
    name: 'e-mail address',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g,
  },
  { name: 'address', pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?:[:#/]\d{1,5})?(?:\(\d{1,5}\))?/g },
  { name: 'address', pattern: /\[?\b(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\b\]?(?::\d{1,5})?/gi },
  { name: 'address', pattern: /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi },
  { name: 'address', pattern: /\[::1?\](?::\d{1,5})?/g },
  // The registers and the errno of a failed call. They are the words of its message, in numbers.
  { name: 'register', pattern: /\b(?:code|addr|address|at pc|pc|[re]?[bis]p)[= ]0x[0-9a-f]{1,16}\b/gi },
  { name: 'error number', pattern: /(?<=\()\d{1,3}(?=: [A-Z])|\berrno[:=]? {0,2}\d{1,3}\b|\(HY000\)/g },
  { name: 'function', pattern: /(?<![\w.:>$-])[a-z]{2,20}\d?\(\)/g },
  { name: 'number', pattern: /\b0x[0-9a-f]{1,40}\b/gi },
  { name: 'id', pattern: /\b(?=[0-9a-f]{0,63}\d)(?=[0-9a-f]{0,63}[a-f])[0-9a-f]{7,64}\b/gi },
  // Ids of databases and tracers that mix digits with letters of both cases.
  {
    name: 'id',
    pattern: /\b(?=\w{0,127}\d)(?=\w{0,127}[a-z])(?=\w{0,127}[A-Z])[A-Za-z0-9_-]{16,128}\b/g,
  },
  {
    name: 'process',
    pattern: /(?<=[a-z])\[\d{1,9}\]:?|\b\d{1,9}#\d{1,9}:|(?<=\s)\*\d{1,9}\b|\bpid[ =:]{1,3}\d{1,9}/g,
  },
  { name: 'stack frame', pattern: /(?<![\w./-])\(?[\w./-]{1,200}\.\w{1,4}:\d{1,7}(?::\d{1,7})?\)?/g },
  {
    name: 'number',
    pattern: /\b\d{1,19}(?:\.\d{1,9})? ?(?:ms|us|ns|µs|kb|mb|gb|kib|mib|gib|bytes)\b/gi,
  },
  { name: 'number', pattern: /(?<![\w.-])\d{6,40}(?![\w.-])/g },
];

export interface StrippedText {
  readonly text: string;
  /** The removed parts. */
  readonly noise: readonly string[];
  /** The removed stack frames, which name the libraries in use. */
  readonly frames: readonly string[];
}

/** @param text one or more lines; line breaks are kept */
export function stripNoise(text: string): StrippedText {
  const noise: string[] = [];
  const frames: string[] = [];
  let rest = text;
  for (const pattern of FRAME_PATTERNS) {
    rest = rest.replace(pattern, (found) => {
      frames.push(found.trim());
      return ' ';
    });
  }
  for (const { pattern } of NOISE_PATTERNS) {
    rest = rest.replace(pattern, (found) => {
      noise.push(found.trim());
      return ' ';
    });
  }
  return { text: rest, noise: [...frames, ...noise], frames };
}

/** Returns whether a text looks copied from a log or a stack trace rather than typed. */
export function looksLikeLog(text: string): boolean {
  if (/\n\s*\S/.test(text.trim())) return true;
  const { noise } = stripNoise(text);
  const words = text.trim().split(/\s+/).length;
  const marks = text.match(
    /[[\]{}=;|<>]|: |::|\b[A-Z]\w{0,60}(?:Error|Exception)\b|\b(?:ERROR|WARN|FATAL|CRIT|panic)\b/g,
  );
  const signs = noise.length * 3 + (marks?.length ?? 0);
  return words > 3 ? signs >= 2 && (signs >= 3 || words > 7) : signs >= 4;
}
