/**
 * Finds pairs of a field with a name and a field with its value, in any order and with other fields between them:
 * `{"value": "…", "name": "DB_PASSWORD"}`, as in Kubernetes, ECS, CloudFormation, Terraform and XML.
 */
import type { Span } from '../problem.ts';

export interface PairedField {
  readonly name: string;
  /** The place of the name. */
  readonly span: Span;
  /** The offset of the value, or of the quote around it. */
  readonly valueStart: number;
  /** The sign between the field and its value. */
  readonly op: ':' | '=';
}

const NAME_FIELD =
  /(?<![\p{L}\p{N}_-])(?:parameter|option|variable)?_?(?:name|key)["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,80})["']?/dgiu;
const VALUE_FIELD =
  /(?<![\p{L}\p{N}_-])(?:parameter|option|variable|default)?_?(?:value|default)["']?[ \t]{0,3}(?<op>[:=])[ \t]{0,3}/giu;
/** An object ends at a bracket, an empty line, or the next item of a list. */
const BOUNDARY = /[{}<]|(?<=[\w"'/])>|\n[ \t]*(?:\r?\n|-[ \t])/;
const BOUNDARIES = new RegExp(BOUNDARY.source, 'g');
const MAX_DISTANCE = 600;

/** @param isName returns whether a name is that of a secret */
export function* listPairedFields(text: string, isName: (name: string) => boolean): Generator<PairedField> {
  for (const match of text.matchAll(NAME_FIELD)) {
    const name = match.groups?.name ?? '';
    const [start, end] = match.indices?.groups?.name ?? [0, 0];
    if (!isName(name)) continue;
    for (const { index, op } of listValueFields(text, match.index, match.index + match[0].length))
      yield { name, span: { start, end }, valueStart: index, op };
  }
}

/** Lists the values in the object around the name: the nearest one before it, and the nearest one behind it. */
function listValueFields(text: string, start: number, end: number): { index: number; op: ':' | '=' }[] {
  const before = text.slice(Math.max(0, start - MAX_DISTANCE), start);
  const opening = [...blankQuotes(before).matchAll(BOUNDARIES)].at(-1);
  // The dash of the item is before its first field.
  const inside = opening ? before.slice(opening.index + 1) : before;
  const after = text.slice(end, end + MAX_DISTANCE);
  const shape = blankQuotes(after);
  const closing = [BOUNDARY, createOutdent(before)].map((pattern) => shape.search(pattern));
  const object = after.slice(0, Math.min(after.length, ...closing.filter((index) => index >= 0)));
  const previous = [...inside.matchAll(VALUE_FIELD)].at(-1);
  const next = [...object.matchAll(VALUE_FIELD)][0];
  return [
    ...(previous ? [toPlace(previous, start - inside.length)] : []),
    ...(next ? [toPlace(next, end)] : []),
  ];
}

/** A password can contain brackets. */
const QUOTED = /"(?:[^"\\\n]|\\[^\n]){1,500}"|(?<=[\s:=,[{(])'[^'\n]{1,500}'/g;

function blankQuotes(text: string): string {
  return text.replace(QUOTED, (quoted) => `"${'_'.repeat(quoted.length - 2)}"`);
}

/** Returns a pattern of a line that starts further to the left than the name, and so belongs to another object. */
function createOutdent(before: string): RegExp {
  const [, indent = ''] = /(?:^|\n)([ \t-]*)["']?$/.exec(before) ?? [];
  return new RegExp(indent === '' ? '$^' : `\\n[ \\t]{0,${indent.length - 1}}[^\\s]`);
}

function toPlace(match: RegExpExecArray, offset: number): { index: number; op: ':' | '=' } {
  return { index: offset + match.index + match[0].length, op: match.groups?.op === '=' ? '=' : ':' };
}
