/**
 * Lists the fields and items inside a field: `passwords: {prod: …}`, `"password": ["…", "…"]`, and the same on the lines
 * below in YAML. The name of the outer field tells what they are.
 */

export interface ContainedField {
  /** With the name of the outer field: `passwords.prod`. */
  readonly name: string;
  /** The offset of the value, or of the quote around it. */
  readonly valueStart: number;
  readonly isInBrackets: boolean;
}

const OUTER_FIELD =
  /(?<![\p{L}\p{N}_.-])["']?(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,80})["']?[ \t]{0,3}[:=][ \t]{0,3}(?:(?<bracket>[[{])|(?=\r?\n))/gu;
/** Up to the next bracket that is not in quotes: a password can contain brackets and commas. */
const INSIDE = /(?:[^"'[\]{}]|"(?:[^"\\\n]|\\[^\n]){0,200}"|'[^'\n]{0,200}'){0,5000}/y;
const INLINE_FIELD =
  /(?:^|[,;\n])\s{0,40}(?:(?<quote>["']?)(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60})\k<quote>[ \t]{0,3}[:=][ \t]{0,3})?(?=[^\s,;])/gu;
const QUOTED = /"[^"\n]*"|'[^'\n]*'/g;
const MAX_LINES = 1_000;
const LINE =
  /(?<before>(?<indent>[ \t>]{0,200})(?<item>-[ \t]{1,20})?(?:["']?(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60})["']?[ \t]{0,3}:[ \t]{1,20})?)/uy;
const OUTER_INDENT = /^[ \t>]{0,200}(?:-[ \t]{1,20})?$/;

/** @param isName returns whether a name is that of a secret */
export function* listContainedFields(
  text: string,
  isName: (name: string) => boolean,
): Generator<ContainedField> {
  for (const { index, 0: found, groups } of text.matchAll(OUTER_FIELD)) {
    const { name = '', bracket } = groups ?? {};
    if (!isName(name)) continue;
    const fields = bracket
      ? listInline(text, index + found.length)
      : listLines(text, index, index + found.length);
    for (const field of fields) yield { ...field, name: field.name ? `${name}.${field.name}` : name };
  }
}

function* listInline(text: string, start: number): Generator<ContainedField> {
  INSIDE.lastIndex = start;
  const inside = INSIDE.exec(text)?.[0] ?? '';
  const shape = inside.replace(QUOTED, (quoted) => quoted.replace(/[,;]/g, '_'));
  for (const { index, 0: found, groups } of shape.matchAll(INLINE_FIELD)) {
    yield { name: groups?.name ?? '', valueStart: start + index + found.length, isInBrackets: true };
  }
}

/** Lists the fields and items on the lines that start further to the right than the outer field. */
function* listLines(text: string, nameStart: number, end: number): Generator<ContainedField> {
  const outer = text.slice(text.lastIndexOf('\n', nameStart) + 1, nameStart);
  if (!OUTER_INDENT.test(outer)) return;
  let start = text.indexOf('\n', end) + 1;
  for (let count = 0; count < MAX_LINES && start > 0 && start < text.length; count++) {
    LINE.lastIndex = start;
    const { before = '', indent = '', item = '', name = '' } = LINE.exec(text)?.groups ?? {};
    // YAML allows the items of a list below their field without an indent.
    if (indent.length < outer.length || (indent.length === outer.length && !item)) return;
    if (name || item) yield { name, valueStart: start + before.length, isInBrackets: false };
    start = text.indexOf('\n', start) + 1;
  }
}
