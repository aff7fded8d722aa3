/** Reads the state of an action in the words of public templates, in six languages. */

export type ActionStatus = 'open' | 'in-progress' | 'done' | 'dropped' | 'unknown';

const STATUS_WORDS: readonly (readonly [ActionStatus, RegExp])[] = [
  [
    'dropped',
    /^(?:dropped|won'?t ?(?:fix|do)|will not do|cancel+ed|rejected|abandoned|declined|obsolete|verworfen|abandonnée?|annulée?|cancelad[oa]|descartad[oa]|見送り|中止|取消|❌|✗)$/,
  ],
  [
    'in-progress',
    /^(?:in[ -]?progress|doing|waiting|blocked|on hold|wip|started|ongoing|under ?way|in review|in arbeit|in bearbeitung|begonnen|en cours|en curso|em (?:andamento|curso)|対応中|実施中|作業中|進行中|处理中|进行中|🚧)$/,
  ],
  [
    'open',
    /^(?:open|to ?do|not started|new|next|pending|planned|backlog|no|offen|geplant|à faire|prévue?|ouverte?|por hacer|abiert[oa]|pendientes?|a fazer|abert[oa]|pendentes?|未着手|未対応|未完了|予定|未开始|❏|☐|⬜|\[ ?\])$/,
  ],
  [
    'done',
    /^(?:done|closed|completed?|finished|fixed|resolved|merged|deployed|implemented|yes|erledigt|fertig|abgeschlossen|behoben|terminée?|faite?|hech[oa]|terminad[oa]|completad[oa]|feit[oa]|concluíd[oa]|完了|対応済み?|実施済み?|済み?|已完成|完成|✅|✓|✔️?|☑️?|\[x\])$/,
  ],
];

export function readStatus(words: string): ActionStatus {
  const word = words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{S}[]+|[\s.!]+$/gu, '');
  return STATUS_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}
