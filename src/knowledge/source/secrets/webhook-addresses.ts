/** Patterns of addresses that are secrets themselves: anyone who knows them can post to them. */
import { isPlaceholder, isVendorExample } from './placeholder.ts';
import { countCaseChanges, isRandom, isStronglyRandom, isWordy } from './randomness.ts';
import type { SecretPattern } from './secret-match.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Also of one case, if its digits are among its letters: `bahmswwdawfgfsy0l9flw91gqk`. */
const MIXED = /^(?=\D*\d)(?=.*[a-z])[a-z\d]{22,64}$/;

/** In an address that calls itself a hook, shorter than elsewhere. */
const MIN_LENGTH = 16;

/** Returns whether a part of a path could not be guessed. */
function isUnguessable(part: string): boolean {
  return (
    isStronglyRandom(part) ||
    (part.length >= MIN_LENGTH && isRandom(part) && countCaseChanges(part) >= 3) ||
    UUID.test(part.split('@')[0] ?? '') ||
    (MIXED.test(part) && /\d.*[a-z].*\d/.test(part))
  );
}

function createWebhook(
  keywords: readonly string[],
  pattern: RegExp,
  accepts: (value: string) => boolean = () => true,
): SecretPattern {
  return {
    what: 'webhook address',
    family: 'secret',
    keywords,
    pattern,
    accepts: (value) => !isVendorExample(value) && !isPlaceholder(value) && accepts(value),
  };
}

export const WEBHOOK_PATTERNS: readonly SecretPattern[] = [
  createWebhook(
    ['hooks.slack.com', 'webhook'],
    /\bhttps:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks|[\w-]{1,60}\.webhook\.office\.com)\/(?<secret>[\w@/-]{20,300})/dg,
  ),
  createWebhook(
    ['hooks.zapier.com', 'hc-ping.com', 'ntfy.sh'],
    /\bhttps:\/\/(?:hooks\.zapier\.com\/hooks\/catch|hc-ping\.com|ntfy\.sh)\/(?<secret>[\w/-]{6,120})/dg,
    (value) => /\d/.test(value) && /[\da-z]{7}/i.test(value) && !isWordy(value),
  ),
  createWebhook(
    ['hook', 'integration', 'trigger', 'alert', '/key/', '/catch/'],
    /\bhttps?:\/\/[^\s/'"`<>?#]{3,100}\/(?:[\w.-]{1,40}\/){0,6}?(?:(?:generic)?(?:web)?hooks?|integrations?|triggers?|alerts?|catch|key)\/(?<secret>[\w.%@/-]{10,300})/dgi,
    (value) => value.split('/').some(isUnguessable),
  ),
];
