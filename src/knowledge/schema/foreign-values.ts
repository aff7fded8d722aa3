/**
 * The values of other tools and templates, and their equals in our closed lists: the severities of PagerDuty,
 * Opsgenie, Jira and incident.io, the states of Jira and GitHub, and the everyday words of authors.
 */

/** By our value: the words that others use for it, in the form that `normalizeValue` returns. */
const FOREIGN_WORDS: Readonly<Record<string, string>> = {
  // Severity.
  sev1: 'critical blocker highest emergency catastrophic fatal urgent red p0 sev0 s0 complete-outage major-outage',
  sev2: 'major high severe serious orange partial-outage',
  sev3: 'medium moderate minor normal yellow degraded degraded-performance',
  sev4: 'low lowest trivial cosmetic info informational green p5 sev5 s5',
  // The status of a text, and of an action.
  draft: 'wip work-in-progress in-progress todo to-do new open started writing unfinished',
  'in-review':
    'review under-review pending-review reviewing pending ready-for-review awaiting-review proposed',
  reviewed: 'done final finished complete completed published approved accepted closed',
  open: 'todo to-do new planned backlog not-started pending created unassigned active-todo',
  'in-progress': 'wip work-in-progress started ongoing doing active assigned underway implementing in-review',
  done: 'closed completed complete fixed resolved finished shipped merged implemented deployed yes true x',
  dropped:
    'cancelled canceled wontfix wont-fix wont-do abandoned rejected declined obsolete duplicate invalid',
  // Visibility.
  internal: 'private confidential restricted secret company company-only employees team',
  public: 'external open everyone published world customers',
  // The kind of a postmortem.
  incident: 'outage failure problem disruption degradation post-mortem postmortem accident emergency',
  maintenance: 'planned change upgrade planned-maintenance maintenance-window migration scheduled',
  'near-miss': 'close-call nearmiss good-catch',
  drill: 'exercise gameday game-day test chaos fire-drill rehearsal simulation',
  // Methods of detection.
  alert: 'monitoring monitor alarm pager page paged paging automated automatic alerting notification alerts',
  dashboard: 'graph graphs metrics grafana chart',
  'customer-report':
    'customer customers user users client support support-ticket ticket user-report complaint customer-complaint external-report',
  'employee-report':
    'employee staff internal-report engineer colleague developer operator team-member coworker manual-report',
  'external-party':
    'third-party vendor partner external researcher security-researcher provider press social-media',
  audit: 'review code-review inspection compliance',
  test: 'testing qa ci load-test smoke-test pipeline',
  chance: 'accident luck coincidence by-chance accidentally by-accident serendipity',
  // Triggers.
  'code-deploy':
    'deploy deployment release rollout code code-change bug push upgrade software-update software new-version',
  'config-change':
    'config configuration settings feature-flag configuration-change flag setting reconfiguration',
  'data-or-schema-change':
    'migration schema data schema-change data-change database-migration data-migration',
  traffic: 'load spike traffic-spike demand load-spike surge',
  provider: 'third-party vendor upstream cloud dependency external supplier cloud-provider isp',
  capacity:
    'disk-full exhaustion oom out-of-memory out-of-disk resources quota scaling resource-exhaustion performance saturation limits',
  hardware: 'disk power hardware-failure disk-failure power-failure network network-failure',
  'expiry-or-time':
    'certificate expired expiry expiration certificate-expiry clock cron time certificate-expired leap-second',
  security: 'attack ddos breach vulnerability intrusion cyberattack malware',
  'manual-operation':
    'human human-error manual operator operator-error manual-change user-error operation mistake',
  'none-known': 'none nothing no-trigger spontaneous',
  // Environments.
  production: 'prod live prd',
  staging: 'stage stg preprod pre-prod pre-production uat',
  development: 'dev develop local',
  // The area of a factor.
  software: 'code bug application software-bug app code-bug',
  configuration: 'config misconfiguration settings configuration-error',
  deployment: 'deploy release rollout code-deploy ci-cd ci',
  dependency: 'third-party vendor provider upstream external dependencies supplier',
  infrastructure: 'infra hardware cloud platform power compute server servers kubernetes',
  network: 'networking dns connectivity routing',
  'data-store': 'database db data storage datastore databases',
  cascading: 'cascade cascading-failure retries retry-storm thundering-herd',
  observability: 'monitoring alerting logging metrics alerts visibility',
  documentation: 'docs runbook runbooks knowledge',
  coordination:
    'communication communications people team organisation organization handover human human-factors',
  process: 'procedure review testing training policy processes change-management human-error',
  // Attempts.
  rollback: 'revert roll-back rolled-back undo reverted downgrade',
  restart: 'reboot restarted rebooted bounce recycle redeploy',
  failover: 'fail-over failed-over switchover switch-over promote',
  scale: 'scale-up scale-out scaling add-capacity scaled autoscale resize',
  'shed-load': 'rate-limit rate-limiting throttle throttling block load-shedding',
  hotfix: 'fix patch deploy code-fix fixed',
  'restore-data': 'restore backup restore-from-backup restored recovery',
  drain: 'evacuate isolate cordon take-out-of-rotation remove',
  'manual-repair': 'manual repair cleanup manual-fix clean-up',
  wait: 'waited waiting',
  none: 'nothing n/a',
  // Outcomes of attempts.
  yes: 'true y on successful worked success ok 1 helped',
  no: 'false n off failed unsuccessful ineffective 0 failure',
  partly: 'partial partially somewhat mostly maybe temporarily',
  harmful: 'worse made-it-worse harm bad backfired',
  // Events.
  trigger: 'start cause change began started onset',
  symptom: 'impact symptoms effect failure error observation',
  detection: 'alert detected discovery alerted reported noticed',
  action: 'mitigation fix response step investigation mitigate task',
  decision: 'decided decisions',
  communication: 'update announcement message status status-update notice',
  recovery: 'resolved resolution end restored recovered ended mitigated',
  // Aims of actions.
  prevent: 'preventive prevention preventative corrective prevent-recurrence fix',
  detect: 'monitoring alerting observability',
  mitigate: 'reduce reduce-impact respond response',
  document: 'docs runbook',
  // Checklists and paper.
  'read-do': 'readdo challenge-response challenge-verify read',
  'do-confirm': 'doconfirm confirm do',
  letter: 'us-letter us legal ansi-a',
  // Callouts.
  note: 'info information',
  tip: 'hint success',
  warning: 'warn caution attention important',
  danger: 'error critical alert',
  unknown: 'n/a na tbd tbc todo none unclear unsure undetermined not-known ? ?? - null other not-applicable',
};

