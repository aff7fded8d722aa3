/** Formats a checklist as JSON. The format is public: it stays the same when the code changes. */

import { toPrintableJson } from '../../source/invisible-characters.ts';
import type { Checklist, EvidenceRef } from '../checklist.ts';

/** Increases when a field is removed or changes its meaning. New fields do not change it. */
const FORMAT_VERSION = 2;

export function formatChecklistJson(checklist: Checklist): string {
  const { id, title, objective, mode, signals, tried, blocks, completion } = checklist;
  const value = {
    format: 'hindsight-checklist',
    formatVersion: FORMAT_VERSION,
    id,
    title,
    objective,
    mode,
    address: checklist.address,
    version: checklist.version,
    evidenceUpTo: checklist.revised ?? null,
    owner: checklist.owner ?? null,
    reviewBy: checklist.reviewBy?.date ?? null,
    overdue: checklist.reviewBy?.overdue ?? false,
    outline: checklist.outline ?? null,
    signals,
    tried: tried.map(({ text, worked, evidence }) => ({ text, worked, evidence: toEvidenceJson(evidence) })),
    blocks: blocks.map((block) => ({
      id: block.id,
      title: block.title,
      mode: block.mode,
      items: block.items.map((item) => ({
        id: item.id,
        number: item.number ?? null,
        text: item.text,
        destructive: item.onlyIf !== undefined,
        onlyIf: item.onlyIf ?? null,
        expect: item.expect ?? null,
        commands: item.code.map(({ text, where }) => ({ text, where: where ?? null })),
        evidence: item.evidence.map(toEvidenceJson),
        lessons: item.lessons.map((lesson) => ({ id: lesson.id, title: lesson.title })),
      })),
      cut: block.cut.map(({ text, lessons }) => ({ text, lessons: lessons.map((lesson) => lesson.id) })),
    })),
    completion,
    sources: checklist.sources.map(toEvidenceJson),
    procedures: checklist.procedures.map((procedure) => ({
      id: procedure.id,
      title: procedure.title,
      address: procedure.address,
      marks: procedure.marks,
    })),
    explanation: checklist.explanation.map(({ kind, sentence, lessons }) => ({ kind, sentence, lessons })),
  };
  return toPrintableJson(value);
}

function toEvidenceJson({ kind, id, title, label, relation }: EvidenceRef) {
  return { kind, id, title, label, relation };
}
