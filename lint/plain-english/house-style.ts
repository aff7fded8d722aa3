/** The phrases of `house-style.yaml`, as a rule for retext. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FragmentKind } from './fragment.ts';

const entrySchema = z.strictObject({
  pattern: z.string(),
  instead: z.string(),
  in: z.array(z.enum(['docs', 'ui', 'comments', 'tests', 'content'])).optional(),
  unlessAfter: z.string().optional(),
});

interface BannedPhrase {
  readonly pattern: RegExp;
  readonly instead: string;
  readonly kinds: readonly FragmentKind[] | undefined;
}

const PHRASES: readonly BannedPhrase[] = z
  .array(entrySchema)
  .parse(parse(readFileSync(join(import.meta.dirname, 'house-style.yaml'), 'utf8')))
  .map(({ pattern, instead, in: kinds, unlessAfter }) => ({
    pattern: new RegExp(`${unlessAfter ? `(?<!${unlessAfter})` : ''}\\b(?:${pattern})\\b`, 'gi'),
    instead,
    kinds,
  }));

/** A comment that begins with a bare clause and is not a question, such as "Where files are kept." */
const BARE_CLAUSE = /^[\s/*]*((?:What|Which|Whether|How|Where|Why)\b [a-z][^.?!]*)\./;

export function reportBannedPhrases({ kind }: { readonly kind: FragmentKind }) {
  return (_: unknown, file: VFile): void => {
    const text = String(file);
    for (const { pattern, instead, kinds } of PHRASES) {
      if (kinds && !kinds.includes(kind)) continue;
      for (const match of text.matchAll(pattern)) {
        report(file, match.index, `Unexpected \`${match[0]}\`, expected: ${instead}`);
      }
    }
    const [, clause] = (kind === 'comments' && BARE_CLAUSE.exec(text)) || [];
    if (clause) report(file, text.indexOf(clause), 'Unexpected bare clause, expected a sentence');
  };
}

function report(file: VFile, offset: number, reason: string): void {
  file.message(reason, { place: { line: 1, column: 1, offset }, source: 'house-style' });
}
