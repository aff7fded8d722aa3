/** What is still to be written in a new page, each place with its mark. */

import type { Remark } from '../import/write-mdx.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { listAt, textAt } from '../source/field-values.ts';
import { enumValues, schemaAt } from '../source/validate.ts';
import { type Fields, isSaid, withValue } from './fields.ts';

export interface MarkedFields {
  readonly fields: Fields;
  /** Marks of what has no room for one: values of closed lists, ids, empty lists. */
  readonly remarks: readonly Remark[];
}

type Path = readonly [string, ...string[]];

interface Gap {
  readonly path: Path;
  /** What stands there meanwhile, with marks in its texts. */
  value(fields: Fields): unknown;
  /** Marks behind values within it. */
  readonly marks?: readonly Remark[];
}

/** A text is its own mark. */
function text(path: Path, ask: string): Gap {
  return { path, value: () => `TODO ${ask}` };
}

/** A value from a closed list: `unknown`, with those that it may have. */
function choice(path: Path, ask: string): Gap {
  return { path, value: () => 'unknown', marks: [{ path, text: `TODO ${ask}: ${valuesOf(path)}` }] };
}

function list(path: Path, ask: string): Gap {
  return { path, value: () => [], marks: [{ path, text: `TODO ${ask}` }] };
}

function valuesOf(path: readonly (string | number)[]): string {
  const values = enumValues(schemaAt(DOCUMENT_SCHEMAS.postmortem, path)) ?? [];
  return values.filter((value) => value !== 'unknown').join(', ');
}

function firstEvents(fields: Fields): object[] {
  const [started, resolved] = [textAt(fields, ['started']), textAt(fields, ['resolved'])];
  return [
    { at: started, kind: 'trigger', text: 'TODO how it began; then what followed, in order' },
    ...(resolved ? [{ at: resolved, kind: 'recovery', text: 'TODO how it ended' }] : []),
  ];
}

const GAPS: Readonly<Record<DocumentKind, readonly Gap[]>> = {
  postmortem: [
    text(['summary'], 'one to three sentences for someone in a hurry'),
    choice(['detection', 'method'], 'how it was noticed'),
    choice(['trigger'], 'what set it off'),
    {
      path: ['factors'],
      value: () => [{ text: 'TODO what made it possible, never a person', category: 'unknown' }],
    },
    text(['impact'], 'who saw what, and how much of it'),
    list(['services'], 'the services involved, by their ids'),
    list(['tags'], 'the recurring issues it is a case of, if there are any'),
    list(['signals'], 'what was seen: error texts and log lines, to the letter'),
    {
      path: ['mitigations'],
      value: () => [
        { action: 'unknown', worked: 'unknown', text: 'TODO what was tried, and what came of it' },
      ],
    },
    { path: ['timeline'], value: firstEvents },
    list(['lessons', 'learned'], 'the lessons it taught, by their ids, if there are any'),
    {
      path: ['actions'],
      value: () => [
        {
          text: 'TODO what is to be done, beginning with a verb',
          type: 'unknown',
          owner: 'unknown',
          status: 'open',
          doneWhen: 'TODO how one can tell that it is done',
        },
      ],
      marks: [{ path: ['actions', 0, 'owner'], text: 'TODO the role or team that does it' }],
    },
  ],
  note: [
    text(['summary'], 'one to three sentences: what one finds here'),
    list(['services'], 'the services it explains, by their ids'),
  ],
  lesson: [
    text(['reason'], 'what happens where it is not followed'),
    list(['checks'], 'how one makes sure of it, as below, if one can'),
  ],
};

/** The fields with a mark wherever nothing is said yet. */
export function withGaps(kind: DocumentKind, said: Fields): MarkedFields {
  let fields = said;
  const remarks: Remark[] = [];
  for (const gap of GAPS[kind]) {
    if (isSaid(fields, gap.path)) continue;
    fields = withValue(fields, gap.path, gap.value(said));
    remarks.push(...(gap.marks ?? []));
  }
  return { fields, remarks: [...remarks, ...(kind === 'postmortem' ? openItems(fields) : [])] };
}

/** What an item of a list may leave open: where one is told in words, its kind is not always. */
const OPEN: readonly (readonly [list: string, field: string, ask: string])[] = [
  ['factors', 'category', 'its kind'],
  ['mitigations', 'action', 'what it was'],
  ['mitigations', 'worked', 'whether it helped'],
  ['actions', 'type', 'its aim'],
];

function openItems(fields: Fields): Remark[] {
  return OPEN.flatMap(([list, field, ask]) =>
    listAt(fields, [list]).flatMap((item, index) => {
      const path = [list, index, field];
      return textAt(item, [field]) === 'unknown' ? [{ path, text: `TODO ${ask}: ${valuesOf(path)}` }] : [];
    }),
  );
}
