/** The security headers and cache rules in the notations of web servers and hosts. */
import type { SiteData } from '../knowledge/schema/site.ts';
import { listSecurityHeaders } from './security-headers.ts';

type Site = Pick<SiteData, 'knowledgeBases'>;

/** The names of files in `_astro/` change with their content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Everything else is compared with the server's copy before it is used. */
const REVALIDATED = 'no-cache';

/** Returns a `_headers` file, which Netlify, Cloudflare Pages and others read. */
export function createHeadersFile(site: Site, base = '/'): string {
  const lines = listSecurityHeaders(site).map(([name, value]) => `  ${name}: ${value}`);
  return `${[
    `${base}*`,
    ...lines,
    `  Cache-Control: ${REVALIDATED}`,
    `${base}_astro/*`,
    '  ! Cache-Control',
    `  Cache-Control: ${IMMUTABLE}`,
  ].join('\n')}\n`;
}

/** nginx always compresses HTML. */
const COMPRESSED_TYPES = [
  'text/css',
  'text/plain',
  'text/javascript',
  'application/javascript',
  'application/json',
  'image/svg+xml',
];

/** Returns the configuration of a server for nginx. */
export function createNginxConfiguration(site: Site): string {
  // nginx drops the headers of the server in a location that adds one of its own.
  const headers = (indent: string) =>
    listSecurityHeaders(site).map(([name, value]) => `${indent}add_header ${name} "${value}" always;`);
  return `${[
    'server {',
    // Below 1024, only the administrator may listen. Outside, the proxy that has the certificate listens on 443.
    '    listen 8080;',
    '    root /srv/hindsight/dist;',
    '    server_tokens off;',
    '    charset utf-8;',
    // A file next to another with `.gz` at the end of its name is sent as it is. Others are compressed when they are sent.
    '    gzip on;',
    '    gzip_static on;',
    '    gzip_vary on;',
    '    gzip_proxied any;',
    `    gzip_types ${COMPRESSED_TYPES.join(' ')};`,
    // Behind a proxy, nginx does not know the address that the browser asked for.
    '    absolute_redirect off;',
    '    error_page 404 /404.html;',
    // A folder without a page.
    '    error_page 403 =404 /404.html;',
    '',
    '    location / {',
    '        try_files $uri $uri/ =404;',
    ...headers('        '),
    `        add_header Cache-Control "${REVALIDATED}" always;`,
    '    }',
    '',
    '    location /_astro/ {',
    '        try_files $uri =404;',
    ...headers('        '),
    `        add_header Cache-Control "${IMMUTABLE}";`,
    '    }',
    '}',
  ].join('\n')}\n`;
}

/** Returns the configuration of a site for Caddy. */
export function createCaddyConfiguration(site: Site): string {
  return `${[
    ':8080 {',
    '\troot * /srv/hindsight/dist',
    '\tencode zstd gzip',
    '\tfile_server {',
    '\t\tprecompressed br gzip',
    '\t}',
    '\theader {',
    ...listSecurityHeaders(site).map(([name, value]) => `\t\t${name} "${value}"`),
    '\t}',
    // Caddy sorts directives by their matchers, so a general one comes last.
    '\t@others not path /_astro/*',
    `\theader @others Cache-Control "${REVALIDATED}"`,
    `\theader /_astro/* Cache-Control "${IMMUTABLE}"`,
    // Caddy 2.8 has a shorter form. Debian 12 has Caddy 2.6.
    '\thandle_errors {',
    '\t\t@missing expression {http.error.status_code} == 404',
    '\t\thandle @missing {',
    `\t\t\theader Cache-Control "${REVALIDATED}"`,
    '\t\t\trewrite * /404.html',
    '\t\t\tfile_server',
    '\t\t}',
    '\t}',
    '}',
  ].join('\n')}\n`;
}
