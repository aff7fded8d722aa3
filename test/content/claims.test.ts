/**
 * Every claim that Hindsight generates from the sample content, each found right by reading the postmortems and notes. A
 * claim that is not in a table fails the test: read what it states before you add it.
 */
import { expect, test } from 'vitest';
import { createAllChecklists } from '../../src/knowledge/checklists/all-checklists.ts';
import { listItems } from '../../src/knowledge/checklists/checklist.ts';
import { describeItemEvidence } from '../../src/knowledge/checklists/checklist-wording.ts';
import { findFailedAttempts } from '../../src/knowledge/checklists/failed-attempts.ts';
import { findEvidence } from '../../src/knowledge/graph/evidence.ts';
import { findMatchingProcedures } from '../../src/knowledge/graph/matching-procedures.ts';
import { listRelearnedLessons } from '../../src/knowledge/graph/relearned-lessons.ts';
import { createTagProfile } from '../../src/knowledge/graph/tag-profile.ts';
import { createSearchDocument } from '../../src/knowledge/search/search-document.ts';
import {
  findRelatedPostmortems,
  type RelatedPostmortem,
  type RelatedReason,
} from '../../src/knowledge/similar/related-postmortems.ts';
import { PostmortemSimilarity } from '../../src/knowledge/similar/similar-postmortems.ts';
import { readKnowledge } from '../../src/node/knowledge-folder.ts';

const knowledge = await readKnowledge();
const similarity = new PostmortemSimilarity(knowledge);
const postmortems = knowledge.all('postmortem');

function listOnce(claims: readonly string[]): string[] {
  return [...new Set(claims)].sort();
}

test('offers these procedures', () => {
  const claims = postmortems.flatMap((postmortem) =>
    findMatchingProcedures(knowledge, postmortem).map(
      ({ procedure, services, signals }) =>
        `${postmortem.id}: ${procedure.id} for ${[...services, ...signals.map((text) => `“${text.replace(/\s+/g, ' ')}”`)].join(', ')}`,
    ),
  );
  expect(claims).toEqual([
    // The procedure was written from this outage.
    'learn-search-overload: devops-crash-course-day-two#server-goes-down for passenger, elasticsearch, learn-co, “uri = /api/v1/users/search/a”',
    // A factor: HAProxy pulls a server out of its pool. The procedure is for a back end that is missing from the pool.
    'learn-search-overload: devops-crash-course-day-two#inspect-a-load-balancer for haproxy',
  ]);
});

function describeReason(reason: RelatedReason): string {
  if (reason.reason === 'lesson') return `${reason.learned ? 'both learned' : 'same lesson'} ${reason.lesson}`;
  if (reason.reason === 'tag') return `tag ${reason.tag}`;
  if (reason.reason === 'text') return `text: ${[...reason.mechanisms, ...reason.shared].sort().join(', ')}`;
  return reason.reason;
}

/** Returns each pair once. */
function listPairs(relations: (id: string) => readonly RelatedPostmortem[]): Record<string, string[]> {
  const pairs = postmortems.flatMap(({ id }) =>
    relations(id)
      .filter(({ postmortem }) => id < postmortem.id)
      .map(({ postmortem, strength, reasons }) => [
        `${id} ~ ${postmortem.id}: ${strength}`,
        reasons.map(describeReason).sort(),
      ]),
  );
  return Object.fromEntries(pairs);
}

const findRelated = (id: string) =>
  findRelatedPostmortems(knowledge, similarity, knowledge.get('postmortem', id));

test('relates these postmortems, with these reasons', () => {
  const related = listPairs((id) => {
    const { before, again, undated } = findRelated(id);
    return [...before, ...again, ...undated];
  });
  expect(related).toEqual({
    // Both took a whole set of machines down on purpose, and found what did not survive it.
    '2009-12-gnome-server-move ~ 2015-03-linode-xen-reboots: fair': [
      'both learned give-what-must-stay-up-a-second-home',
      'both learned survive-a-reboot-without-hands',
      'tag not-reboot-safe',
      'tag single-point-of-failure',
    ],
    // In both, a balancer takes a working server out because of what its check reacts to. Both texts do use these words,
    // though one of them searches for a reason.
    '2015-03-linode-xen-reboots ~ learn-search-overload: fair': [
      'both learned let-health-checks-judge-only-the-server-itself',
      'tag healthcheck-coupling',
      'text: application, down, fail, failover, load balancer, search, server',
    ],
  });
});

