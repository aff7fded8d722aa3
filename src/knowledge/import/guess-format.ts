/**
 * Guesses the format of a file from its content. The guess is conservative: a format recognises only what can hardly be
 * anything else, and the endings of names decide only between the formats that any text can have.
 */
import { IMPORT_FORMATS, type ImportFormat } from './import-formats.ts';
import type { SourceSample } from './source-sample.ts';

/**
 * Returns the formats that a file can have: one if its content or its name shows it, several if nothing
 * shows which of them it is, and none if no format fits.
 */
export function guessFormats(sample: SourceSample): readonly ImportFormat[] {
  const recognized = IMPORT_FORMATS.filter((format) => isRecognized(format, sample));
  if (recognized.length > 0) return recognized;
  if (sample.text === undefined) return [];
  return IMPORT_FORMATS.filter(({ isAnyText, filePattern }) => isAnyText && filePattern.test(sample.path));
}

/** A file that stops the guess of one format can be of another one. */
function isRecognized({ recognizes }: ImportFormat, sample: SourceSample): boolean {
  try {
    return recognizes?.(sample) === true;
  } catch {
    return false;
  }
}

/** Returns why the format of a file was not guessed, as one sentence without its full stop. */
export function formatUnclearFormat(candidates: readonly ImportFormat[], sample: SourceSample): string {
  if (candidates.length === 0) {
    return sample.textError ?? 'has no format that can be recognised. Name it with `--format`';
  }
  const labels = candidates.map(({ label, name }) => `${label} (\`--format ${name}\`)`);
  return `can be ${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}. Name one with \`--format\``;
}
