/** Formats a checklist as JSON. The format is public: it stays the same when the code changes. */

import { toPlainText } from '../../source/inline/plain-text.ts';
import { toPrintableJson } from '../../source/invisible-characters.ts';
import type { Checklist, EvidenceRef } from '../checklist.ts';

/** Increases when a field is removed or changes its meaning. New fields do not change it. */
const FORMAT_VERSION = 3;

export function formatChecklistJson(checklist: Checklist): string {
  const { id, title, objective, mode, signals, tried, blocks, completion } = checklist;
  const value = {
    format: 'hindsight-checklist',
    formatVersion: FORMAT_VERSION,
    id,
    title: toPlainText(title),
    objective: toPlainText(objective),
    organization: checklist.organization ? toPlainText(checklist.organization) : null,
    includesOthers: checklist.includesOthers,
    mode,
    address: checklist.address,
    version: checklist.version,
    evidenceUpTo: checklist.revised ?? null,
    owner: checklist.owner ?? null,
    reviewBy: checklist.reviewBy?.date ?? null,
    overdue: checklist.reviewBy?.overdue ?? false,
    outline: checklist.outline === undefined ? null : toPlainText(checklist.outline),
    signals,
    tried: tried.map(({ text, worked, evidence }) => ({
      text: toPlainText(text),
      worked,
      evidence: toEvidenceJson(evidence),
    })),
    blocks: blocks.map((block) => ({
      id: block.id,
      title: toPlainText(block.title),
      mode: block.mode,
      repeats: block.repeats ?? null,
      items: block.items.map((item) => ({
        id: item.id,
        number: item.number ?? null,
        text: toPlainText(item.text),
        destructive: item.onlyIf !== undefined,
        onlyIf: item.onlyIf === undefined ? null : toPlainText(item.onlyIf),
        expect: item.expect === undefined ? null : toPlainText(item.expect),
        organization: item.organization ? toPlainText(item.organization.name) : null,
        commands: item.code.map(({ text, where }) => ({
          text,
          where: where === undefined ? null : toPlainText(where),
        })),
        evidence: item.evidence.map(toEvidenceJson),
        generalPractice: item.generalPractice
          ? { title: item.generalPractice.title, url: item.generalPractice.url }
          : null,
        lessons: item.lessons.map((lesson) => ({
          id: lesson.id,
          title: toPlainText(lesson.title),
          evidence: lesson.evidence.map(toEvidenceJson),
          ...(lesson.moreEvidence ? { moreEvidence: lesson.moreEvidence } : {}),
        })),
      })),
    })),
    notOnList: checklist.omitted.map((item) => ({
      text: toPlainText(item.text),
      expect: item.expect === undefined ? null : toPlainText(item.expect),
      organization: item.organization ? toPlainText(item.organization.name) : null,
      reason: item.reason,
      why: toPlainText(item.why),
      lessons: item.lessons.map((lesson) => lesson.id),
    })),
    completion: toPlainText(completion),
    sources: checklist.sources.map(toEvidenceJson),
    procedures: checklist.procedures.map((procedure) => ({
      id: procedure.id,
      title: toPlainText(procedure.title),
      organization: procedure.organization ? toPlainText(procedure.organization) : null,
      address: procedure.address,
      marks: procedure.marks,
    })),
    explanation: checklist.explanation.map(({ kind, sentence, lessons }) => ({
      kind,
      sentence: toPlainText(sentence),
      lessons,
    })),
  };
  return toPrintableJson(value);
}

function toEvidenceJson({ kind, id, title, label, relation }: EvidenceRef) {
  return { kind, id, title: toPlainText(title), label: toPlainText(label), relation };
}
