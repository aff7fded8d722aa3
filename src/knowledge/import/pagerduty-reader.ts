/**
 * PagerDuty: the answers of its REST API v2 (developer.pagerduty.com/api-reference) as they were saved: `incident`
 * ("Get an incident"), with `notes` ("List notes for an incident") and `log_entries` ("List log entries for an
 * incident") beside it in one object; or `incidents` for several. The postmortem reports themselves can be exported
 * as PDF only (support.pagerduty.com/docs/postmortems): where their texts stand in the object under the names of the
 * report's sections (`postmortem: { "what_happened": "…", "resolution": "…", … }`), they become sections.
 */
import type { RootContent } from 'mdast';
import { factsOfData, isRecord, parseJson, textIn } from './data-facts.ts';
import { type Fact, type Foreign, type ForeignEvent, type ForeignFile, UnreadableSource } from './foreign.ts';
import { parseMarkdown } from './markdown-reader.ts';

type Data = Record<string, unknown>;

export function readPagerDuty(file: ForeignFile): Foreign[] {
  const data = parseJson(file.text);
  const list = isRecord(data) && Array.isArray(data.incidents) ? data.incidents : [data];
  return list.map((item, index) => {
    const answer =
      isRecord(item) && !('incident' in item) && 'created_at' in item ? { incident: item } : item;
    if (!isRecord(answer) || !isRecord(answer.incident)) {
      throw new UnreadableSource('Missing `incident`, expected what the REST API of PagerDuty answers');
    }
    return foreignOf(answer, answer.incident, file, list.length > 1 ? ` (incident ${index + 1})` : '');
  });
}

/** An incident is created when it is first triggered, which is when it was noticed; nothing says when it began. */
const TARGETS: Record<string, Fact['target']> = {
  id: 'id',
  title: 'title',
  created_at: 'detected',
  resolved_at: 'resolved',
  html_url: 'source.url',
  'service.summary': 'services',
  description: 'summary',
};

/** Addresses of the API, names of types, and what repeats another field say nothing of the incident. */
const NOT_SAID = /(?:^|\.)(?:self|type)$|(?<=\.)(?:id|html_url)$|^summary$/;

function foreignOf(answer: Data, incident: Data, file: ForeignFile, place: string): Foreign {
  const { incident: _, log_entries: logEntries, notes, postmortem, ...others } = answer;
  const title = textIn(incident, 'title');
  const facts = [...factsOfData(incident), ...factsOfData(others)]
    .filter(({ name, values }) => !NOT_SAID.test(name) && !(name === 'description' && values[0] === title))
    .map((fact) => ({ ...fact, target: TARGETS[fact.name] }));
  return {
    format: 'pagerduty',
    name: `${file.path}${place}`,
    source: JSON.stringify(answer),
    facts: [...facts, ...(isRecord(postmortem) ? [] : factsOfData(postmortem, undefined, 'postmortem'))],
    events: [...listOf(logEntries).map(eventOfEntry), ...listOf(notes).map(eventOfNote)],
    body: isRecord(postmortem) ? sectionsOf(postmortem) : [],
    remarks: ['addresses of the API, names of types and ids of what is referred to left out'],
  };
}

function listOf(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** What each type of log entry is in a timeline; an alert that fires is how the trouble was noticed. */
const KINDS: Record<string, ForeignEvent['kind']> = {
  trigger_log_entry: 'detection',
  acknowledge_log_entry: 'action',
  assign_log_entry: 'action',
  escalate_log_entry: 'action',
  notify_log_entry: 'communication',
  status_update_log_entry: 'communication',
  resolve_log_entry: 'recovery',
};

function eventOfEntry(entry: Data): ForeignEvent {
  const { type, created_at: at, summary, self: _, html_url: __, id: ___, incident: ____, ...others } = entry;
  const said = factsOfData(others)
    .filter(({ name }) => !NOT_SAID.test(name))
    .map(({ name, values }) => `${name}: ${values.join(', ')}`);
  const text = [summary ?? type, ...said].filter(Boolean).join('; ');
  return { at: String(at ?? ''), text, kind: KINDS[String(type)] };
}

function eventOfNote({ content, created_at: at, user }: Data): ForeignEvent {
  const by = isRecord(user) ? textIn(user, 'summary') : undefined;
  return { at: String(at ?? ''), text: [content, by ? `(note by ${by})` : ''].filter(Boolean).join(' ') };
}

/** One section for each text of a report. */
function sectionsOf(report: Data): RootContent[] {
  return factsOfData(report).flatMap(({ name, values }) => {
    const words = name.replaceAll(/[_.]+/g, ' ');
    const title = { type: 'text' as const, value: words.charAt(0).toUpperCase() + words.slice(1) };
    const section: RootContent = { type: 'heading', depth: 2, children: [title] };
    return [section, ...parseMarkdown(values.join('\n\n')).children];
  });
}
