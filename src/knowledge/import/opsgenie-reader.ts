/**
 * Opsgenie: the answer of its Postmortem API (docs.opsgenie.com/docs/postmortem-api, "Get Postmortem Request"), with or
 * without the `data` around it; a list of them too. Texts are in the Atlassian Document Format.
 */
import { toString as textOf } from 'mdast-util-to-string';
import { blocksOfAdf } from './adf.ts';
import { factsOfData, isRecord, parseJson } from './data-facts.ts';
import { type Fact, type Foreign, type ForeignFile, UnreadableSource } from './foreign.ts';

type Data = Record<string, unknown>;

export function readOpsgenie(file: ForeignFile): Foreign[] {
  const answer = parseJson(file.text);
  const list = Array.isArray(answer) ? answer : [answer];
  return list.map((item, index) => {
    const data = isRecord(item) && isRecord(item.data) ? item.data : item;
    if (!isRecord(data) || !('postmortemId' in data)) {
      throw new UnreadableSource(
        'Missing `postmortemId`, expected what the Postmortem API of Opsgenie answers',
      );
    }
    return foreignOf(data, `${file.path}${list.length > 1 ? ` (postmortem ${index + 1})` : ''}`);
  });
}

/** The documentation does not say what P1 to P5 mean elsewhere, so `severity` takes only what a team calls sev1 to sev4. */
const TARGETS: Record<string, Fact['target']> = {
  postmortemId: 'id',
  title: 'title',
  severity: 'severity',
  startTime: 'started',
  resolveTime: 'resolved',
  affectedServices: 'services',
  'affectedServices.name': 'services',
};

/** Ids within Opsgenie that nothing else names. */
const NOT_SAID = /metadataId$/;

function foreignOf(data: Data, name: string): Foreign {
  const { executiveSummary, content, ...others } = data;
  const facts: Fact[] = factsOfData(others)
    .filter((fact) => !NOT_SAID.test(fact.name))
    .map((fact) => ({ ...fact, target: TARGETS[fact.name.replace(/\.\d+(?=\.|$)/g, '')] }));
  const summary = blocksOfAdf(executiveSummary);
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
    source: JSON.stringify(data),
    facts,
    events: [],
    body: [...(isPlain ? [] : summary), ...blocksOfAdf(content)],
    remarks: [],
  };
}
