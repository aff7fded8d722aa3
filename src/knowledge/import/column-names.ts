/** Recognises the heads of columns that public templates use in tables of events, actions and properties. */

export type ColumnMeaning =
  'time' | 'day' | 'event' | 'action' | 'type' | 'owner' | 'status' | 'due' | 'ticket' | 'name' | 'value';

const COLUMN_PATTERNS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  [
    'time',
    /^(?:(?:start |event |local )?time(?:stamp| of event)?|when|date(?: ?(?:and|&|\/) ?| )time|at|clock|uhrzeit|zeit(?:punkt)?|heure|hora|時刻|時間|日時)$/,
  ],
  ['day', /^(?:date|day|datum|tag|jour|fecha|día|dia|data|日付)$/],
  [
    'event',
    /^(?:events?|what(?: happened)?|description|details?|message|update|entry|note|ereignis|vorgang|événement|évènement|evento|acontecimiento|イベント|内容|出来事)$/,
  ],
  [
    'action',
    /^(?:(?:corrective |preventive |follow[ -]?up |remediation )?(?:action|task|item|todo|to-do|measure|improvement|remediation|next step)(?: item)?s?|follow[ -]?ups?|recommendations?|(?:folge)?maßnahmen?|aufgaben?|suivi|medida(?: correctiva)?|medida corretiva|acción|acciones|tarea|tâche|action corrective|ação|ações|tarefa|対応|対策|アクション|措施|改进措施|行动项|任务)$/,
  ],
  ['type', /^(?:type|kind|category|class|action type|goal|art|typ|tipo|種別)$/],
  [
    'owner',
    /^(?:(?:action )?owners?|assignees?|assigned(?: to)?|responsible(?: (?:team|person|party))?|who|by whom|team|dri|lead|verantwortlich(?:er|e)?|zuständig(?:keit)?|wer|qui|quién|quem|encargado|responsable|responsável|担当(?:者)?|负责人|責任者)$/,
  ],
  [
    'status',
    /^(?:status|state|done\??|progress|completed?\??|stand|erledigt\??|terminée?\??|fait\??|hecho\??|situação|situación|✔️?|✓|☑️?|✅|estado|statut|état|zustand|ステータス|状態|状況|状态|进展)$/,
  ],
  [
    'due',
    /^(?:due(?: date| by| on)?|deadline|target(?: date)?|eta|by when|by|until|fällig(?: am)?|frist|bis(?: wann)?|termin|pour le|date limite|plazo|vencimiento|vence|fecha límite|para cuándo|até|期日|対応期限|échéance|prazo|期限|截止日期|截止时间)$/,
  ],
  [
    'ticket',
    /^(?:tickets?|bugs?|issues?|(?:tracking |jira |github |gitlab )?(?:bug|issue|ticket|link|id|key)|jira(?: (?:ticket|link))?|tracker|pull request|pr|reference|tracking|tracked in|where|課題|起票|チケット|工单)$/,
  ],
  ['name', /^(?:field|property|key|name|attribute|feld|eigenschaft|champ|campo|項目|项目)$/],
  ['value', /^(?:value|details?|information|info|answer|wert|valeur|valor|値)$/],
];

export function isColumnName(head: string): boolean {
  return COLUMN_PATTERNS.some(([, pattern]) => pattern.test(normalizeColumnName(head)));
}

/** The head without what is in brackets: "Time (UTC)", "Date & Time [CET]". */
function normalizeColumnName(head: string): string {
  return head
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/\b(?:utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?\b/g, '')
    .replace(/[#:*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
/** Returns what a column contains by its head; undefined if the templates do not use that head. */
export function findColumnMeaning(head: string): ColumnMeaning | undefined {
  const name = normalizeColumnName(head);
  return COLUMN_PATTERNS.find(([, pattern]) => pattern.test(name))?.[0];
}
