/**
 * The headers that make a browser refuse everything that the site does not need: other origins, inline scripts and
 * styles, frames. Content cannot run code anyway; this is for what nobody thought of.
 */
import type { SiteData } from '../knowledge/schema/site.ts';

type Header = readonly [name: string, value: string];

/**
 * Returns the Content-Security-Policy of every page, one directive after the other (W3C Content Security Policy
 * Level 3).
 *
 * @param site its other knowledge bases are the only other origins that a page may read
 */
export function createContentSecurityPolicy(site: Pick<SiteData, 'knowledgeBases'>): string {
  const others = [...new Set(site.knowledgeBases.map(({ address }) => new URL(address).origin))].sort();
  return [
    "default-src 'none'",
    // The search is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...others].join(' ')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/**
 * Returns the policy of a page that is opened as a file. There is no server to ask for anything. Browsers take scripts,
 * styles and pictures next to the page for its own, but Firefox takes no form for one.
 */
export function createFilePolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    'form-action file:',
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** Returns the headers for all answers of a server. They include the policies that a meta element cannot set. */
export function listSecurityHeaders(site: Pick<SiteData, 'knowledgeBases'>): readonly Header[] {
  return [
    ['Content-Security-Policy', `${createContentSecurityPolicy(site)}; frame-ancestors 'none'`],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', DENIED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ];
}

/** Features that no page of the site asks for (W3C Permissions Policy). */
const DENIED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
];
