/**
 * Answers the questions of rules about the content around a file. Each answer is plain data, so that a check can record
 * the questions, and a later check can ask them again: a file with the same text and the same answers has the same
 * problems.
 */
import type { DocumentKind, Kind, Ref } from '../schema/kinds.ts';
import { parseTime } from '../schema/time.ts';
import type { Content } from '../source/content.ts';
import { listLocatedChecks, listPlacesAt } from './located-checks.ts';
import { listPlacedChecks } from './placed-checks.ts';
import { findLastReplacement, getReplacement } from './replacements.ts';
import { listShownPictures } from './shown-pictures.ts';

interface Surroundings {
  readonly content: Content;
  /** `YYYY-MM-DD` */
  readonly today: string | undefined;
}

/** `today` is a date in one time zone. Elsewhere it can be up to 14 hours later. */
const LATEST_ZONE_MS = 14 * 3_600_000;

/** Arguments and answers are values that JSON can write. */
const QUESTIONS = {
  has: ({ content }, ref: Ref) => content.has(ref),
  hasFile: ({ content }, path: string) => content.hasFile(path),
  /** Returns the path of another file that differs only in capitals. */
  findPathInOtherCase: ({ content }, path: string) =>
    content.files.find((file) => file.path !== path && file.path.toLowerCase() === path.toLowerCase())?.path,
  listIds: ({ content }, kind: Kind) => content.listIds(kind),
  isKnownWord: ({ content }, word: string) => content.isKnownWord(word),
  resolveRedirect: ({ content }, ref: Ref) => content.redirects.resolve(ref),
  listRedirectSteps: ({ content }, ref: Ref) => content.redirects.listSteps(ref),
  findIdsByName: ({ content }, kind: Kind, name: string) => content.vocabularyNames.findIds(kind, name),
  findIdByNearestName: ({ content }, kind: Kind, name: string) =>
    content.vocabularyNames.findNearestId(kind, name),
  /** Returns the fields of a valid organization. */
  getOrganization: ({ content }, id: string) => content.findItem('organization', id)?.validated.data,
  /** Returns the ids of the pause points of a valid activity. */
  listPausePoints: ({ content }, activity: string) =>
    content.findItem('activity', activity)?.validated.data?.pausePoints.map(({ id }) => id),
  /** Returns the places at a pause point as they are written, undefined if there is no such pause point. */
  listPlacesAt: ({ content }, activity: string, pausePoint: string) =>
    listPlacesAt(content, activity, pausePoint),
  listLocatedChecks: ({ content }) => listLocatedChecks(content),
  listPlacedChecks: ({ content }) => listPlacedChecks(content),
  getReplacement: ({ content }, ref: Ref) => getReplacement(content, ref),
  findLastReplacement: ({ content }, ref: Ref) => findLastReplacement(content, ref),
  isReferencedIn: ({ content }, ref: Ref, kind: DocumentKind, fields: readonly string[]) =>
    content.isReferencedIn(ref, kind, fields),
  /** Returns the ids of the postmortems that learned or confirmed a lesson. */
  listEvidence: ({ content }, lesson: string) =>
    content
      .listDocuments('postmortem')
      .filter((file) => file.namesInFields({ kind: 'lesson', id: lesson }, ['lessons']))
      .map(({ id }) => id),
  /** Returns the anchors of the page of a document, undefined if it has no file of its own. */
  listAnchors: ({ content }, { kind, id }: Ref) => content.findDocument(kind, id)?.outline.anchors,
  isReadableLesson: ({ content }, id: string) => content.findDocument('lesson', id)?.givenFields.isReadable,
  isShownPicture: ({ content }, path: string) => listShownPictures(content).has(path),
  /** Returns the fingerprints of the secrets in a file, allowed ones included; undefined if nothing was searched. */
  listFingerprints: ({ content }, path: string) =>
    content.secrets && (content.secrets.get(path) ?? []).map(({ fingerprint }) => fingerprint),
  getSiteAddress: ({ content }) => content.site?.validated.data?.address,
  /** Returns the sections that the settings require of each postmortem. */
  getRequiredSections: ({ content }) => content.site?.validated.data?.sections,
  getMinCompleteness: ({ content }) => content.site?.validated.data?.completeness,
  getToday: ({ today }) => today,
  /** Returns whether a time, in milliseconds since 1970, is over today. */
  isPast: ({ today }, time: number) => time < (getDay(today)?.earliest ?? Number.NEGATIVE_INFINITY),
  /** Returns whether a time, in milliseconds since 1970, begins after today in every time zone. */
  isFuture: ({ today }, time: number) =>
    time > (getDay(today)?.latest ?? Number.POSITIVE_INFINITY) + LATEST_ZONE_MS,
} satisfies Record<string, (surroundings: Surroundings, ...args: never[]) => unknown>;

function getDay(today: string | undefined) {
  return today === undefined ? undefined : parseTime(today);
}

type Questions = typeof QUESTIONS;
type Ask<Question> = Question extends (surroundings: Surroundings, ...args: infer Args) => infer Answer
  ? (...args: Args) => Answer
  : never;

export type ContentView = { readonly [Name in keyof Questions]: Ask<Questions[Name]> } & {
  /** The name of the content folder, with which every path starts. */
  readonly root: string;
};

/** A question with its arguments, as JSON. */
export type QuestionKey = string;

/** Answers questions, each of them once, and records which are asked. */
export class QuestionLog {
  readonly view: ContentView;
  readonly #answers = new Map<QuestionKey, unknown>();
  #asked = new Set<QuestionKey>();

  constructor(content: Content, today?: string) {
    const surroundings = { content, today };
    const questions = Object.entries(QUESTIONS).map(([name, answer]) => [
      name,
      (...args: never[]) => {
        const key = JSON.stringify([name, ...args]);
        this.#asked.add(key);
        if (!this.#answers.has(key)) this.#answers.set(key, (answer as Answer)(surroundings, ...args));
        return this.#answers.get(key);
      },
    ]);
    this.view = { ...Object.fromEntries(questions), root: content.root };
  }

  /** Returns the questions since the last call. */
  takeAsked(): QuestionKey[] {
    const asked = [...this.#asked];
    this.#asked = new Set();
    return asked;
  }

  /** Returns the answer to a question of an earlier check. */
  answer(key: QuestionKey): unknown {
    const [name, ...args] = JSON.parse(key) as [keyof Questions, ...never[]];
    return (this.view[name] as (...args: never[]) => unknown)(...args);
  }
}

type Answer = (surroundings: Surroundings, ...args: never[]) => unknown;

const views = new WeakMap<Content, ContentView>();

/** Returns the view for code that is no rule. It knows no date. */
export function viewContent(content: Content): ContentView {
  const view = views.get(content) ?? new QuestionLog(content).view;
  views.set(content, view);
  return view;
}
