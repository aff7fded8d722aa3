/**
 * Finds out whether a sentence starts with an instruction. "Start with a verb" is required of checklist items
 * (Gawande's "Checklist for Checklists") and of action items (Lunney et al., ;login: 2017).
 *
 * A closed list on purpose: guessing parts of speech takes "Restart count" for an order. A verb that is
 * missing here is added in one word; words that stand more often for a thing (file, queue, page) are left out.
 */
import { parseInline } from '../source/inline/parse-inline.ts';
import { toPlainText } from '../source/inline/plain-text.ts';

const VERBS = new Set(
  `abort accept acknowledge activate add adjust agree alert align allow allocate announce answer append apply approve
  archive arrange ask assign assume attach audit authorize automate avoid back balance ban begin bind block book boot
  bounce bring broadcast build bump bypass cache calculate call cancel capture catch change charge check choose clean
  clear click clone close collect commit communicate compare compile complete compress compute configure confirm
  connect consider contact continue convert copy cordon correct count create cross-check cut deactivate debug decide declare
  decommission decouple decrease decrypt define degrade delay delegate delete demote deny deploy deprecate describe
  design detach detect determine diagnose disable discard disconnect discuss dismount display distribute divert
  document double double-check download drain draw drop dump duplicate edit eject eliminate empty enable encrypt end
  enforce ensure enter escalate establish estimate evaluate evict examine exclude execute expand expect expire explain
  export expose extend extract fail fence fetch fill filter find finish fix flag flush follow forbid force form
  format forward free freeze gather generate get give go grant grep guard halt handle hand hide hold host identify
  ignore implement import improve include increase inform initiate insert inspect install instrument interrupt
  introduce investigate invite isolate issue join keep kill label launch leave lengthen let limit link list listen load
  locate lock log look lower maintain make manage map mark mask match measure merge migrate mirror mitigate modify
  monitor mount move mute name narrow note notify obtain offer offload open order organize pack park partition
  pass paste patch pause perform pick pin ping place plan point poll post postpone prepare press prevent print
  prioritize probe produce promote prove provide provision prune publish pull purge push put quarantine query   quiesce quit raise ramp randomize rate re-add re-create re-enable re-index re-queue re-run read reassign rebalance
  reboot rebuild recalculate receive recheck reclaim reconcile reconfigure reconnect record recover recreate recycle
  redeploy redirect reduce refer refill refresh register reindex reinstall reject release reload remind remount remove
  rename renew reopen repair repeat replace replay replicate reply report repoint request requeue reroute rerun reschedule
  reserve reset reshard resize resolve restart restore restrict resume resync retain retire retrain retrieve retry
  return reuse reveal revert review revise revoke rewrite roll rollback rotate route run sample sanitize save say scale
  scan schedule scrub search secure see select send separate serve set settle share shed shift ship
  shorten show shrink shut silence simplify simulate skip slow snapshot sort spawn specify split spread ssh stagger
  standardize start stop store strengthen stress-test submit subscribe substitute suggest summarize
  supply suppress suspend swap switch sync synchronize tag tail take teach tear tell terminate test think throttle
  tidy tighten trace track train transfer translate trial trigger trim triple-check try tune turn type unban
  unblock uncordon undo uninstall unlock unmount unpack unpin unplug unset update upgrade upload use vacuum validate
  verify view visit wait wake walk warm warn watch weigh whitelist widen wipe withdraw work wrap write`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that may come before the verb: "Never restart …", "Manually fail over …", "Then stop …". */
const LEADING_WORDS = new Set([
  'do',
  'not',
  'never',
  'always',
  'first',
  'then',
  'now',
  'only',
  'please',
  'don’t',
  "don't",
]);

/** Returns whether the first word, except adverbs and negations, is a verb in the imperative. So is a command in code. */
export function startsWithVerb(sentence: string): boolean {
  const [start] = parseInline(sentence);
  if (start?.type === 'inlineCode') return true;
  const text = toPlainText(sentence);
  const words = text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  const first = words.find((word) => VERBS.has(word) || !(LEADING_WORDS.has(word) || word.endsWith('ly')));
  return first !== undefined && VERBS.has(first);
}

/** The first word as it is written, to be quoted; the beginning of the text where there is none. */
export function getFirstWord(sentence: string): string {
  const text = toPlainText(sentence);
  return /[\p{L}\p{N}][\p{L}\p{N}'’_.-]*/u.exec(text)?.[0] ?? text.trim().slice(0, 20);
}