test('names these postmortems that share a theme', () => {
  expect(listPairs((id) => findRelated(id).themes)).toEqual({
    '2009-12-gnome-server-move ~ 2018-03-10-manager-mongo-outage: theme': [
      'both learned make-trouble-announce-itself',
      'same lesson choose-a-quiet-time-with-room-to-spare',
      'same lesson survive-a-reboot-without-hands',
      'tag silent-failure',
    ],
    '2015-03-linode-xen-reboots ~ 2018-03-10-manager-mongo-outage: theme': [
      'both learned close-connections-cleanly',
      'same lesson survive-a-reboot-without-hands',
      'tag manual-step',
      'tag ungraceful-shutdown',
    ],
    '2018-03-10-manager-mongo-outage ~ learn-search-overload: theme': [
      'same lesson test-a-hypothesis-before-acting',
    ],
  });
});

test('counts no lesson as learned again, because each postmortem is of another organization', () => {
  expect(listRelearnedLessons(knowledge)).toEqual([]);
});

test('names these lessons as what also happened in another organization', () => {
  const claims = knowledge.all('lesson').flatMap((lesson) =>
    findEvidence(knowledge, lesson.id).flatMap(({ postmortem, alsoHappened }) =>
      alsoHappened.map((other) => `${lesson.id}: ${[postmortem.id, other.id].sort().join(' ~ ')}`),
    ),
  );
  expect(listOnce(claims)).toEqual([
    // Sockets of the socket.io application, and MongoDB connections after API restarts.
    'close-connections-cleanly: 2015-03-linode-xen-reboots ~ 2018-03-10-manager-mongo-outage',
    // No backup service during the move, and Redis without Sentinel.
    'give-what-must-stay-up-a-second-home: 2009-12-gnome-server-move ~ 2015-03-linode-xen-reboots',
    // nginx and the socket.io application, and HAProxy and Elasticsearch.
    'let-health-checks-judge-only-the-server-itself: 2015-03-linode-xen-reboots ~ learn-search-overload',
    // planet.gnome.org stopped silently, and a slow database was not recognized for 10 minutes.
    'make-trouble-announce-itself: 2009-12-gnome-server-move ~ 2018-03-10-manager-mongo-outage',
    // A lock file that a reboot left behind, and a file limit and a directory that a reboot removed.
    'survive-a-reboot-without-hands: 2009-12-gnome-server-move ~ 2015-03-linode-xen-reboots',
  ]);
});

test('names these services as affected by recurring issues', () => {
  const claims = knowledge.all('tag').flatMap(({ id }) => {
    const services = createTagProfile(knowledge, id).services.map(
      ({ service, cases }) => `${service.id} (${cases.map((postmortem) => postmortem.id).join(', ')})`,
    );
    return services.length > 0 ? [[id, services]] : [];
  });
  const [gnome, linode, manager, learn] = [
    '2009-12-gnome-server-move',
    '2015-03-linode-xen-reboots',
    '2018-03-10-manager-mongo-outage',
    'learn-search-overload',
  ];
  expect(Object.fromEntries(claims)).toEqual({
    'not-reboot-safe': [`graphite (${linode})`, `planet (${gnome})`, `supervisor (${linode})`],
    'untested-failover': [`mysql (${linode})`],
    'failover-left-disabled': [`load-balancer (${linode})`],
    'unreviewed-configuration': [`network-acl (${gnome})`],
    'healthcheck-coupling': [
      `elasticsearch (${learn})`,
      `haproxy (${learn})`,
      `nginx (${linode})`,
      `rails (${learn})`,
      `socket-io (${linode})`,
    ],
    'stale-lock': [`planet (${gnome})`],
    'dns-propagation': [`network-solutions (${gnome})`, `ns-master (${gnome})`],
    'stale-address': [`drawable (${gnome})`, `vbox (${gnome})`],
    'single-point-of-failure': [`redis (${linode})`, `redis-sentinel (${linode})`],
    'self-inflicted-overload': [`elasticsearch (${learn})`, `learn-co (${learn})`],
    'missing-timeout': [`elasticsearch (${learn})`, `passenger (${learn})`],
    'deploy-at-a-bad-time': [`manager (${manager})`],
    'undeployed-drift': [`manager (${manager})`],
    'silent-failure': [`mongodb (${manager})`, `planet (${gnome})`],
    'mail-reputation': [`gmail (${gnome})`, `mail-server (${gnome})`, `yahoo-mail (${gnome})`],
    'ungraceful-shutdown': [
      `manager-api (${manager})`,
      `mongodb (${manager})`,
      `nginx (${linode})`,
      `socket-io (${linode})`,
    ],
    'provider-maintenance': [`linode (${linode})`, `xen (${linode})`],
    'repair-that-made-it-worse': [`mongodb (${manager})`],
  });
});

