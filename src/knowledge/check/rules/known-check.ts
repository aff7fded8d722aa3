import { isVocabularyOf } from '../../source/content.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { quote, type Span } from '../../source/problem.ts';
import type { VocabularyFile } from '../../source/vocabulary-file.ts';
import type { ContentView } from '../content-view.ts';
import type { LocatedCheck } from '../located-checks.ts';
import type { Finding, Rule } from './rule.ts';

export const knownCheck: Rule = {
  name: 'known-check',
  severity: 'error',
  why: 'A pause point lists its checks in the order of doing. A line that names no check of it gives none a place, and a second line for the same check gives it two.',
  example: {
    wrong: 'checks: [test-failover/read-the-rols]',
    right: 'checks: [test-failover/read-the-roles]',
  },
  check({ file, content, report }) {
    if (!isVocabularyOf(file, 'activity')) return;
    for (const place of listPlaces(file)) {
      const finding = checkPlace(content, place);
      if (finding) report(finding);
    }
  },
};

interface Place {
  /** `lesson-id/check-id` */
  readonly text: string;
  readonly activity: string;
  readonly pausePoint: string;
  /** The same text is before it at the pause point. */
  readonly isRepeated: boolean;
  /** The texts of all places at the pause point. */
  readonly listed: ReadonlySet<unknown>;
  readonly span: Span;
}

function listPlaces(file: VocabularyFile): Place[] {
  return file.items.flatMap(({ id: activity, index }) =>
    [...getListAt(file.yaml.value, [index, 'pausePoints']).entries()].flatMap(([at, point]) => {
      const texts = getListAt(point, ['checks']);
      const listed = new Set(texts);
      const seen = new Set<unknown>();
      return [...texts.entries()].flatMap(([position, text]): Place[] => {
        // `valid-value` reports a place in another form.
        if (typeof text !== 'string' || !text.includes('/')) return [];
        const isRepeated = seen.has(text);
        seen.add(text);
        return [
          {
            text,
            activity,
            pausePoint: getTextAt(point, ['id']) ?? '',
            isRepeated,
            listed,
            span: file.yaml.spanAt([index, 'pausePoints', at, 'checks', position]),
          },
        ];
      });
    }),
  );
}

function checkPlace(content: ContentView, place: Place): Finding | undefined {
  const { text, activity, pausePoint, isRepeated, span } = place;
  const found = content.listLocatedChecks().find((check) => check.place === text);
  const isHere = found?.activity === activity && found.pausePoint === pausePoint;
  if (isHere && !isRepeated) return undefined;
  if (!found) return checkUnknownPlace(content, place);
  const hint = suggestCheck(content, place);
  if (isHere) return { span, message: `Unexpected second ${quote(text)}, expected each check once`, hint };
  const other = `\`${found.pausePoint}\` of \`${found.activity}\``;
  return {
    span,
    message: `Unexpected ${quote(text)}, a check of ${other}, expected a check of \`${pausePoint}\` of \`${activity}\``,
    hint: hint ?? `Move the line to the \`checks\` of ${other}.`,
  };
}

function checkUnknownPlace(content: ContentView, place: Place): Finding | undefined {
  const [lesson = '', check = ''] = place.text.split('/');
  // `valid-yaml` reports a lesson whose checks cannot be read.
  if (content.isReadableLesson(lesson) === false) return undefined;
  const { span } = place;
  const message = `Unknown check ${quote(place.text)}, expected a check of this pause point as \`lesson-id/check-id\``;
  const renamed = `${content.resolveRedirect({ kind: 'lesson', id: lesson }).id}/${check}`;
  if (content.listLocatedChecks().some((known) => known.place === renamed)) {
    return {
      span,
      message,
      hint: `The lesson was renamed: \`${renamed}\`.`,
      edits: [{ span, text: renamed }],
    };
  }
  return { span, message, hint: suggestCheck(content, place) };
}

/** Suggests the nearest check that the pause point does not list: by its spelling, its own id or its lesson. */
function suggestCheck(
  content: ContentView,
  { text, activity, pausePoint, listed }: Place,
): string | undefined {
  const isMissing = (check: LocatedCheck) =>
    check.activity === activity && check.pausePoint === pausePoint && !listed.has(check.place);
  const missing = content
    .listLocatedChecks()
    .filter(isMissing)
    .flatMap((check) => (check.place === undefined || check.place === text ? [] : [check.place]));
  const [lesson = '', id = ''] = text.split('/');
  const ofLesson = missing.filter((other) => other.startsWith(`${lesson}/`));
  const suggestion =
    findNearest(text, missing) ?? missing.find((other) => other.endsWith(`/${id}`)) ?? ofLesson[0];
  return suggestion ? `Did you mean \`${suggestion}\`?` : undefined;
}
