/**
 * Finds out whether an instruction or a command deletes, kills or replaces something.
 *
 * Closed lists on purpose: English verbs, and commands of common tools. A guess would warn about harmless steps, and
 * people stop reading such warnings.
 */

/** Verbs that are destructive with a few exceptions. */
const DESTRUCTIVE_VERBS = [
  'delete',
  'destroy',
  'drop',
  'erase',
  'kill',
  'overwrite',
  'purge',
  'shred',
  'truncate',
  'wipe',
  'force-push',
  'force push',
  'fail over',
  'failover',
  'fail \\S+(?: \\S+){0,3} over',
  'promote (?:the |a )?(?:\\S+ )?(?:replica|standby|stand-by|secondary|slave|follower)',
  '(?:start|trigger|force|perform|run|initiate) (?:the |a )?fail-?over',
  'terminate(?! (?:the )?(?:ssl|tls|https))',
  'restore(?! (?:the |normal )?(?:service|traffic|access|connectivity|connections?|network|power|redundancy|replication|operations?)\\b)',
];

/** Verbs that are destructive if they are about data. */
const DATA_VERBS = 'clear|empty|flush(?! \\S+(?: \\S+)? to )|reset|remove|format|discard|reinitiali[sz]e';
const DATA =
  '(?:data|databases?|tables?|rows?|records?|index(?:es)?|indices|queues?|topics?|messages?|caches?|disks?|volumes?|partitions?|snapshots?|backups?|files?|folders?|directory|directories|logs?|keys?|buckets?|objects?|branch|branches|history|instances?)';

const INSTRUCTION_PATTERN = new RegExp(
  `^(?:(?:${DESTRUCTIVE_VERBS.join('|')})(?![\\p{L}\\p{N}_-])|(?:${DATA_VERBS})(?: \\S+){0,4}? ${DATA}(?![\\p{L}\\p{N}_-]))`,
  'iu',
);

/** Words that may come before the verb. */
const LEADING_PATTERN = /^(?:(?:and|then|now|first|or|also|please|finally|next|try to|\p{L}+ly) )+/iu;

/** Returns the first words of an instruction that are destructive, such as "Kill". */
export function findDestructiveWords(instruction: string): string | undefined {
  for (const clause of instruction.split(/[.,;:!?()–—]\s+|\s+(?=(?:and|or|then)\s)/i)) {
    const words = clause.trim().replace(/\s+/g, ' ').replace(LEADING_PATTERN, '');
    const found = INSTRUCTION_PATTERN.exec(words);
    if (found) return found[0];
  }
  return undefined;
}

const TOOLS =
  'aws|az|borg|btrfs|consul|curl|doctl|docker|etcdctl|eksctl|gcloud|gh|gsutil|helm|heroku|kafka-topics(?:\\.sh)?|kubectl|mysqladmin|nomad|oc|patronictl|podman|pulumi|rabbitmqadmin|rabbitmqctl|redis-cli|restic|terraform|tofu|wal-e|zfs|zpool';
const SUBCOMMANDS =
  'del|delete|destroy|drain|drop|failover|flushall|flushdb|forget|prune|purge|rb|reinit|reset|restore|rm|rollback|switchover|terminate|uninstall|unlink';

const COMMAND_PATTERNS: readonly RegExp[] = [
  new RegExp(`\\b(?:${TOOLS})\\b[^\\n|;&]*?[\\s:](?:-X\\s*)?(?:${SUBCOMMANDS})(?![\\p{L}\\p{N}])`, 'iu'),
  // Only where a command starts: `grep kill app.log` kills nothing.
  /\b(?=(?:rm|kill) )(?<=^\s*|[;&|("'`]\s*|\b(?:sudo|xargs|exec)(?: -\S+)* |\bssh \S+ )(?:rm|kill) +\S+/m,
  /(?<![\w-])(?:dropdb|dropuser|fdisk|killall|lvremove|lvreduce|mkfs(?:\.\w+)?|mongorestore|pg_resetwal|pg_restore|pkill|pvremove|shred|vgremove|wipefs)(?![\w-])/,
  /\bdd\b[^\n]*\bof=\S+/,
  /\bfind\b[^\n]*\s-delete\b/,
  /\bgit +push\b[^\n]*\s(?:--force(?:-with-lease)?|--delete|-f|\+\S+)(?!\S)/,
  /\bgit +(?:reset +--hard|clean +-\w*f)/,
  /\bpg_(?:terminate|cancel)_backend\b|\bpg_ctl\b[^\n]*\bpromote\b|\bkillOp\b/,
  /\b(?:drop +(?:collection|column|database|index|keyspace|partition|role|schema|table|user|view)|truncate(?: +table)? +\w+|delete +from)\b/i,
  /\.(?:deleteMany|deleteOne|drop|dropDatabase)\(/,
  /\bflush(?:all|db)\b/i,
];

/** Returns the part of a command that is destructive, such as "kubectl delete". */
export function findDestructiveCommand(command: string): string | undefined {
  for (const pattern of COMMAND_PATTERNS) {
    const found = pattern.exec(command);
    if (found) return found[0];
  }
  return undefined;
}
