import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

const ADVICE =
  'Remove it, for example with `exiftool -all= -tagsFromFile @ -Orientation FILE`: the published copy has no metadata, but everyone who has the repository can read it.';

export const noPictureMetadata: Rule = {
  name: 'no-picture-metadata',
  severity: 'warning',
  why: 'A photo can contain the place where it was taken, and the names of its author and of the owner of the camera.',
  example: { wrong: 'rack.jpg with GPS coordinates', right: 'rack.jpg without metadata' },
  check({ file, report }) {
    if (file.type !== 'picture' || !file.picture) return;
    const { hasPlace, personFields } = file.picture;
    const span = { start: 0, end: 0 };
    if (hasPlace)
      report({ span, message: 'Unexpected place in the metadata of a picture, expected none', hint: ADVICE });
    if (personFields.length > 0) {
      const fields = personFields.map(quote).join(', ');
      report({
        span,
        message: `Unexpected name in the metadata of a picture (${fields}), expected none`,
        hint: ADVICE,
      });
    }
  },
};
