/**
 * Opsgenie: the answer of its Postmortem API (docs.opsgenie.com/docs/postmortem-api, "Get Postmortem Request"), with or
 * without the `data` around it; a list of them too. Texts are in the Atlassian Document Format.
 */
import { toString as textOf } from 'mdast-util-to-string';
import { parseAdf } from './adf-to-blocks.ts';
import { flattenToFacts, getNonEmptyText, isRecord, parseJson } from './flatten-json.ts';
import { type Fact, type SourceDocument, type SourceFile, UnreadableSourceError } from './source-document.ts';
import type { SourceSample } from './source-sample.ts';
import { replacePeople } from './tools/people-as-roles.ts';

type JsonObject = Record<string, unknown>;

export function recognizesOpsgenie({ json }: SourceSample): boolean {
  const [first] = Array.isArray(json) ? json : [json];
  const data = isRecord(first) && isRecord(first.data) ? first.data : first;
  return isRecord(data) && 'postmortemId' in data;
}

export function readOpsgenie(file: SourceFile): SourceDocument[] {
  const answer = parseJson(file.text);
  const list = Array.isArray(answer) ? answer : [answer];
  return list.map((item, index) => {
    const data = isRecord(item) && isRecord(item.data) ? item.data : item;
    if (!isRecord(data) || !('postmortemId' in data)) {
      throw new UnreadableSourceError(
        'Missing `postmortemId`, expected what the Postmortem API of Opsgenie answers',
      );
    }
    return toSourceDocument(data, `${file.path}${list.length > 1 ? ` (postmortem ${index + 1})` : ''}`);
  });
}

/** The documentation does not say what P1 to P5 mean elsewhere, so `severity` takes only what a team calls sev1 to sev4. */
const FIELD_TARGETS: Record<string, Fact['target']> = {
  postmortemId: 'id',
  title: 'title',
  severity: 'severity',
  startTime: 'started',
  resolveTime: 'resolved',
  affectedServices: 'services',
  'affectedServices.name': 'services',
};

/** Ids within Opsgenie that nothing else names. */
const OMITTED_FIELDS = /metadataId$/;

function toSourceDocument(written: JsonObject, name: string): SourceDocument {
  const owner = isRecord(written.owner) ? getNonEmptyText(written.owner, 'name') : undefined;
  const { value: data, remark } = replacePeople(written, { roles: [[owner, 'owner of the postmortem']] });
  const { executiveSummary, content, ...others } = data;
  const facts: Fact[] = flattenToFacts(others)
    .filter((fact) => !OMITTED_FIELDS.test(fact.name))
    .map((fact) => ({ ...fact, target: FIELD_TARGETS[fact.name.replace(/\.\d+(?=\.|$)/g, '')] }));
  const summary = parseAdf(executiveSummary);
  const isPlain = summary.length > 0 && summary.every(({ type }) => type === 'paragraph');
  if (isPlain)
    facts.push({
      name: 'executiveSummary',
      values: [summary.map((block) => textOf(block)).join('\n')],
      target: 'summary',
    });
  return {
    format: 'opsgenie',
    name,
    source: JSON.stringify(written),
    facts,
    events: [],
    body: [...(isPlain ? [] : summary), ...parseAdf(content)],
    remarks: remark ? [remark] : [],
  };
}
