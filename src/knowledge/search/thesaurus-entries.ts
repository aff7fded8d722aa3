/**
 * All entries of the thesaurus. Not part of what a browser loads at first. The words are those of the Jargon File (4.4.7,
 * in the public domain), of Atlassian's incident glossary, of the SRE books' postmortems, and of reports in public issue
 * trackers, where people say what they see before they know what it is called.
 */
import { AVAILABILITY } from './thesaurus/availability.ts';
import { DATA } from './thesaurus/data.ts';
import { OPERATIONS } from './thesaurus/operations.ts';
import { SECURITY } from './thesaurus/security.ts';

export const THESAURUS_ENTRIES = [AVAILABILITY, DATA, SECURITY, OPERATIONS]
  .map((text) => text.trim())
  .join('\n');
