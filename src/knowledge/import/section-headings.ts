/** The meaning of headings, as public postmortem templates use them. */

export type SectionMeaning =
  | 'summary'
  | 'impact'
  | 'timeline'
  | 'lessons'
  | 'actions'
  | 'factors'
  | 'mitigations'
  | 'wentWell'
  | 'wentWrong'
  | 'lucky'
  | 'surprises';

/**
 * The names in the templates of the SRE Workbook (appendix), PagerDuty's guide, Etsy Morgue, Atlassian and the
 * collection at github.com/dastergon/postmortem-templates, and those in the project's own sources.
 */
const HEADING_PATTERNS: readonly (readonly [SectionMeaning, RegExp])[] = [
  ['summary', /^(?:executive |incident )?summary$|^overview$|^tl;?dr$|^abstract$|^synopsis$/],
  ['impact', /^(?:customer |user |business |service )?impact$/],
  ['timeline', /^(?:incident |event )?timeline$|^(?:chronology|sequence) of events$|^chronology$/],
  [
    'lessons',
    /^lessons(?: learn(?:ed|t))?$|^learnings$|^(?:key )?takeaways$|^what (?:did )?we learn(?:ed)?$/,
  ],
  [
    'actions',
    /^(?:action items?|actions|follow[ -]?ups?|follow[ -]?up (?:actions|items|tasks)|next steps|corrective actions|preventive (?:actions|measures)|remediation(?: items)?|(?:possible |planned )?improvements|future work|to ?do)$/,
  ],
  ['factors', /^(?:root )?causes?$|^root cause analysis$|^contributing (?:factors|causes|conditions)$/],
  ['mitigations', /^mitigations?$|^resolution(?: and recovery)?$|^(?:resolution|recovery) steps$/],
  ['wentWell', /^(?:what|things that) (?:went|worked|was done) well$|^what went right$|^went well$/],
  [
    'wentWrong',
    /^(?:what|things that) (?:went wrong|went poorly|went badly|didn't go (?:so )?well|did not go (?:so )?well|didn't work)$|^went wrong$|^problems(?: encountered)?$|^what (?:could|can) (?:have gone|go) better$/,
  ],
  ['lucky', /^where (?:we|you) (?:got|were) lucky$|^(?:we got )?lucky$/],
  [
    'surprises',
    /^(?:what|why)(?: was| were)?(?: we)? surpris(?:ed|ing)(?: us)?$|^why(?: were)? (?:we|you) surprised$|^surprises$/,
  ],
];

/** Returns the meaning of a heading; undefined if the templates do not use it. */
export function findSectionMeaning(heading: string): SectionMeaning | undefined {
  const name = heading
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('_', ' ')
    .replace(/^[\d.)\s]+/, '')
    .replace(/[\s:?.!]+$/, '')
    .trim();
  return HEADING_PATTERNS.find(([, pattern]) => pattern.test(name))?.[0];
}
