import { adaptAccent, MIN_CONTRAST, measureAccentContrast } from '../../schema/colour.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const minAccentContrast: Rule = {
  name: 'min-accent-contrast',
  severity: 'error',
  why: 'Links and buttons have the accent colour, so people must be able to read it on white (WCAG 2.2, 1.4.3), on a phone in the sun too. For the dark theme, a lighter variant is derived from it.',
  example: { wrong: "accent: '#7ab8ff'", right: "accent: '#0a51a8'" },
  check({ file, report }) {
    if (file.type !== 'site') return;
    const accent = file.validated.data?.accent;
    if (accent === undefined) return;
    const contrast = measureAccentContrast(accent, 'light');
    if (contrast >= MIN_CONTRAST) return;
    // Rounded down, so that 4.49 is not shown as 4.5.
    const shown = (Math.floor(contrast * 10) / 10).toFixed(1);
    report({
      span: file.yaml.spanAt(['accent']),
      message: `Unexpected accent colour ${quote(accent)} with a contrast of ${shown} to 1 on the light backgrounds, expected at least ${MIN_CONTRAST} to 1`,
      hint: `The closest darker colour that can be read is \`${adaptAccent(accent, 'light')}\`.`,
    });
  },
};
