/** Finds links whose text is the address of another host than the one that they lead to. */
import { listMailHosts } from './safe-address.ts';

/** The start of an address within a text, up to its path. */
const WITH_SCHEME =
  /(?<![\p{L}\p{N}])(?:https?:[\\/]*|(?:ftps?|wss?|git|ssh|sftp|svn):\/\/|(?<![:.\\/])(?:\/\/|(?=www\.[\p{L}\p{N}])))(?<authority>[^\s\\/?#"'<>()[\],]+)/giu;
/** A text that is an address without a scheme, or a mailbox. */
const BARE =
  /^(?:mailto:)?(?<user>[^\s@\\/:]+@)?(?<host>(?:[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?\.)+(?<domain>\p{L}[\p{L}\p{M}\p{N}-]+))\.?(?<more>(?::\d+)?[\\/?#].*|:.+)?$/su;

/** Domains of countries (ISO 3166-1), and frequent ones of organizations. */
const DOMAINS = new Set(
  `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci
   ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn
   gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb
   lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr
   nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx
   sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
   app biz blog cloud com dev edu example gov info int invalid mil net online org shop site tech website xyz
   рф укр бел бг срб мкд қаз мон ею 中国 中國 公司 网络 香港 台湾 台灣 한국 ไทย`.split(/\s+/),
);
/** Domains of countries that are also the ends of files: `run.sh`, `README.md`. */
const FILE_ENDINGS = /^(?:cc|mk|ml|mm|md|pl|pm|ps|py|rs|sh|so|st|tf|vi)$/;
/** Domains of countries that are also words: `Array.at`, `Object.is`. */
const WORD_ENDINGS = /^(?:am|as|at|be|by|do|id|in|is|it|me|my|no|re|so|to|us)$/;
/** Names of files and inner names that no browser can open, before a slash. */
const NO_DOMAINS =
  /^(?:conf|config|corp|cluster|css|go|html?|internal|intra|jar|java|jsx?|json|lan|local|localdomain|log|php|rb|svc|tar|toml|tsx?|txt|xml|ya?ml)$/;
const PRODUCTS = /^(?:ado|asp|vb)\.net$/;

/** The address of an archived copy ends with that of the original. */
const ARCHIVES = /^(?:web\.archive\.org|archive\.(?:today|ph|is|li|vn|md|fo))$/;

interface Link {
  /** The text of the link. */
  readonly text: string;
  readonly url: string;
  /** The address of the site, to which addresses that start with `/` or `#` lead. */
  readonly site?: string | undefined;
  /** All of the text is code, so that it can be a name in a program. */
  readonly isCode?: boolean;
}

interface OtherHost {
  /** The host in the text. */
  readonly shown: string;
  /** The host that the link leads to. */
  readonly actual: string;
}

/**
 * Returns the two hosts of a link whose text is the address of another host: with or without a scheme, or a mailbox.
 * `www.` and a dot at the end make no difference. Several addresses in a text are fine if the link leads to one of them.
 */
export function findOtherHost({ text, url, site, isCode = false }: Link): OtherHost | undefined {
  const words = normalizeText(text);
  const isInternal = /^[/#]/.test(url);
  const actual = listTargets(isInternal ? (site ?? '') : url);
  if (actual.length === 0) return undefined;
  const explicit = [...words.matchAll(WITH_SCHEME)].map(({ groups }) => groups?.authority ?? '');
  // The name of a page of the site can look like a host, and does no harm.
  const bare = explicit.length === 0 && !isInternal ? findBareHost(words, isCode) : undefined;
  const hosts = (bare === undefined ? explicit : [bare]).flatMap((host) => readShownHost(host) ?? []);
  const [shown] = hosts;
  if (shown === undefined) return undefined;
  if (hosts.some((host) => actual.includes(host) || isArchiveOf(host, url))) return undefined;
  // Labels and packages are often below the domain of their owner: `apps.example.org/name`.
  if (bare !== undefined && actual.some((host) => shown.endsWith(`.${host}`))) return undefined;
  return { shown, actual: actual.join(', ') };
}

/** Returns the text without quotation marks, arrows and the like around it. */
function normalizeText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('。', '.')
    .replace(/^[[\p{P}\p{S}\s]--[\/\\_]]+|[[\p{P}\p{S}\s]--[\/\\_]]+$/gv, '');
}

/** Returns the host of a text that is an address without a scheme. */
function findBareHost(words: string, isCode: boolean): string | undefined {
  const { user, host = '', domain = '', more } = BARE.exec(words)?.groups ?? {};
  const ending = domain.toLowerCase();
  if (!host || PRODUCTS.test(host.toLowerCase())) return undefined;
  // `name: words`, but `git@host:path`.
  if (more !== undefined && user === undefined && /^:(?!\d)/.test(more)) return undefined;
  if (user !== undefined || (more !== undefined && /[\\/]/.test(more)))
    return NO_DOMAINS.test(ending) ? undefined : host;
  if (!DOMAINS.has(ending) || FILE_ENDINGS.test(ending)) return undefined;
  return isCode && WORD_ENDINGS.test(ending) ? undefined : host;
}

/** Returns the host that a reader sees in an address: of `github.com@example.org`, the first one. */
function readShownHost(authority: string): string | undefined {
  const [before, after] = authority.replace(/[.:;!*_~]+$/, '').split('@', 2);
  return parseHost(after === undefined || before?.includes('.') ? (before ?? '') : after);
}

function parseHost(authority: string): string | undefined {
  if (authority === '' || !URL.canParse(`https://${authority}`)) return undefined;
  return new URL(`https://${authority}`).hostname.replace(/\.$/, '').replace(/^www\./, '');
}

/** Returns the hosts that a link leads to: several if it starts an email to several mailboxes. */
function listTargets(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { protocol, hostname } = new URL(url);
  return (protocol === 'mailto:' ? listMailHosts(url) : [hostname]).flatMap((host) => parseHost(host) ?? []);
}

function isArchiveOf(host: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  const original = /\/(?:https?:\/{1,2})?([^/:@]+\.[^/:@]+)/i.exec(pathname)?.[1];
  return ARCHIVES.test(hostname) && original !== undefined && parseHost(original) === host;
}
