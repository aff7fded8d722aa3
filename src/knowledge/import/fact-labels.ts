/** Recognises the names of facts at the head of a page, as templates and forms write them. */
import { normalizeHeading } from './section-headings.ts';
import type { FactTarget } from './source-document.ts';

const LABEL_PATTERNS: readonly (readonly [FactTarget, RegExp])[] = [
  [
    'duration',
    /^(?:(?:incident|outage|total|overall|approximate) )*(?:duration|length|downtime)(?: of (?:the )?(?:incident|outage|impact|problem|issue))?$|^(?:impact|outage|incident) (?:duration|length)$|^(?:(?:mean )?time to (?:resolve|resolution|recover|recovery|repair|restore)|ttr|mttr|resolution time)$|^(?:(?:customer|user|service) )?impact duration$|^duration (?:of impact|\(?total\)?)$|^time (?:in|at) (?:sev(?:erity)?|p)[ -]?\d$|^(?:dauer|(?:gesamt|ausfall|störungs|vorfall)dauer|dauer (?:des vorfalls|der störung|des ausfalls)|ausfallzeit|durée(?: totale)?(?: (?:de l'incident|de l'interruption|de la panne|d'indisponibilité))?|duración(?: total)?(?: del incidente| de la interrupción| de la caída)?|tiempo (?:total )?(?:de (?:caída|inactividad|indisponibilidad)|fuera de servicio)|duração(?: total)?(?: do incidente| da interrupção)?|tempo (?:total )?(?:de (?:indisponibilidade|inatividade)|fora do ar)|(?:影響|停止|障害|継続|障害継続|ダウン|復旧)(?:継続)?時間|ダウンタイム|期間|(?:故障|影响|中断)?(?:持续)?时长|(?:故障)?持续时间)$/,
  ],
  [
    'detected',
    /^(?:(?:time|date|first) )?(?:detected|discovered|noticed)(?: at| on)?$|^(?:detection|discovery) (?:time|date)$|^time of detection$|^(?:entdeckt|erkannt|détecté(?: le)?|detectado|検知(?:日時|時刻)?)(?: am| um)?$/,
  ],
  [
    'mitigated',
    /^(?:time )?mitigated(?: at| on)?$|^mitigation (?:time|date)$|^(?:impact end(?:ed)?|end of impact)$/,
  ],
  [
    'resolved',
    /^(?:time |date )?(?:resolved|restored|recovered|fixed)(?: at| on| time)?$|^(?:(?:incident|outage|service) )?(?:end(?:ed)?|ends)(?: time| date| at)?$|^(?:end time|end date|resolution date|date resolved|recovery time|incident (?:end|resolved)(?: time)?|service restored)$|^(?:ende|behoben|fin(?: de l'incident)?|résolu(?: le)?|fim|resuelto|resolvido|término|終了(?:日時|時刻)?|復旧(?:日時|時刻)?|(?:恢复|结束|解决)时间)$/,
  ],
  [
    'started',
    /^(?:(?:incident|outage|event|impact|issue) )?(?:start(?:ed|s)?|began|begin(?:ning)?|onset)(?: time| date| at| on)?$|^(?:start time|start date|date started|started on)$|^(?:(?:incident|outage|event) )?dates?(?: ?(?:and|&|\/) ?time)?(?: of (?:the )?(?:incident|outage|event|occurrence|impact))?$|^(?:when(?: did (?:it|this) (?:happen|start))?|day|occurred(?: on| at)?|time of (?:the )?incident)$|^(?:datum(?: des vorfalls)?|beginn|date de l'incident|début(?: de l'incident)?|fecha(?: del incidente| de inicio)?|inicio|início|data(?: do incidente| de início)?|開始(?:日時|時刻)?|発生(?:日時|時刻|日)|日付|日時|(?:开始|发生|故障)时间)$/,
  ],
  [
    'severity',
    /^(?:incident |highest |max(?:imum)? |initial |final )?(?:severity|sev|priority|criticality|impact level)(?: level| rating| class)?$|^(?:schweregrad|gravité|sévérité|severidad|gravedad|severidade|gravidade|重大度|深刻度|(?:故障|事件|严重)(?:等级|级别)|priorität|priorité|prioridad|prioridade|優先度|优先级)$/,
  ],
  [
    'services',
    /^(?:(?:affected|impacted|involved) )?(?:services?|systems?|components?|applications?|products?)(?:\(s\)|\/s)?(?: (?:affected|impacted|involved))?$|^affected$|^(?:betroffene (?:dienste|systeme|services|komponenten)|services (?:affectés|concernés|impactés)|servicios(?: afectados)?|serviços(?: afetados)?|影響サービス|対象サービス|サービス)$/,
  ],
  ['vocabulary', /^(?:tags?|labels?|keywords?)$/],
  ['organization', /^(?:organi[sz]ation|company)$/],
  ['detection', /^(?:detect(?:ed by|ion(?: method| source)?)|how (?:was it )?detected|discovered by)$/],
  ['trigger', /^trigger(?: type)?$/],
  ['summary', /^(?:summary|tl;?dr|short summary)$/],
  ['impact', /^(?:(?:customer|user|business) )?impact$/],
  [
    'title',
    /^(?:(?:incident|issue|page|document|post-?mortem) )?(?:title|subject|headline)$|^incident name$|^(?:titel|titre|título|件名|タイトル|标题)$/,
  ],
];

/** Other names at the head of pages. They have no field, but their lines are facts and not sentences. */
const OTHER_LABELS =
  /^(?:authors?|status|owners?|(?:incident )?(?:commander|lead|manager|id|number|ticket|type|link|channel)|participants|attendees|responders|reviewers?|scribe|facilitator|team|environment|region|version|created(?: by| at| on)?|updated(?: at| on)?|last (?:updated|modified|edited)(?: by| at)?|(?:doc(?:ument)?|page|report) (?:owner|author|status)|(?:prepared|written|reviewed|compiled) by|shared with|reviewed|verfasser|auteur|autor(?:en|es)?|post-?mortem (?:date|owner|lead)|review date|meeting date|reported by|reporter|assignee|state|visibility|approved by|slack(?: channel)?|root cause|customers? affected|users affected|time to (?:detect|detection|acknowledge|mitigate|engage)|ttd|mttd|status page|jira|ticket)$/;

/** Returns the field that a name of a fact belongs to; undefined if no template has it. */
export function findFactTarget(label: string): FactTarget | undefined {
  const name = normalizeHeading(label);
  return LABEL_PATTERNS.find(([, pattern]) => pattern.test(name))?.[0];
}

export function isFactLabel(label: string): boolean {
  return findFactTarget(label) !== undefined || OTHER_LABELS.test(normalizeHeading(label));
}

const LEVEL =
  '(?:critical|severe|major|moderate|minor|high|medium|low|kritisch|hoch|mittel|niedrig|gering|critique|majeure?|mineure?|élevée?|moyenne?|faible|crític[oa]|alt[oa]|medi[oa]|médi[oa]|baj[oa]|baix[oa]|[高中低]|重大|軽微)';
const NUMBERED_LEVEL = '(?:p|sev|severity)[ -]?[0-5]';
const LEVEL_PATTERN = new RegExp(
  String.raw`^(?:${LEVEL}(?: (?:impact|outage))?(?:\s*[/,(–-]\s*${NUMBERED_LEVEL}\)?)?|${NUMBERED_LEVEL}(?:\s*[/,(–-]\s*${LEVEL}\)?)?)$`,
  'i',
);

/** Returns whether a value is the level of an incident: "Major", "High / P1". */
export function isLevel(value: string): boolean {
  return LEVEL_PATTERN.test(value.trim());
}

/** Returns whether a text is a name and its level: "Impact: High / P1". */
export function isNamedLevel(text: string): boolean {
  const [, name = '', value = ''] = /^([^:：]+)[:：](.+)$/.exec(text) ?? [];
  return isFactLabel(name) && isLevel(value);
}
