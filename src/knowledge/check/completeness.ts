/**
 * How complete a postmortem is, and what is missing. It asks only for what a reader misses; `unknown` counts as
 * missing, because to the reader it is.
 */
import type { PostmortemData } from '../schema/postmortem.ts';

export interface MissingPart {
  /** The field that would hold it: `detection.method`. */
  readonly field: string;
  /** What it is, as a noun phrase. */
  readonly label: string;
  /** How much it counts, among all weights. */
  readonly weight: number;
}

export interface Completeness {
  /** From 0 to 100, rounded down: 100 only where nothing is missing. */
  readonly percent: number;
  /** The weightiest first. */
  readonly missing: readonly MissingPart[];
}

interface CompletenessPart extends MissingPart {
  isPresent(data: PostmortemData): boolean;
}

/** All that is asked for. */
export function listCompletenessParts(): readonly MissingPart[] {
  return PARTS.map(({ field, label, weight }) => ({ field, label, weight }));
}

/** Three for what the next responder needs, two for what others learn from, one for the rest. */
const PARTS: readonly CompletenessPart[] = [
  createPart(3, 'signals', 'what was seen, verbatim', ({ signals }) => signals.length > 0),
  createPart(
    3,
    'mitigations',
    'what was tried and whether it worked',
    ({ mitigations }) => mitigations.length > 0,
  ),
  createPart(3, 'factors', 'the contributing factors', ({ factors }) => factors.length > 0),
  createPart(
    3,
    'lessons',
    'the lessons learned or confirmed',
    ({ lessons }) => lessons.learned.length + lessons.confirmed.length > 0,
  ),
  createPart(2, 'timeline', 'a timeline of at least three events', ({ timeline }) => timeline.length >= 3),
  createPart(2, 'services', 'the services involved', ({ services }) => services.length > 0),
  createPart(2, 'tags', 'the recurring issues it is a case of', ({ tags }) => tags.length > 0),
  createPart(2, 'trigger', 'what set it off', ({ trigger }) => trigger !== 'unknown'),
  createPart(2, 'detection.method', 'how it was noticed', ({ detection }) => detection.method !== 'unknown'),
  createPart(2, 'actions', 'what is to be done', ({ actions }) => actions.length > 0),
  createPart(1, 'severity', 'how bad it was', ({ severity }) => severity !== 'unknown'),
  createPart(
    1,
    'duration',
    'how long it lasted: `resolved` or `duration`',
    ({ resolved, duration }) => resolved !== undefined || duration !== undefined,
  ),
  createPart(
    1,
    'detection.gap',
    'why it was not noticed earlier',
    ({ detection }) => detection.gap !== undefined,
  ),
  createPart(1, 'wentWell', 'what went well', ({ wentWell, lucky }) => wentWell.length + lucky.length > 0),
  createPart(
    1,
    'wentWrong',
    'what went wrong',
    ({ wentWrong, surprises }) => wentWrong.length + surprises.length > 0,
  ),
  createPart(
    1,
    'actions.owner',
    'the roles that own the actions',
    ({ actions }) => actions.length > 0 && actions.every(({ owner }) => isKnown(owner)),
  ),
  createPart(
    1,
    'actions.doneWhen',
    'how one can tell that the actions are done',
    ({ actions }) =>
      actions.length > 0 &&
      actions.every(({ doneWhen, status }) => status === 'done' || status === 'dropped' || isKnown(doneWhen)),
  ),
  createPart(1, 'sources', 'where the facts come from', ({ sources }) => sources.length > 0),
];

function createPart(
  weight: number,
  field: string,
  label: string,
  isThere: CompletenessPart['isPresent'],
): CompletenessPart {
  return { weight, field, label, isPresent: isThere };
}

function isKnown(text: string | undefined): boolean {
  return text !== undefined && text !== 'unknown';
}

export function measureCompleteness(data: PostmortemData): Completeness {
  const missing = PARTS.filter((candidate) => !candidate.isPresent(data));
  const whole = sumWeights(PARTS);
  const percent = Math.floor(((whole - sumWeights(missing)) / whole) * 100);
  return { percent, missing: missing.map(({ field, label, weight }) => ({ field, label, weight })) };
}

function sumWeights(parts: readonly MissingPart[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}
