/** Patterns of tokens, keys and hashes that show in themselves what they are, and that secretlint does not find. */
import { isPlaceholder, isVendorExample } from './placeholder.ts';
import { isStronglyRandom } from './randomness.ts';
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
  ['Amazon Bedrock key', 'absk', 'ABSK[A-Za-z0-9+/]{60,300}={0,2}'],
];

export const TOKEN_PATTERNS: readonly SecretPattern[] = [
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
      !/^(?:sha|md)\d/i.test(match[0]),
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
  createToken(
    'password hash',
    ['$'],
    /\$(?:2[aby]\$\d{2}\$[./A-Za-z0-9]{53}|[156y]\$[^\s$'"`]{1,64}\$[./A-Za-z0-9]{22,110}|apr1\$[^\s$'"`]{1,16}\$[./A-Za-z0-9]{22}|argon2(?:id|i|d)\$[^\s'"`]{20,200})/dg,
  ),
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
    what: 'webhook address',
    family: 'secret',
    keywords: ['hooks.slack.com', 'webhook'],
    pattern:
      /\bhttps:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks|[\w-]{1,60}\.webhook\.office\.com)\/(?<secret>[\w@/-]{20,300})/dg,
    accepts: (value) => !isVendorExample(value),
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