test('names these open actions for recurring issues, because a lesson against the issue asks for them', () => {
  const claims = knowledge.all('tag').flatMap(({ id }) => {
    const actions = createTagProfile(knowledge, id).openActions.map(({ action }) => action.text);
    return actions.length > 0 ? [[id, actions]] : [];
  });
  const [ports, bind, secondaries, redundancy, failover] = [
    'Open the missing ports for buildbot and jabber.gnome.org',
    'Tell operators of secondary DNS servers that BIND can try several addresses for the primary',
    "Host GNOME's own secondary DNS on its servers on several continents",
    'Provide enough redundancy for backup service during a move of this kind',
    'Turn automatic load-balancer failover back on without breaking the socket.io application',
  ];
  expect(Object.fromEntries(claims)).toEqual({
    'unreviewed-configuration': [ports],
    'failover-left-disabled': [failover],
    'healthcheck-coupling': [
      failover,
      'Decouple Elasticsearch from Learn, so that the site stays up when Elasticsearch is down',
      'Take Elasticsearch out of the health checks',
    ],
    'dns-propagation': [bind, secondaries],
    'single-point-of-failure': [bind, secondaries, redundancy, failover],
    'self-inflicted-overload': ['Throttle Elasticsearch requests in the client and on the server'],
    'missing-timeout': ['Add timeouts to Elasticsearch'],
  });
});

test('shows no failed attempt on a procedure, because none was made for the same service and fault', () => {
  const claims = knowledge
    .all('procedure')
    .flatMap((procedure) => findFailedAttempts(knowledge, procedure).shown.map(({ text }) => `${procedure.id}: ${text}`));
  expect(claims).toEqual([]);
});

test('names these issues that are often in the same postmortems', () => {
  const claims = knowledge
    .all('tag')
    .flatMap(({ id }) =>
      createTagProfile(knowledge, id).relatedTags.map(({ tag }) => [id, tag.id].sort().join(' ~ ')),
    );
  expect(listOnce(claims)).toEqual([
    'manual-step ~ ungraceful-shutdown',
    'not-reboot-safe ~ single-point-of-failure',
  ]);
});

test('gives this as what worked in search results, and never to wait', () => {
  const worked = postmortems.map((entry) => [entry.id, createSearchDocument(entry, knowledge).worked]);
  expect(Object.fromEntries(worked)).toEqual({
    '2009-12-gnome-server-move': expect.stringMatching(/^Proper planning, a lowered TTL and early contact/),
    '2015-03-linode-xen-reboots': expect.stringMatching(/^The minfds option/),
    '2018-03-10-manager-mongo-outage': 'The machine was restarted after the dist-upgrade, and everything came back clean.',
    'learn-search-overload': 'All servers were restarted, which brought the site back up.',
  });
  const [learn] = postmortems.filter(({ id }) => id === 'learn-search-overload');
  if (!learn) throw new Error('There is no such postmortem');
  const waited = { action: 'wait', worked: 'yes', text: 'It ended by itself.' } as const;
  const entry = { ...learn, data: { ...learn.data, mitigations: [waited] } };
  expect(createSearchDocument(entry, knowledge).worked).toBeUndefined();
});

