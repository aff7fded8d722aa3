import { expect, test } from 'vitest';
import { listOwnerRoles } from '../../../src/knowledge/actions/owner-roles.ts';

test('each owner has an address of its own, also one without letters', () => {
  const owners = ['…', 'role', 'Role', '!!', 'payments team', 'payments-team', undefined, 'unknown'];
  const roles = [...listOwnerRoles(owners.map((owner) => ({ owner }))).values()];
  const ids = roles.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[\p{L}\d-]+$/u.test(id))).toBe(true);
  expect(roles.map(({ title }) => title)).toEqual([
    'Owner not known',
    '…',
    'role',
    '!!',
    'payments team',
    'payments-team',
  ]);
});
