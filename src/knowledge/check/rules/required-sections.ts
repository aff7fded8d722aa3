import { isDocumentOf } from '../../source/content.ts';
import type { DocumentFile } from '../../source/document-file.ts';
import { findNearest } from '../../source/find-nearest.ts';
import type { BodyHeading } from '../../source/mdx/document-body.ts';
import type { Span } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

const DEFAULT_SECTIONS = ['What happened', 'What was done'];

export const requiredSections: Rule = {
  name: 'required-sections',
  severity: 'error',
  warnsInDraft: true,
  why: 'Readers in a hurry look for two things: what happened, and what was done. Your team sets its `sections` in `site.yaml`.',
  example: { wrong: '## Story', right: '## What happened\n\n…\n\n## What was done' },
  check({ file, content, report }) {
    if (!isDocumentOf(file, 'postmortem')) return;
    // Nothing of the body could be read.
    if (file.mdx.errors.length > 0 && file.mdx.tree.children.length === 0) return;
    const { headings } = file.body;
    const sections = headings.filter(({ depth }) => depth === 2);
    for (const required of content.getRequiredSections() ?? DEFAULT_SECTIONS) {
      const index = sections.findIndex(({ text }) => text.trim() === required);
      const section = sections[index];
      if (section) {
        if (isEmptySection(section, headings, file)) {
          report({
            span: section.span,
            message: `Unexpected empty section \`## ${required}\`, expected text`,
          });
        }
        continue;
      }
      const similar = findNearest(
        required,
        headings.map(({ text }) => text),
      );
      const heading = headings.find(({ text }) => text === similar);
      report({
        span: heading?.span ?? getMissingSectionSpan(file),
        message: heading
          ? `Unexpected heading \`${'#'.repeat(heading.depth)} ${heading.text}\`, expected \`## ${required}\``
          : `Missing section \`## ${required}\`, expected it in every postmortem`,
        hint: heading ? `Did you mean \`## ${required}\`?` : undefined,
      });
    }
  },
};

function isEmptySection(section: BodyHeading, headings: readonly BodyHeading[], file: DocumentFile): boolean {
  const next = headings.find(({ depth, span }) => depth <= section.depth && span.start > section.span.start);
  const rest = file.text.slice(section.span.end, next?.span.start ?? file.text.length);
  return rest.trim() === '';
}

/** Returns the line that closes the frontmatter, because the text starts after it. */
function getMissingSectionSpan({ frontmatter, text }: DocumentFile): Span {
  if (!frontmatter) return { start: 0, end: 1 };
  return { start: text.lastIndexOf('---', frontmatter.end), end: frontmatter.end };
}