test('shows this as the evidence of the checks themselves', () => {
  const activities = createAllChecklists(knowledge, '2026-11-21').find(({ kind }) => kind === 'activity');
  const claims = (activities?.lists ?? []).flatMap(listItems).flatMap((item) => {
    const evidence = describeItemEvidence({ evidence: item.evidence });
    return evidence ? [`${item.text}: ${evidence}`] : [];
  });
  const [gnome, raffle, manager, learn] = [
    'GNOME 2009-12',
    'Rafflecopter 2015-03',
    'The Manager 2018-03',
    'Flatiron 21 March',
  ];
  expect(listOnce(claims)).toEqual(
    [
      // It suspected that a timeout was missing, and its lessons ask for decoupling, timeouts and throttling.
      `Confirm that every call to another service has a timeout: Missing at: ${learn}`,
      `Confirm that search requests are throttled in the client and on the server: Missing at: ${learn}`,
      `Stop a supporting service, such as search, in a test and open the site: Missing at: ${learn}`,
      // The requests were read first, and a request from a browser confirmed the hypothesis.
      `List the requests that are running: Proved right at: ${learn}`,
      `Read what the failing requests have in common: Proved right at: ${learn}`,
      `Confirm the hypothesis with one test before the repair: Missing at: ${manager} · Proved right at: ${learn}`,
      // A hot-fix was not in git, and a dozen people were active.
      `Compare the code on the production host with git: Missing at: ${manager}`,
      `Push every fix made on a host back to git: Missing at: ${manager}`,
      `Count the users who are active now: Missing at: ${manager}`,
      // The API was restarted many times while requests came in, and some connections stayed open.
      `Stop the traffic before a second restart: Missing at: ${manager}`,
      `Stop the work that flows into the broken part: Missing at: ${manager}`,
      `Count the open database connections after each restart: Missing at: ${manager}`,
      `Count the open database connections before another restart: Missing at: ${manager}`,
      // For 10 minutes, nobody realized that it was the database. The times were in the logs.
      `Read the render times and the database errors: Missing at: ${manager}`,
      // MongoDB was repaired by trial and error.
      `Open the written procedure for the data store that you are about to repair: Missing at: ${manager}`,
      // No reboot in almost 100 days, and half an hour for a kernel that nobody had expected to take that long.
      `List the upgrades that a reboot would include: Missing at: ${manager}`,
      `Read how long the pending upgrades will take on each machine: Missing at: ${manager}`,
      `Read the uptime and the pending updates of every machine: Missing at: ${manager}`,
      `Write down when the next reboot will be: Missing at: ${manager}`,
      `Write down what happened: Proved right at: ${manager}`,
      // The failover of a MySQL server had to be learned, and its password was too long for replication.
      `Confirm that each database has been failed over in its present setup: Missing at: ${raffle}`,
      `Confirm that replication to the standby is running: Missing at: ${raffle}`,
      // A failover was turned off in an emergency, and was still off months later.
      `Confirm that every failover is on, including those turned off long ago: Missing at: ${raffle}`,
      `List the failovers that are turned off: Missing at: ${raffle}`,
      `Turn every disabled failover back on: Missing at: ${raffle}`,
      // Only Rafflecopter had these two.
      `List the directories in /var/run that services need at start: Missing at: ${raffle}`,
      `Read the open-file limit of each app that needs a high one: Missing at: ${raffle}`,
      // planet.gnome.org stopped silently, because a reboot left a lock file.
      `Remove the locks of jobs that the shutdown interrupted: Missing at: ${gnome}`,
      `Confirm that each recurring job has run since the reboot: Missing at: ${gnome}`,
      `Confirm that each recurring job has run since the move: Missing at: ${gnome}`,
      `Confirm that each recurring job has run when it was due: Missing at: ${gnome}`,
      // Machines seemed unresponsive, because a hosts file had their old addresses.
      `Compare your own /etc/hosts with DNS: Missing at: ${gnome}`,
      `Compare the address you use for a machine with DNS: Missing at: ${gnome}`,
      // The network ACLs were not reviewed, and port 80 was not included.
      `Compare the new network ACLs with the ports in use: Missing at: ${gnome}`,
      // Very poor contact information, and a hint that would have been useful for the operators.
      `Confirm a contact for every hosted domain: Missing at: ${gnome}`,
      `Ask operators of secondary DNS servers to list both primary addresses: Missing at: ${gnome}`,
      // Problems will be found only when an entry in one of the domains changes.
      `Compare the answers of all secondary DNS servers after a real change in each domain: Missing at: ${gnome}`,
      // The backlog triggered spam protections.
      `Start mail delivery little by little: Missing at: ${gnome}`,
      // Under "What worked well", and keeping it simple.
      `Announce a maintenance window that is longer than you need: Proved right at: ${gnome}`,
      `Lower the TTL of every record that will change: Proved right at: ${gnome}`,
      `Send the new address of your primary DNS server to every operator of a secondary: Proved right at: ${gnome}`,
      `Compare every address in the machines' configuration with the new plan: Proved right at: ${gnome}`,
      `Confirm that each managed machine needs only one changed line: Proved right at: ${gnome}`,
      `Confirm that every machine has a validated backup: Proved right at: ${gnome}`,
      `Remove from the plan whatever the move does not need: Proved right at: ${gnome}`,
    ].sort(),
  );
});

test('shows these checks as those of one organization, because they are about its own systems', () => {
  const claims = knowledge
    .all('lesson')
    .flatMap(({ data }) => data.checks)
    .flatMap(({ organization, text }) => (organization ? [`${organization}: ${text}`] : []));
  expect(listOnce(claims)).toEqual([
    'flatiron: Confirm that base image and write-ahead logs arrive in S3',
    'flatiron: Confirm that no backup is kept longer than needed',
    'oma: Compare every set_setting in the code with its default',
    'oma: Count the workers on each instance',
    'oma: Open the logs and charts of new code by its class name',
    'oma: Read the generated run list before it is applied',
  ]);
});
