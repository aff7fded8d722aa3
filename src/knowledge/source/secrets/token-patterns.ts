/** Patterns of tokens, keys and hashes that show in themselves what they are, and that secretlint does not find. */
import { isPlaceholder, isVendorExample } from './placeholder.ts';
import { isRandom, isStronglyRandom } from './randomness.ts';
import { getTextBefore, type SecretPattern } from './secret-match.ts';

function createToken(what: string, keywords: readonly string[], pattern: RegExp): SecretPattern {
  return { what, family: 'secret', keywords, pattern, accepts: (value) => !isVendorExample(value) };
}

/** Keys that start with letters of their issuer: its name, a keyword in lower case, and a pattern. */
const VENDOR_KEYS: readonly (readonly [what: string, keyword: string, pattern: string])[] = [
  ['Brevo key', 'xkeysib-', String.raw`xkeysib-[0-9a-f]{64}-\w{16}`],
  ['Postman key', 'pmak-', 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}'],
  ['OpenRouter key', 'sk-or-', 'sk-or-(?:v1-)?[0-9a-f]{64}'],
  ['xAI key', 'xai-', 'xai-[A-Za-z0-9]{40,100}'],
  ['Perplexity key', 'pplx-', 'pplx-[A-Za-z0-9]{40,64}'],
  ['NVIDIA key', 'nvapi-', String.raw`nvapi-[\w-]{40,100}`],
  ['Replicate token', 'r8_', 'r8_[A-Za-z0-9]{30,48}'],
  ['Langfuse key', 'sk-lf-', 'sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'],
  ['Tavily key', 'tvly-', 'tvly-(?:(?:dev|prod)-)?[A-Za-z0-9]{20,64}'],
  ['Jina key', 'jina_', String.raw`jina_[\w-]{40,80}`],
  ['Supabase token', 'sbp_', 'sbp_(?:v0_)?[0-9a-f]{40}'],
  ['Supabase key', 'sb_secret_', String.raw`sb_secret_[\w-]{20,60}`],
  ['PostHog key', 'ph', 'ph[xs]_[A-Za-z0-9]{32,60}'],
  ['Render key', 'rnd_', 'rnd_[A-Za-z0-9]{20,48}'],
  ['Fly.io token', 'fm', 'fm[12][a-z]?_[A-Za-z0-9+/=_-]{40,4000}'],
  ['Contentful token', 'cfpat-', String.raw`CFPAT-[\w-]{40,60}`],
  ['Dynatrace token', 'dt0', String.raw`dt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}`],
  ['JFrog key', 'akcp', 'AKCp[A-Za-z0-9]{60,80}'],
  ['JFrog token', 'cmvmd', 'cmVmd[A-Za-z0-9]{55,80}={0,2}'],
  ['Airtable token', 'pat', String.raw`pat[A-Za-z0-9]{14}\.[0-9a-f]{64}`],
  ['Alibaba Cloud key', 'ltai', 'LTAI(?=[A-Za-z0-9]{0,25}\\d)[A-Za-z0-9]{12,26}'],
  ['Tencent Cloud key', 'akid', 'AKID[A-Za-z0-9]{32}'],
  ['Buildkite token', 'bk', 'bk(?:ua|aj|ct|ps)_[0-9a-f]{40}'],
  ['Sourcegraph token', 'sgp_', 'sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}'],
  ['CircleCI token', 'ccipat_', 'CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}'],
  ['EasyPost key', 'ez', 'EZ[AT]K[A-Za-z0-9]{54}'],
  ['Vercel token', 'vercel_', 'vercel_[A-Za-z0-9]{24,60}'],
  ['Cloudflare origin key', 'v1.0-', 'v1\\.0-[0-9a-f]{24}-[0-9a-f]{100,200}'],
  ['HubSpot token', 'pat-', String.raw`pat-(?:na|eu|ap)\d-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`],
  ['1Password token', 'ops_', String.raw`ops_eyJ[\w+/=-]{60,2000}`],
  ['1Password key', 'a3-', 'A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}'],
  ['Google refresh token', '1//0', String.raw`1\/\/0[\w-]{40,250}`],
  ['Razorpay key', 'rzp_', 'rzp_(?:live|test)_[A-Za-z0-9]{14}'],
  [
    'Braintree token',
    'access_token$',
    String.raw`access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[0-9a-f]{32}`,
  ],
  ['Amazon MWS token', 'amzn.mws.', String.raw`amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`],
  ['k3s token', 'k10', 'K10[0-9a-f]{64}::[a-z:-]{1,40}:[\\w.]{16,80}'],
  ['Sentry token', 'sntry', String.raw`sntryu_[0-9a-f]{64}|sntrys_eyJ[\w+/=-]{40,400}`],
  ['LangSmith key', 'lsv2_', 'lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}'],
  ['Netlify token', 'nfp_', 'nfp_[A-Za-z0-9]{36,40}'],
  ['New Relic key', 'nrii-', String.raw`NRII-[\w-]{32}`],
  ['Brevo password', 'xsmtpsib-', 'xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}'],
  ['OpenShift token', 'sha256~', String.raw`sha256~[\w-]{43}`],
  ['Mapbox token', 'sk.eyj', String.raw`sk\.eyJ[\w-]{40,250}\.[\w-]{20,30}`],
  ['Amazon Bedrock key', 'absk', 'ABSK[A-Za-z0-9+/]{60,300}={0,2}'],
];

