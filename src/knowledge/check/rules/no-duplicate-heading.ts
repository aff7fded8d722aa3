import { listFields } from '../../schema/field.ts';
import { type PageSection, SECTION_TITLES } from '../../schema/page-sections.ts';
import { DOCUMENT_SCHEMAS, type DocumentFile } from '../../source/document-file.ts';
import { getValueAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const noDuplicateHeading: Rule = {
  name: 'no-duplicate-heading',
  severity: 'warning',
  why: 'The table of contents shows both headings, and nobody knows which is which. Some sections of a page are made from fields, such as *Impact* or *Looking back*.',
  example: { wrong: '## Looking back', right: '## What we would do again' },
  check({ file, content, report }) {
    if (file.type !== 'document') return;
    const required = content.getRequiredSections() ?? [];
    const seen = new Set(
      listSectionTitles(file)
        .filter((title) => !required.includes(title))
        .map(toKey),
    );
    for (const { depth, text, span } of file.body.headings) {
      if (depth !== 2) continue;
      if (seen.has(toKey(text))) {
        report({
          span,
          message: `Unexpected second heading ${quote(text)}, expected each heading once on a page`,
        });
      }
      seen.add(toKey(text));
    }
  },
};

/** Returns the titles of the sections that the page makes from fields with a value. */
function listSectionTitles({ kind, yaml }: DocumentFile): string[] {
  const sections = new Set<PageSection>();
  for (const { path, use } of listFields(DOCUMENT_SCHEMAS[kind])) {
    const value = getValueAt(yaml.value, path);
    const hasValue = Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (use.section && hasValue) sections.add(use.section);
  }
  return [...sections].map((section) => SECTION_TITLES[section]);
}

function toKey(title: string): string {
  return title.trim().toLowerCase();
}
