/** The words from which the generated content is made: all of them are in the dictionaries of the check. */

function split(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Things that a company's systems deal with. */
export const SUBJECTS = split(`
  account address advert album answer appointment archive article asset auction badge balance basket batch benefit
  bill blog board booking bookmark branch brochure budget bulletin calendar campaign card cargo cart case catalogue
  certificate channel chapter chart chat checkout claim class client clinic comment commission complaint contact
  contest contract coupon course credit customer dashboard deal debit delivery deposit device diary diagnosis digest
  discount dispatch document donation draft driver enquiry episode estimate event exam exchange expense export favourite
  feed fee feedback field file fleet flight forecast forum freight friend gallery garment gift grade grant grocery group
  guest guide harvest help hotel image import inbox inspection insurance inventory invitation invoice item journal
  journey label lease ledger lesson letter library licence listing loan locale locker login lottery loyalty
  magazine mailbox map market match meal measurement media meeting member membership menu merchant message meter mortgage
  movie museum music network newsletter notice notification offer order organ outlet package page paper parcel parking
  partner passenger passport patient payment payroll pension permit photo playlist podcast policy poll portfolio
  post prescription price pricing printer prize product profile project promotion property proposal purchase quiz
  quota quote rating receipt recipe recommendation record recruitment referral refund region registration reminder rental
  report request reservation resident restaurant result return review reward ride roster route salary sale sample
  schedule school score season seat seller sensor session share shelf shipment shop signup speaker sport stall
  statement station stock story student subscriber subscription supplier survey tariff task tax team tenant ticket
  timetable tour trade trailer training transfer transport travel treatment trial truck tutor upload usage
  vacancy vehicle vendor venue video village visit visitor voucher wage waiting wallet warehouse warranty weather webinar
  wish workshop`);

export const PARTS = split(`
  api archive broker cache catalog client collector crawler database dispatcher editor engine exporter feed gateway
  importer index indexer ingest ledger lookup mailer matcher monitor notifier pipeline planner pool portal proxy
  queue registry renderer replica reporter router runner scheduler scorer search server shard signer store stream sync
  tracker uploader validator vault viewer watcher webhook worker writer`);

/** Faults of a system, each with words for a title and for a sentence. */
export const FAULTS = [
  ['runs out of connections', 'the connection pool was exhausted and new requests waited for a free connection'],
  ['fills its disk', 'the disk was full, because a log grew without a bound'],
  ['stops after a reboot', 'the process did not start again after the reboot'],
  ['serves stale data', 'the cache kept old records after the release'],
  ['loses its replica', 'the replica lagged behind the primary until the failover'],
  ['refuses every login', 'the certificate had expired at midnight'],
  ['answers slowly for hours', 'one query without an index read the whole table'],
  ['grows a backlog', 'the queue grew faster than the workers emptied it'],
  ['retries without an end', 'clients retried at once and without backoff, which multiplied the traffic'],
  ['runs out of memory', 'the memory of the process grew until the kernel stopped it'],
  ['waits for a lock', 'a migration held a lock on the table while requests waited'],
  ['follows a wrong route', 'a route was withdrawn, and the traffic took a path with packet loss'],
  ['cannot resolve names', 'the resolver answered with errors after a change of the zone'],
  ['misses its schedule', 'the scheduled job had been disabled during earlier maintenance'],
  ['splits in two', 'a network partition left two nodes that both acted as the primary'],
  ['rejects valid requests', 'a filter rule matched ordinary traffic'],
  ['sends everything twice', 'the acknowledgement was lost, so that each message was handled again'],
  ['reads the wrong configuration', 'the configuration had been copied from another region and was not compared'],
  ['overloads its database', 'the database was short of processor time during the daily peak'],
  ['depends on a failed provider', 'the provider had an outage, and there was no second one'],
  ['crashes on an empty field', 'an empty field in one record made the parser crash'],
  ['loses its health check', 'the health check failed when a shared dependency was slow'],
  ['deploys to half of its hosts', 'half of the hosts ran the old version after the deployment'],
  ['drops messages silently', 'messages over the limit were dropped without an alert'],
] as const;

/** Recurring issues: a title of at most 32 characters, and what its cases have in common. */
export const ISSUE_STATES = split(`
  stale silent unbounded untested missing disabled expired duplicate manual hidden shared single orphaned unreviewed
  premature partial outdated uneven oversized undersized late forgotten unexpected unlimited`);
export const ISSUE_THINGS = split(`
  cache failover alert backup timeout certificate queue lock migration configuration dependency replica retry quota
  permission schedule password index partition rollback threshold deployment`);

export const IMPERATIVES = [
  ['Compare the %s with the %s', 'no difference'],
  ['Read the depth of the %s %s', 'below 1,000'],
  ['Count the open connections of the %s %s', 'fewer than 200'],
  ['Confirm that the %s %s has a timeout', 'a number of seconds'],
  ['Read the lag of the %s %s', 'below 5 seconds'],
  ['Look at the free space of the %s %s', 'at least 20 %'],
  ['Run the restore of the %s %s', 'a restored copy from today'],
  ['Ask the team of the %s about the %s', 'an answer in the channel'],
] as const;

export const TEAMS = ['database team', 'platform team', 'network team', 'release team', 'support team'];
