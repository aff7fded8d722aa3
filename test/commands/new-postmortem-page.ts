/** A postmortem as `kb new` writes it, and the text that an author writes for each TODO. */
import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { TempContentFolder } from './temp-content-folder.ts';

export const PAGE_PATH = 'postmortems/2024-05-03-redis-did-not-come-back-after-a-failover.mdx';

export const NEW_PAGE_TEXT = `---
title: Redis did not come back after a failover
summary: TODO one to three sentences for a reader in a hurry
kind: incident
status: draft
visibility: internal
severity: sev2
organization: example
started: 2024-05-03T14:30+02:00
resolved: 2024-05-03T15:10+02:00
detection:
  method: unknown # TODO how it was detected: alert, dashboard, customer-report, employee-report, external-party, audit, test, chance
trigger: unknown # TODO what set it off: code-deploy, config-change, data-or-schema-change, maintenance, traffic, provider, capacity, hardware, expiry-or-time, security, manual-operation, none-known
factors:
  - text: TODO what made it possible, never a person
    category: unknown # TODO its category: software, configuration, deployment, dependency, infrastructure, network, data-store, capacity, cascading, observability, security, documentation, coordination, process
impact: TODO who was affected, how, and how much
services:
  - postgresql
  - redis
  # TODO add kafka here when it is in vocabulary/services.yaml
tags:
  - not-reboot-safe
signals:
  - "ERROR: no master"
  - READONLY You can't write against a read only replica.
everydayWords: Nobody can sign in
mitigations:
  - action: restart
    worked: "no"
    text: Restarted Redis
  - action: unknown # TODO what it was: rollback, restart, failover, scale, shed-load, config-change, hotfix, restore-data, drain, manual-repair, wait, none
    worked: "yes"
    text: Promoted the replica by hand
timeline:
  - at: 2024-05-03T14:30+02:00
    kind: trigger
    text: TODO how it started; then what followed, in order
  - at: 2024-05-03T15:10+02:00
    kind: recovery
    text: TODO how it ended
lessons:
  learned:
    - survive-a-reboot
actions:
  - text: TODO what has to be done, starting with a verb
    type: unknown # TODO its aim: prevent, detect, mitigate, document, process
    owner: unknown # TODO the role or team that does it
    status: open
    doneWhen: TODO how you can tell that it is done
---

## What happened

TODO what happened, in chronological order

## What was done

TODO what was tried, what came of it, and what ended it
`;

/** The positions of the TODOs. */
export const GAPS = [
  '3:10 no-todo',
  '12:21 no-todo',
  '13:20 no-todo',
  '15:11 no-todo',
  '16:25 no-todo',
  '17:9 no-todo',
  '21:5 no-todo',
  '32:23 no-todo',
  '38:11 no-todo',
  '41:11 no-todo',
  '46:11 no-todo',
  '47:21 no-todo',
  '48:22 no-todo',
  '50:15 no-todo',
  '55:1 no-todo',
  '59:1 no-todo',
];

export const PASSING_RESULT = { code: 0, stdout: '0 errors, 0 warnings in 1 file\n' };

/** The text for each TODO. */
const GAP_FILLINGS: readonly (readonly [mark: string | RegExp, text: string])[] = [
  ['status: draft', 'status: in-review'],
  [
    'TODO one to three sentences for a reader in a hurry',
    'After a failover Redis took no writes for 40 minutes.',
  ],
  [/method: unknown # TODO.*/, 'method: alert'],
  [/trigger: unknown # TODO.*/, 'trigger: maintenance'],
  [
    'TODO what made it possible, never a person',
    'The failover was scripted for two servers, and there were three.',
  ],
  [/category: unknown # TODO.*/, 'category: configuration'],
  ['TODO who was affected, how, and how much', 'Nobody could log in.'],
  [/\n {2}# TODO add kafka.*/, ''],
  [/action: unknown # TODO.*/, 'action: manual-repair'],
  ['TODO how it started; then what followed, in order', 'The failover is begun.'],
  ['TODO how it ended', 'The replica takes writes.'],
  ['TODO what has to be done, starting with a verb', 'Add the third server to the failover script'],
  [/type: unknown # TODO.*/, 'type: prevent'],
  [/owner: unknown # TODO.*/, 'owner: platform team'],
  ['TODO how you can tell that it is done', 'A failover of three servers has been carried out'],
  ['TODO what happened, in chronological order', 'The failover left every server without writes.'],
  ['TODO what was tried, what came of it, and what ended it', 'One replica was promoted by hand.'],
];

/** Replaces only the TODOs, and returns the result of the check. */
export async function fillGaps(file: string, within: TempContentFolder) {
  let text = await within.read(file);
  for (const [mark, filling] of GAP_FILLINGS) {
    const filled = text.replace(mark, filling);
    expect(filled, `${mark} is not there`).not.toBe(text);
    text = filled;
  }
  await writeFile(within.resolvePath(file), text);
  return within.run('check', '--max-warnings', '0', within.resolvePath(file));
}
