/**
 * Every claim that Hindsight generates from the sample content, each found right by reading the postmortems and notes. A
 * claim that is not in a table fails the test: read what it states before you add it.
 */
import { expect, test } from 'vitest';
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
      'same lesson plan-every-machine-before-the-first-goes-down',
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
      'same lesson write-it-up-while-it-is-fresh',
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
