/**
 * Imports the five source documents of the sample content, which are not part of this repository: no word is lost, and
 * the drafts contain most of the facts in `test/content/source-facts.ts`, which were picked by hand.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDraft } from '../../src/knowledge/import/draft.ts';
import type { DraftKind } from '../../src/knowledge/import/draft-kind.ts';
import { findImportFormat } from '../../src/knowledge/import/import-formats.ts';
import { createVocabularyLookup } from '../../src/knowledge/import/vocabulary-lookup.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { FACTS } from '../content/source-facts.ts';
import { getShownText, parseDraft, stripMarkup } from '../knowledge/import/compare-words.ts';

const SEEDS = process.env.HINDSIGHT_SEEDS ?? '';

interface Seed {
  readonly source: string;
  /** The files written by hand from it, below the content folder. */
  readonly entry: string;
  /** The start of its file name. */
  readonly file: string;
  readonly format: string;
  readonly kind: DraftKind;
  /**
   * The percentage of its facts that are in the draft letter for letter. The others were put in words of
   * our own, or worked out from several places: that is what a person is for.
   */
  readonly atLeast: number;
  /** Words that only name what became a field: `Subject:`, "What worked well". */
  readonly names: readonly string[];
}

const WORDS = /[\p{L}\p{N}]+/gu;

const ALL_SEEDS: readonly Seed[] = [
  {
    source: 'rafflecopter',
    entry: 'postmortems/2015-03-linode-xen-reboots',
    file: '000_',
    format: 'jekyll',
    kind: 'postmortem',
    atLeast: 60,
    names: [],
  },
  {
    source: 'gnome',
    entry: 'postmortems/2009-12-gnome-server-move',
    file: '001_',
    format: 'mail',
    kind: 'postmortem',
    atLeast: 60,
    names: ['subject', 'what', 'encountered'],
  },
  {
    source: 'oma',
    entry: 'notes/app-maintenance-crash-course',
    file: '002_',
    format: 'text',
    kind: 'note',
    atLeast: 65,
    names: [],
  },
  {
    source: 'manager',
    entry: 'postmortems/2018-03-10-manager-mongo-outage',
    file: '003_',
    format: 'text',
    kind: 'postmortem',
    atLeast: 55,
    names: [],
  },
  {
    source: 'flatiron',
    entry: 'notes/devops-crash-course-day-two',
    file: '004_',
    format: 'jekyll',
    kind: 'note',
    atLeast: 60,
    names: [],
  },
];

describe('the five source documents', { timeout: 60_000 }, () => {
  test.each(ALL_SEEDS)('$source: no word of it is lost, and facts come over by themselves', async (seed) => {
    const name = (await readdir(SEEDS)).find((candidate) => candidate.startsWith(seed.file)) ?? '';
    const text = await readFile(join(SEEDS, name), 'utf8');
    const content = await readContent();
    const [foreign] = (await findImportFormat(seed.format)?.read({ path: name, text })) ?? [];
    if (!foreign) throw new Error(`${name} was not read`);
    const draft = createDraft(foreign, {
      kind: seed.kind,
      vocabulary: createVocabularyLookup(content),
      isTaken: () => false,
    });
    const shown = getShownText(parseDraft(draft));

    const words = new Set(`${shown}\n${draft.text}`.toLowerCase().match(WORDS));
    const lost = new Set((text.toLowerCase().match(WORDS) ?? []).filter((word) => !words.has(word)));
    expect([...lost]).toEqual(seed.names);

    // A fact may be in several entries; it counts once.
    const facts = [
      ...new Set(FACTS.filter(({ source }) => source === seed.source).map((fact) => fact.text.toLowerCase())),
    ];
    const lower = stripMarkup(`${shown}\n${draft.text}`).toLowerCase();
    const over = facts.filter((fact) => lower.includes(stripMarkup(fact)));
    const share = Math.round((over.length / facts.length) * 100);
    const byHand = content.files.find(({ path }) => path === `${content.root}/${seed.entry}.mdx`);
    const data = byHand?.type === 'document' ? byHand.validated.data : undefined;
    const services = data && 'services' in data ? data.services : [];
    const offered = services.filter((id) => new RegExp(`^(?:#\\s+)?\\s*- ${id}$`, 'm').test(draft.text));
    console.log(
      `${seed.source.padEnd(13)} ${String(over.length).padStart(4)} of ${String(facts.length).padStart(4)} facts by themselves (${share} %), ${offered.length} of ${services.length} services\n  not: ${facts.filter((fact) => !over.includes(fact)).join(' · ')}`,
    );
    expect(share).toBeGreaterThanOrEqual(seed.atLeast);
  });
});
