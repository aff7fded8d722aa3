import { expect, test } from 'vitest';
import { evaluateSecrets } from './evaluate-secrets.ts';
import { HARMLESS } from './harmless.ts';
import { PLANTED } from './planted.ts';

test('there are enough rows of enough kinds', () => {
  expect(PLANTED.length).toBeGreaterThanOrEqual(200);
  expect(HARMLESS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(PLANTED.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(60);
});

test.each([
  ['for tuning', 0],
  ['held out', 1],
] as const)('secrets and personal data are found, and harmless texts are not: rows %s', async (_, parity) => {
  const { secrets, personalData, falseAlarms } = await evaluateSecrets(parity);
  expect(secrets.hits / secrets.tried).toBeGreaterThanOrEqual(0.97);
  expect(personalData.hits / personalData.tried).toBeGreaterThanOrEqual(0.9);
  expect(falseAlarms.hits / falseAlarms.tried).toBeLessThanOrEqual(0.01);
});