const valuesByWord = new Map<string, string[]>();
for (const [value, words] of Object.entries(FOREIGN_WORDS)) {
  for (const word of words.split(' ')) valuesByWord.set(word, [...(valuesByWord.get(word) ?? []), value]);
}

/** P1, SEV-1, Severity 1, Prio 1 and the like; the Roman numbers of ITIL. */
const LEVEL_PATTERN = /^(?:p|s|sev|severity|prio|priority|level|lvl|l)?-?([0-5]|i{1,3}|iv)$/;
const ROMAN_DIGITS = ['', 'i', 'ii', 'iii', 'iv'];

/**
 * Finds the value of a closed list that means the same as a value of another tool.
 *
 * @param values the closed list
 */
export function findEqualValue(found: string, values: readonly string[]): string | undefined {
  const word = normalizeValue(found);
  const same = values.find((value) => normalizeValue(value) === word);
  if (same !== undefined) return same;
  const level = LEVEL_PATTERN.exec(word)?.[1];
  if (level !== undefined && values.includes('sev1')) {
    const number = ROMAN_DIGITS.includes(level) ? ROMAN_DIGITS.indexOf(level) : Number(level);
    return `sev${Math.min(4, Math.max(1, number))}`;
  }
  return valuesByWord.get(word)?.find((value) => values.includes(value));
}

/** Returns a value in lower case, with a hyphen for everything between its words. */
function normalizeValue(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\s_–—-]+/g, '-')
    .replace(/(?<=\w)[.!:]+$/, '');
}