/** Keys and tokens that only the words before them announce, so that they have to be random. */
const ANNOUNCED_KEYS: readonly (readonly [what: string, keywords: readonly string[], pattern: RegExp])[] = [
  [
    // What `vault operator init` prints.
    'key of a vault',
    ['unseal', 'recovery key', 'root token'],
    /\b(?:(?:Unseal|Recovery) Key(?: ?\d{1,2})?|Initial Root Token)(?:[ \t]\([^()\n]{1,40}\))?[*_`"']{0,3}[ \t]{0,3}[:=][ \t]{0,3}[*_`"']{0,3}(?<secret>[\w+/.-]{24,130}={0,2})/dgi,
  ],
  [
    'key of a cluster',
    ['encrypt', 'gossip', 'keygen'],
    /\b(?:encrypt["']?[ \t]{0,3}[:=]|gossip[ _-]?(?:encryption[ _-]?)?key["']?[ \t]{0,3}[:=]?|(?:consul|serf)[ \t]+keygen)[ \t]{0,3}["']?(?<secret>[A-Za-z0-9+/]{22,43}={1,2})/dgi,
  ],
  [
    'Erlang cookie',
    ['cookie'],
    /(?:(?<![a-z])erlang[._-]?cookie["']?[ \t]{0,3}[:=]|(?<!\S)-setcookie)[ \t]{0,3}["']?(?<secret>[A-Za-z0-9+/=_-]{16,120})/dgi,
  ],
  [
    'token of a tunnel',
    ['ngrok', 'cloudflared'],
    /\b(?:ngrok\b[^\n]{0,40}authtoken|cloudflared\b[^\n]{0,60}?(?:service[ \t]+install|--token))[ \t=:]+["']?(?<secret>[\w+/=-]{30,400})/dgi,
  ],
  [
    'session cookie',
    ['session', 'sid='],
    /(?<![\w.-])(?:connect\.sid|[\w-]{0,40}_session|session(?:_?id)?|sid)[ \t]{0,2}[=:][ \t]{0,2}["']?(?<secret>(?:s(?:%3A|:))?[\w%.+/=-]{40,4000})/dgi,
  ],
  [
    'secret id',
    ['secret_id', 'secretid', 'secret id'],
    /(?<![a-z])secret[_ ]?id[*_`"']{0,3}(?:[ \t]{0,20}[:=|]|[ \t]{1,3}(?:is|was)|(?=[ \t]))[*_`]{0,3}[ \t]{0,20}[*_`]{0,3}["']?(?<secret>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\w-])/dgi,
  ],
];

export const TOKEN_PATTERNS: readonly SecretPattern[] = [
  ...ANNOUNCED_KEYS.map(([what, keywords, pattern]): SecretPattern => ({
    what,
    family: 'secret',
    keywords,
    pattern,
    accepts: (value) => !isPlaceholder(value) && isRandom(value),
  })),
  {
    what: 'recovery key of a disk',
    family: 'secret',
    keywords: ['-'],
    // Each group of a key of BitLocker is a multiple of 11 (Microsoft, “BitLocker recovery key”).
    pattern: /(?<![\w-])\d{6}(?:-\d{6}){7}(?![\w-])/dg,
  },
  createToken(
    'AWS access key id',
    ['akia', 'asia', 'abia', 'acca'],
    /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])/dg,
  ),
  createToken('Google API key', ['aiza'], /\bAIza[\w-]{35}(?![\w-])/dg),
  createToken('Google OAuth token', ['ya29.', 'gocspx-'], /\b(?:ya29\.[\w-]{20,500}|GOCSPX-[\w-]{20,100})/dg),
  createToken(
    'JSON web token',
    ['eyj'],
    /\beyJ[\w-]{8,2000}\.eyJ(?:[\w-]{4000,100000}|[\w-]{8,4000}\.[\w-]{8,1000})/dg,
  ),
  createToken(
    'Azure client secret',
    ['8q~', '7q~'],
    /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~-])/dg,
  ),
  createToken(
    'Slack token',
    ['xox', 'xapp-'],
    /\b(?:xox[a-z](?:\.xox[a-z])?-[\w-]{20,300}|xapp-\d-[A-Z0-9]{8,14}-\d{10,14}-[0-9a-f]{32,128})/dg,
  ),
  createToken(
    'GitHub token',
    ['gh', 'github_pat_'],
    /\b(?:gh[opsur]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{50,255})/dg,
  ),
  createToken(
    'GitLab token',
    ['gr1348941', 'gl'],
    /\b(?:GR1348941[\w-]{20,50}|gl(?:pat|rt|ptt|dt|soat|ft|imt|agent|cbt|oas|ffct)-[\w.-]{18,200})/dg,
  ),
  createToken('Bitbucket app password', ['atbb'], /\bATBB[A-Za-z0-9]{24,60}/dg),
  createToken(
    'Stripe key',
    ['k_live_', 'k_test_', 'whsec_'],
    /\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9+/=]{24,100})/dg,
  ),
  createToken('Twilio key', ['sk'], /\bSK[0-9a-f]{32}\b/dg),
  createToken('SendGrid key', ['sg.'], /\bSG\.[\w-]{16,32}\.[\w-]{32,64}/dg),
  {
    what: 'Mailgun key',
    family: 'secret',
    keywords: ['key-'],
    pattern: /\bkey-[0-9a-f]{32}\b/dg,
    accepts: (value, match) =>
      !isVendorExample(value) && !/cache[- ]?key\W.{0,30}$/i.test(getTextBefore(match, 50)),
  },
  createToken('Mailchimp key', ['-us'], /\b[0-9a-f]{32}-us\d{1,2}\b/dg),
  createToken('DigitalOcean token', ['_v1_'], /\bdo[opr]_v1_[0-9a-f]{64}\b/dg),
  createToken('Telegram bot token', [':aa'], /(?<![\d.])\d{8,10}:AA[\w-]{32,35}(?![\w-])/dg),
  createToken(
    'Discord token',
    ['.'],
    /(?<![\w.-])[MNO][A-Za-z\d_-]{23,28}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/dg,
  ),
  ...VENDOR_KEYS.map(([what, keyword, pattern]) =>
    createToken(what, [keyword], new RegExp(String.raw`(?<![\w/.-])${pattern}(?![A-Za-z0-9])`, 'dg')),
  ),
  {
    what: 'key of a service',
    family: 'secret',
    keywords: ['_', '-'],
    // Shorter ones are often the numbers of requests and payments, and hexadecimal ones those of commits and images.
    pattern:
      /(?<![\w/.+-])[A-Za-z][A-Za-z\d]{1,7}(?:[-_][A-Za-z\d]{1,6}){0,2}[-_](?<secret>[A-Za-z\d]{40,200})(?![\w+/=-])/dg,
    extent: 'token',
    accepts: (value, match) =>
      isStronglyRandom(value) &&
      !/^[\da-f]+$/i.test(value) &&
      !isVendorExample(value) &&
      // Digests, and keys that are in every page of a site.
      !/^(?:(?:sha|md)\d|(?:phc|pk|pub|public)[-_])/i.test(match[0]),
  },
  createToken('PyPI token', ['pypi-'], /\bpypi-[\w-]{50,300}/dg),
  createToken('RubyGems key', ['rubygems_'], /\brubygems_[0-9a-f]{48}\b/dg),
  createToken('npm token', ['npm_'], /\bnpm_[A-Za-z0-9]{36}\b/dg),
  createToken('Docker token', ['dckr_'], /\bdckr_(?:pat|oat)_[\w-]{20,60}/dg),
  createToken('New Relic key', ['nrak-', 'nral'], /\b(?:NRAK-[A-Z0-9]{27}|[0-9a-f]{36}NRAL)\b/dg),
  createToken(
    'Grafana token',
    ['glsa_', 'glc_'],
    /\b(?:glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}|glc_[A-Za-z0-9+/=]{32,400})/dg,
  ),
  createToken('Sentry token', ['sntr'], /\bsntr[yu]s_[\w+/=]{20,300}/dg),
  createToken('Heroku token', ['hrku-'], /\bHRKU-[\w-]{30,70}/dg),
  createToken(
    'OpenAI key',
    ['t3blbkfj', 'sk-proj-', 'sk-svcacct-'],
    /\bsk-(?:(?:proj|svcacct|admin)-[\w-]{20,300}|[\w-]{10,100}T3BlbkFJ[\w-]{10,100})/dg,
  ),
  createToken('Anthropic key', ['sk-ant-'], /\bsk-ant-[\w-]{32,200}/dg),
  createToken('Hugging Face token', ['hf_'], /\bhf_[A-Za-z0-9]{30,40}\b/dg),
  createToken('Vault token', ['hvs.', 'hvb.', 'hvr.'], /\bhv[sbr]\.[\w-]{20,300}/dg),
  createToken('Terraform token', ['.atlasv1.'], /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,80}/dg),
  createToken('Atlassian token', ['atatt3', 'atctt3'], /\bAT[AC]TT3[\w=-]{50,300}/dg),
  createToken('Shopify token', ['shp'], /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/dg),
  createToken('Linear key', ['lin_'], /\blin_(?:api|oauth)_[A-Za-z0-9]{32,64}\b/dg),
  createToken('Notion token', ['ntn_', 'secret_'], /\b(?:ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43})\b/dg),
  createToken('Databricks token', ['dapi'], /\bdapi[0-9a-f]{32}(?:-\d)?\b/dg),
  createToken(
    'Doppler token',
    ['dp.'],
    /\bdp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{1,40}\.)?[A-Za-z0-9]{40,44}\b/dg,
  ),
  createToken('Pulumi token', ['pul-'], /\bpul-[0-9a-f]{40}\b/dg),
  createToken('Sonar token', ['sq'], /\bsq[apu]_[0-9a-f]{40}\b/dg),
  createToken(
    'Square token',
    ['sq0', 'eaaa'],
    /\b(?:sq0(?:csp|atp|idp)-[\w-]{22,60}|EAAA[\w-]{56,64})(?![\w-])/dg,
  ),
  createToken('Facebook token', ['eaa'], /\bEAA[A-Z][A-Za-z0-9]{60,300}\b/dg),
  createToken('PlanetScale password', ['pscale_'], /\bpscale_(?:pw|tkn|oauth)_[\w=.-]{32,64}/dg),
  createToken('age secret key', ['age-secret-key'], /\bAGE-SECRET-KEY-1[0-9A-Z]{50,70}/dg),
  createToken('Kubernetes join token', ['--token'], /(?<=--token[ =])[a-z0-9]{6}\.[a-z0-9]{16}\b/dg),
  createToken(
    'session cookie',
    ['sessid', 'sessionid'],
    /(?<=\b(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|sessionid)=)[\w%.-]{16,200}/dg,
  ),
  createToken('Vault token', ['vault'], /(?<=\bvault\b[^\n`]{0,40}[ =])s\.[A-Za-z0-9]{24}\b/dg),
  {
    what: 'private key',
    family: 'secret',
    keywords: ['private key'],
    pattern:
      // Without its last line, a key ends with its block: at a fence, `---`, a field of YAML, or an empty line before a sentence.
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:(?!-----BEGIN)[\s\S]){1,20000}?(?=-----END)|[\s\S]+?(?=-----(?:BEGIN|END)|\n[ \t>]*(?:```|~~~|---(?!-)|[a-z]\w{0,60}:[ \t\r\n])|\n[ \t>]*\r?\n(?![ \t>]*[A-Z][\w-]{0,30}:)[^\n]{0,200}?\p{Ll}[ \t]+\p{Ll}{2}|(?![\s\S])))/dgu,
    extent: 'exact',
    accepts: (value) => /(?:^|\s|\\n|\\r|["',|>])[A-Za-z0-9+/]{20}/.test(value.slice(0, 1_000)),
  },
  {
    what: 'PuTTY private key',
    family: 'secret',
    keywords: ['private-lines'],
    pattern: /\bPrivate-Lines: \d{1,3}\r?\n(?<secret>(?:[ \t]*[A-Za-z0-9+/=]{20,64}\r?\n){1,100})/dg,
    extent: 'exact',
  },
  {
    what: 'WireGuard key',
    family: 'secret',
    keywords: ['privatekey', 'presharedkey'],
    pattern: /\b(?:PrivateKey|PresharedKey)[ \t]{0,3}=[ \t]{0,3}(?<secret>[A-Za-z0-9+/]{42,43}=)/dgi,
  },
  {
    what: 'Azure shared access signature',
    family: 'secret',
    keywords: ['sig='],
    pattern: /[?& ;]sig=(?<secret>[A-Za-z0-9%+/]{30,100}(?:%3D|=){0,2})/dgi,
  },
  {
    what: 'signature of an address',
    family: 'secret',
    keywords: ['signature='],
    pattern: /(?:[?&]|\b(?:X-Amz-|X-Goog-)|, )Signature=(?<secret>[\w~%+/=-]{32,2000})/dgi,
  },
  {
    what: 'seed of one-time passwords',
    family: 'secret',
    keywords: ['otpauth', 'otp'],
    pattern:
      /(?:\botpauth:\/\/[^\s?]{1,200}\?(?:[^\s&]{1,100}&){0,5}secret=|\bT?OTP[ _-](?:secret|seed|key)[ \t]{0,2}[:=][ \t]{0,2})(?<secret>[A-Z2-7]{16,64}=*)/dgi,
  },
  {
    what: 'wireless key',
    family: 'secret',
    keywords: ['wifi:'],
    pattern: /\bWIFI:(?:[A-Z]:[^;\s]{0,60};){0,4}P:(?<secret>[^;\s]{6,64})/dg,
    accepts: (value) => !isPlaceholder(value),
  },
];
