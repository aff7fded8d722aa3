import { slug } from 'github-slugger';
import { VOCABULARY_FILES } from '../../schema/kinds.ts';
import { ID_PATTERN } from '../../schema/scalars.ts';
import { isDocumentOf } from '../../source/content.ts';
import { getTextAt } from '../../source/field-values.ts';
import type { ContentView } from '../content-view.ts';
import { type LocatedCheck, locateChecks } from '../located-checks.ts';
import type { Rule } from './rule.ts';

export const requiredCheckPlace: Rule = {
  name: 'required-check-place',
  severity: 'warning',
  why: 'A list is in the order in which you do it, and only a person knows that order. A check without a place is the last one at its pause point, even if it takes the longest to have an effect.',
  example: {
    wrong: 'a check that no pause point lists',
    right:
      'checks:\n  - start-registrar-changes-days-ahead/send-the-new-address\n  - lower-the-ttl/lower-the-ttl',
  },
  check({ file, content, report }) {
    if (!isDocumentOf(file, 'lesson')) return;
    // `valid-file-name` reports a lesson whose checks cannot have places.
    if (!ID_PATTERN.test(file.id)) return;
    if (content.getReplacement({ kind: 'lesson', id: file.id }) !== undefined) return;
    const checks = locateChecks(file);
    const taken = new Set(checks.map(({ place }) => place));
    for (const check of checks.filter((candidate) => lacksPlace(candidate, content))) {
      const text = getTextAt(file.yaml.value, ['checks', check.index, 'text']);
      const place = check.place ?? suggestPlace(check, text, taken);
      taken.add(place);
      const id = place.slice(file.id.length + 1);
      const line = `the line \`- ${place}\` there in ${content.root}/${VOCABULARY_FILES.activity}, in the order of doing.`;
      report({
        span: file.yaml.spanAt(['checks', check.index, text === undefined ? 'pausePoint' : 'text']),
        message: `Unexpected check without a place, expected \`${place}\` in the \`checks\` of the pause point \`${check.pausePoint}\` of \`${check.activity}\``,
        hint: check.place === undefined ? `Give the check \`id: ${id}\`, and add ${line}` : `Add ${line}`,
      });
    }
  },
};

/** `known-activity` and `known-pause-point` report a pause point that does not exist. */
function lacksPlace({ activity, pausePoint, place }: LocatedCheck, content: ContentView): boolean {
  const places =
    activity === undefined || pausePoint === undefined
      ? undefined
      : content.listPlacesAt(activity, pausePoint);
  return places !== undefined && (place === undefined || !places.includes(place));
}

/** Suggests a place with an id of the first words of the text, which no other check of the lesson has. */
function suggestPlace(
  { lesson, index }: LocatedCheck,
  text: string | undefined,
  taken: ReadonlySet<string | undefined>,
): string {
  const words = (text?.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !ARTICLES.has(word));
  const place = `${lesson}/${slug(words.slice(0, MAX_WORDS).join(' ')) || 'check'}`;
  return taken.has(place) ? `${place}-${index + 1}` : place;
}

const ARTICLES = new Set(['a', 'an', 'the']);
const MAX_WORDS = 4;
