/**
 * Whether an action or a check begins with a verb. No list of verbs is complete, so the question is asked the
 * other way round: only what is certainly no verb in the imperative is refused.
 */

const NEVER_VERBS = new Set(
  `a an the this that these those there here it its we i you he she they our your their my his her some any no
   all every each both either neither many much more most less least fewer better best worse worst new old
   additional another other several few one two three maybe perhaps possibly hopefully please also just only
   not never always should must can could would will shall may might needs is are was were be been being has had
   in on at by for from of with without to into onto over under after before during between within about if when
   while because since although though as and or but so automatic automated automatically manual manually
   regular regularly proper properly correct better-than more-than someone somebody everyone everybody anyone
   nobody team teams engineer engineers developer developers postmortem documentation automation redundancy
   monitoring-only metric metrics alerts dashboards runbooks scripts tests servers backups`.split(/\s+/),
);

/** Verbs that end like nouns, participles or adjectives. */
const VERBS_IN_DISGUISE = new Set(
  `bring ping ring string sing wing fling sling bring-up embed shed feed need speed seed weed exceed proceed
   succeed bleed breed heed bed wed implement document supplement complement experiment augment comment segment
   cement mention question position provision partition condition transition petition function caution section
   ration station auction witness process address access assess express compress discuss dismiss press stress
   bypass pass cross dress harness guess`.split(/\s+/),
);

const NOUN_ENDING = /(?:ing|ed|tion|sion|ment|ness|ity|ance|ence|ability|ship)$/;

/**
 * The first word, where it is no verb; undefined where the text begins with one, or may do so.
 *
 * @param isName whether a word is the name of something: of a service, for one
 */
export function firstWordIfNoVerb(
  text: string,
  isName: (word: string) => boolean = () => false,
): string | undefined {
  const word = /^[^\p{L}\p{N}]*([\p{L}\p{N}'’_.-]*[\p{L}\p{N}])/u.exec(text)?.[1];
  if (!word) return text.trim().slice(0, 20);
  const plain = word.toLowerCase();
  if (VERBS_IN_DISGUISE.has(plain)) return undefined;
  const isNoVerb = NEVER_VERBS.has(plain) || /^\p{N}/u.test(word) || NOUN_ENDING.test(plain) || isName(word);
  return isNoVerb ? word : undefined;
}
