/** What is still to be written in a new page, each place with its mark. */

import type { ValueComment } from '../import/write-mdx.ts';
import { getEnumValues, getSchemaAt } from '../schema/inspect-schema.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { getListAt, getTextAt } from '../source/field-values.ts';
import { hasValue, type PageFields, setValue } from './page-fields.ts';

export interface MarkedFields {
  readonly fields: PageFields;
  /** Marks of what has no room for one: values of closed lists, ids, empty lists. */
  readonly remarks: readonly ValueComment[];
}

type FieldPath = readonly [string, ...string[]];

interface Gap {
  readonly path: FieldPath;
  /** What stands there meanwhile, with marks in its texts. */
  placeholder(fields: PageFields): unknown;
  /** Marks behind values within it. */
  readonly marks?: readonly ValueComment[];
}

/** A text is its own mark. */
function createTextGap(path: FieldPath, ask: string): Gap {
  return { path, placeholder: () => `TODO ${ask}` };
}

/** A value from a closed list: `unknown`, with those that it may have. */
function createChoiceGap(path: FieldPath, ask: string): Gap {
  return {
    path,
    placeholder: () => 'unknown',
    marks: [{ path, text: `TODO ${ask}: ${formatAllowedValues(path)}` }],
  };
}

function createListGap(path: FieldPath, ask: string): Gap {
  return { path, placeholder: () => [], marks: [{ path, text: `TODO ${ask}` }] };
}

function formatAllowedValues(path: readonly (string | number)[]): string {
  const values = getEnumValues(getSchemaAt(DOCUMENT_SCHEMAS.postmortem, path)) ?? [];
  return values.filter((value) => value !== 'unknown').join(', ');
}

function createFirstEvents(fields: PageFields): object[] {
  const [started, resolved] = [getTextAt(fields, ['started']), getTextAt(fields, ['resolved'])];
  return [
    { at: started, kind: 'trigger', text: 'TODO how it began; then what followed, in order' },
    ...(resolved ? [{ at: resolved, kind: 'recovery', text: 'TODO how it ended' }] : []),
  ];
}

const GAPS: Readonly<Record<DocumentKind, readonly Gap[]>> = {
  postmortem: [
    createTextGap(['summary'], 'one to three sentences for someone in a hurry'),
    createChoiceGap(['detection', 'method'], 'how it was noticed'),
    createChoiceGap(['trigger'], 'what set it off'),
    {
      path: ['factors'],
      placeholder: () => [{ text: 'TODO what made it possible, never a person', category: 'unknown' }],
    },
    createTextGap(['impact'], 'who saw what, and how much of it'),
    createListGap(['services'], 'the services involved, by their ids'),
    createListGap(['tags'], 'the recurring issues it is a case of, if there are any'),
    createListGap(['signals'], 'what was seen: error texts and log lines, to the letter'),
    {
      path: ['mitigations'],
      placeholder: () => [
        { action: 'unknown', worked: 'unknown', text: 'TODO what was tried, and what came of it' },
      ],
    },
    { path: ['timeline'], placeholder: createFirstEvents },
    createListGap(['lessons', 'learned'], 'the lessons it taught, by their ids, if there are any'),
    {
      path: ['actions'],
      placeholder: () => [
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
    createTextGap(['summary'], 'one to three sentences: what one finds here'),
    createListGap(['services'], 'the services it explains, by their ids'),
  ],
  lesson: [
    createTextGap(['reason'], 'what happens where it is not followed'),
    createListGap(['checks'], 'how one makes sure of it, as below, if one can'),
  ],
};

/** The fields with a mark wherever nothing is said yet. */
export function markGaps(kind: DocumentKind, said: PageFields): MarkedFields {
  let fields = said;
  const remarks: ValueComment[] = [];
  for (const gap of GAPS[kind]) {
    if (hasValue(fields, gap.path)) continue;
    fields = setValue(fields, gap.path, gap.placeholder(said));
    remarks.push(...(gap.marks ?? []));
  }
  return { fields, remarks: [...remarks, ...(kind === 'postmortem' ? findOpenItems(fields) : [])] };
}

/** What an item of a list may leave open: where one is told in words, its kind is not always. */
const OPEN_ITEM_FIELDS: readonly (readonly [list: string, field: string, ask: string])[] = [
  ['factors', 'category', 'its kind'],
  ['mitigations', 'action', 'what it was'],
  ['mitigations', 'worked', 'whether it helped'],
  ['actions', 'type', 'its aim'],
];

function findOpenItems(fields: PageFields): ValueComment[] {
  return OPEN_ITEM_FIELDS.flatMap(([list, field, ask]) =>
    getListAt(fields, [list]).flatMap((item, index) => {
      const path = [list, index, field];
      return getTextAt(item, [field]) === 'unknown'
        ? [{ path, text: `TODO ${ask}: ${formatAllowedValues(path)}` }]
        : [];
    }),
  );
}
