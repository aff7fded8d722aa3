import { describe, expect, test } from 'vitest';
import { hasLuhnDigit, isCpf, isIban } from '../../../../src/knowledge/source/secrets/check-digits.ts';

describe('check digits', () => {
  test.each(['4111111111111111', '378282246310005', '79927398713'])(
    '%s passes the Luhn algorithm',
    (digits) => {
      expect(hasLuhnDigit(digits)).toBe(true);
      const last = (Number(digits.at(-1)) + 1) % 10;
      expect(hasLuhnDigit(`${digits.slice(0, -1)}${last}`)).toBe(false);
    },
  );

  test.each(['DE89370400440532013000', 'GB29NWBK60161331926819', 'NO9386011117947'])(
    '%s is an IBAN',
    (iban) => {
      expect(isIban(iban)).toBe(true);
      expect(isIban(iban.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)))).toBe(false);
      expect(isIban(`${iban}0`)).toBe(false);
      expect(isIban(`XX${iban.slice(2)}`)).toBe(false);
    },
  );

  test('a CPF has two', () => {
    expect(isCpf('52998224725')).toBe(true);
    expect(isCpf('52998224735')).toBe(false);
    expect(isCpf('52998224724')).toBe(false);
  });
});
