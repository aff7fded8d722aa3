/** Reads the state of an action in the words of public templates, in six languages. */

export type ActionStatus = 'open' | 'in-progress' | 'done' | 'dropped' | 'unknown';

const STATUS_WORDS: readonly (readonly [ActionStatus, RegExp])[] = [
  [
    'dropped',
    /^(?:dropped|won'?t ?(?:fix|do)|will not do|cancel+ed|rejected|abandoned|declined|obsolete|❌)$/,
  ],
  [
    'in-progress',
    /^(?:in[ -]progress|doing|wip|started|ongoing|under ?way|in review|in arbeit|en cours|en curso|em andamento|進行中|进行中|🚧)$/,
  ],
  [
    'open',
    /^(?:open|to ?do|not started|new|pending|planned|backlog|no|offen|à faire|pendiente|pendente|未着手|未开始|☐|\[ ?\])$/,
  ],
  [
    'done',
    /^(?:done|closed|completed?|finished|fixed|resolved|merged|deployed|implemented|yes|erledigt|fertig|terminée?|fait|hecho|completado|feito|concluído|完了|已完成|完成|✅|✔️?|☑️?|\[x\])$/,
  ],
];

export function readStatus(words: string): ActionStatus {
  const word = words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{S}[]+|[\s.!]+$/gu, '');
  return STATUS_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}
