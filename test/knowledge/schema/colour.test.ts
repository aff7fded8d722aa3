import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adaptAccent,
  BACKGROUNDS,
  MIN_CONTRAST,
  measureAccentContrast,
  measureContrast,
  mixColours,
  SURFACE_SHARE,
} from '../../../src/knowledge/schema/colour.ts';

describe('the contrast of two colours', () => {
  test('is that of WCAG 2.2', () => {
    expect(measureContrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(measureContrast('#ffffff', '#ffffff')).toBe(1);
    // The lightest grey that passes, and the next one (WebAIM).
    expect(measureContrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(measureContrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  });
});

describe('an adapted accent colour', () => {
  test('stays as it is if people can read it', () => {
    expect(adaptAccent('#0a51a8', 'light')).toBe('#0a51a8');
    expect(adaptAccent('#82bcff', 'dark')).toBe('#82bcff');
  });

  test('can be read in its theme, whatever the colour', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, fc.constantFrom('light', 'dark'), (accent, theme) => {
        expect(measureAccentContrast(adaptAccent(accent, theme), theme)).toBeGreaterThanOrEqual(MIN_CONTRAST);
      }),
    );
  });
});

describe('the tokens of the site', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const read = (name: string) => {
    const [, light = '', dark = ''] =
      new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
    return { light, dark };
  };

  test('have the backgrounds that the accent colour is compared with', () => {
    const [paper, surface] = [read('paper'), read('surface')];
    expect(BACKGROUNDS).toEqual({ light: [paper.light, surface.light], dark: [paper.dark, surface.dark] });
    expect(tokens).toContain(`color-mix(in srgb, var(--paper), var(--accent) ${SURFACE_SHARE * 100}%)`);
  });

  test.each(['light', 'dark'] as const)('have text that people can read in the %s theme', (theme) => {
    const paper = read('paper')[theme];
    const tooPale = ['ink', 'ink-soft', 'accent', 'good', 'caution', 'danger'].flatMap((role) => {
      const colour = read(role)[theme];
      const own = read(`${role}-surface`)[theme] || mixColours(paper, colour, SURFACE_SHARE);
      const backgrounds = [paper, read('surface')[theme], read('surface-strong')[theme], own];
      return backgrounds
        .filter((background) => measureContrast(colour, background) < MIN_CONTRAST)
        .map((background) => `${role} on ${background}`);
    });
    expect(tooPale).toEqual([]);
    const paleCode = ['ink-soft', 'code-keyword', 'code-string', 'code-name', 'code-constant'].filter(
      (role) =>
        Math.min(
          ...[paper, read('surface')[theme]].map((background) =>
            measureContrast(read(role)[theme], background),
          ),
        ) < MIN_CONTRAST,
    );
    expect(paleCode).toEqual([]);
    expect(measureContrast(read('accent-ink')[theme], read('accent')[theme])).toBeGreaterThanOrEqual(
      MIN_CONTRAST,
    );
  });
});
