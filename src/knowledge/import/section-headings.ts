/** Recognises headings as public postmortem templates use them, in English, German, French, Spanish, Portuguese and Japanese. */

export type SectionMeaning =
  | 'summary'
  | 'impact'
  | 'timeline'
  | 'lessons'
  | 'actions'
  | 'factors'
  | 'mitigations'
  | 'wentWell'
  | 'wentWrong'
  | 'lucky'
  | 'surprises';

/**
 * The names in the templates of the SRE Workbook (appendix), PagerDuty's guide, Etsy Morgue, Atlassian, GitLab, Google's
 * API infrastructure report and the collection at github.com/dastergon/postmortem-templates, and those in the
 * project's own sources.
 */
const HEADING_PATTERNS: readonly (readonly [SectionMeaning, RegExp])[] = [
  [
    'summary',
    /^(?:executive |incident |issue |outage |high[ -]level |brief |short )?(?:summary|overview)$|^(?:tl;?dr|too long; didn't read|abstract|synopsis|in (?:short|brief)|at a glance)$|^(?:kurze? )?(?:zusammenfassung|kurzfassung|überblick)$|^(?:résumé|résumé de l'incident|synthèse|en bref)$|^(?:resumen(?: ejecutivo| del incidente)?|resumo(?: executivo| do incidente)?)$|^(?:概要|要約|サマリー?|インシデント概要|障害概要|(?:故障|事件|事故)?(?:概述|摘要|总结))$/,
  ],
  [
    'impact',
    /^(?:(?:customer|user|business|service|client|end[ -]user|external|internal|incident|overall|production) )*impact(?: assessment| analysis| (?:on|to) (?:users|customers|services|the business))?$|^(?:scope|extent) of (?:the )?impact$|^(?:who|what) (?:was|were|got) (?:affected|impacted|hurt|hit)(?:,? and (?:how (?:much|many|badly|long)|for how long))?$|^how (?:bad|big) was (?:it|this)$|^what (?:did )?(?:customers|users) (?:saw|see|notice[d]?|experience[d]?)$|^(?:(?:customer|user) experience|blast radius)$|^(?:wer|was) war betroffen$|^qui a été (?:touché|affecté|impacté)$|^(?:quién(?:es)? (?:se vio|se vieron|fue|fueron) afectad[oa]s?|quem foi afetado)$|^what (?:was|is) the (?:impact|effect|damage)$|^(?:affected|impacted) (?:users|customers)$|^(?:damage|consequences|effects?)$|^(?:auswirkung(?:en)?|folgen|betroffene (?:nutzer|kunden)|schäden?|schaden)$|^(?:impact client|impacts?|conséquences)$|^(?:impacto(?: en (?:los )?(?:clientes|usuarios)| nos (?:clientes|usuários))?|consecuencias|consequências)$|^(?:影響(?:範囲)?|(?:故障)?影响(?:范围)?|インパクト|ユーザー(?:への)?影響|影響内容|被害(?:状況|範囲)?)$/,
  ],
  [
    'timeline',
    /^(?:(?:detailed|full|complete|rough|high[ -]level|incident|event|outage|investigation|response|key|brief) )*(?:time ?line|time-line|chronology|chain of events|sequence of events|log of events|course of events|event log|incident log|key (?:events|moments|times)|events|key timeline)$|^what happened,? and when$|^when did what happen$|^(?:zeitleiste|zeitlicher (?:ab|ver)lauf|zeitverlauf|chronologie|ablauf|verlauf|zeitachse|ereignisse)$|^(?:frise chronologique|chronologie|déroulé|déroulement)(?: des (?:événements|évènements|faits))?$|^(?:cronología|línea (?:de tiempo|temporal)|linha do tempo|cronologia|sucesos|eventos|cronograma)(?: de(?:l| los| dos) (?:incidente|eventos|hechos))?$|^(?:タイムライン|時系列|経緯|経過|対応履歴|(?:故障|事件)?(?:时间线|时间轴|经过)|处理过程)$/,
  ],
  [
    'lessons',
    /^(?:key )?(?:lessons?(?: learn(?:ed|t))?|learnings?|take-?aways|insights|reflections)$|^what (?:did |have )?we (?:learn(?:ed|t)?|take away)$|^(?:gelernte lektionen|erkenntnisse|lehren|was (?:haben )?wir gelernt(?: haben)?|lessons learned)$|^(?:leçons(?: apprises)?|enseignements|ce que nous avons appris)$|^(?:lecciones(?: aprendidas)?|aprendizajes|lições(?: aprendidas)?|aprendizados|aprendizagens)$|^(?:教訓|学び|学んだこと|(?:经验)?教训)$/,
  ],
  [
    'actions',
    /^(?:(?:short|long|medium|near)[ -]term |remaining |open |key |incident |post-?mortem |review |immediate |preventive |preventative |planned |proposed |recommended )*(?:action (?:items?|points?|plan)|actionables|actions(?: (?:taken|in progress|items|to take|to be taken))?|follow[ -]?ups?(?: (?:actions?|items?|tasks?|work))?|next steps|corrective (?:actions?|measures)|corrective and prevent(?:at)?ive (?:actions?|measures)|prevent(?:at)?ive (?:actions?|measures)|prevention(?: and follow[ -]up)?|remediation(?: (?:items?|steps|plan|and prevention))?|remedies|(?:possible |planned |future )?improvements|future work|to[ -]?dos?|tasks|recommendations|what (?:do|will|can|should|are) we (?:do|doing|going to do|change|changing)(?: about (?:it|this))?(?: (?:so that|to (?:prevent|avoid|make sure)).*)?|what (?:we|have we|we have|we've) (?:already )?changed?(?:,? and (?:what )?(?:we )?(?:will|plan to|are going to) change)?|how (?:do|will) we prevent (?:this|it)(?: from happening)?(?: again)?|what (?:are we doing|we are doing|we(?:'re| are| will be| will) (?:going to )?(?:do|doing|change))(?: about it| next)?)$|^(?:maßnahmen|aufgaben|nächste schritte|aktionspunkte|folgemaßnahmen|verbesserungen|offene punkte)$|^(?:actions (?:correctives|préventives|à mener|à suivre)|plan d'actions?|prochaines étapes|suivi|mesures correctives)$|^(?:acciones(?: (?:correctivas|preventivas|a tomar|de seguimiento))?|plan de acción|próximos pasos|medidas correctivas|tareas)$|^(?:ações(?: (?:corretivas|preventivas|de acompanhamento))?|plano de ação|próximos passos|medidas corretivas|itens de ação)$|^(?:アクション(?:アイテム|プラン)?|対応策|再発防止策|改善策|今後の対応|次のステップ|(?:改进|整改|后续)措施|后续行动|行动项)$/,
  ],
  [
    'factors',
    /^(?:(?:probable|proximate|underlying|direct|technical|primary|suspected) )*(?:root )?causes?(?: analysis)?$|^(?:root )?causes? (?:and|&) (?:trigger|contributing factors|resolution|impact)$|^rca$|^trigger and root causes?$|^contribut(?:ing|ory) (?:factors?|causes?|conditions?)$|^(?:contributors|why)$|^what (?:was|were|is|are) (?:the )?(?:root |underlying |contributing )*(?:causes?|factors)(?: of (?:it|this))?$|^(?:how|why) (?:it|this|that) (?:was possible|could happen|happened)$|^warum (?:es )?(?:passiert ist|möglich war)$|^(?:pourquoi (?:c'est arrivé|c'était possible)|por qué (?:ocurrió|fue posible))$|^(?:five|5) whys$|^(?:why (?:did )?(?:it|this) happen(?:ed)?|what (?:was the cause|caused (?:it|this|the incident|the outage)|went wrong technically))$|^(?:ursachen?|grundursachen?|fehlerursachen?|ursachenanalyse|beitragende faktoren|einflussfaktoren)$|^(?:causes?(?: racines?| profondes?)?|cause première|analyse des causes|facteurs contributifs)$|^(?:causas?(?: raíz| raiz)?|análisis de (?:la )?causa(?:s)?(?: raíz)?|análise de causa(?:s)?(?: raiz)?|factores contribuyentes|fatores contribuintes)$|^(?:背景要因|誘因|間接原因|原因|根本原因(?:分析)?|直接原因|要因|発生原因|(?:深层|故障)原因|原因分析)$/,
  ],
  [
    'mitigations',
    /^mitigations?(?: steps)?$|^resolution(?: and recovery)?$|^(?:resolution|recovery) steps$|^(?:behebung|lösung|gegenmaßnahmen|abhilfe)$|^(?:résolution|atténuation)$|^(?:mitigación|resolución|solución|mitigação|resolução|solução)$|^(?:復旧対応|緩和策|対処|暫定対応)$/,
  ],
  [
    'wentWell',
    /^(?:what|things that) (?:went|worked|was done|has gone) (?:well|right)$|^(?:the )?good$|^went well$|^what worked$|^(?:was (?:lief gut|gut lief|gut gelaufen ist)|gut gelaufen)$|^ce qui (?:a bien fonctionné|s'est bien passé)$|^(?:qué|lo que) (?:salió|funcionó|fue) bien$|^o que (?:deu certo|correu bem|funcionou(?: bem)?)$|^(?:うまくいったこと|よかったこと|良かった点)$/,
  ],
  [
    'wentWrong',
    /^(?:what|things that) (?:went wrong|went poorly|went badly|went less well|did not work|was (?:difficult|hard|challenging)|didn't go (?:so |as )?(?:well|planned)|did not go (?:so |as )?(?:well|planned)|didn't work)$|^(?:the )?bad$|^went wrong$|^problems(?: encountered)?$|^what (?:could|can) (?:have gone|go|be(?: done)?|have been(?: done)?) (?:better|improved)$|^(?:was (?:lief schlecht|schlecht lief|nicht gut lief|schief lief|schiefging)|schlecht gelaufen)$|^ce qui (?:a mal fonctionné|s'est mal passé|n'a pas (?:bien )?fonctionné)$|^(?:qué|lo que) (?:salió|funcionó|fue) mal$|^o que (?:deu errado|correu mal|não funcionou)$|^(?:うまくいかなかったこと|悪かったこと|悪かった点)$/,
  ],
  [
    'lucky',
    /^where (?:did )?(?:we|you) (?:got|get|were) lucky$|^(?:what|things|where) (?:went )?lucky$|^(?:we got |we were )?lucky$|^wo wir glück hatten$|^(?:(?:là )?où nous avons eu de la chance|coups de chance)$|^(?:dónde tuvimos suerte|onde tivemos sorte)$|^(?:幸運だったこと|運がよかったこと|幸運だった点)$/,
  ],
  [
    'surprises',
    /^(?:what|why)(?: was| were)?(?: we)? surpris(?:ed|ing)(?: us)?$|^why(?: were)? (?:we|you) surprised$|^surprises$/,
  ],
];

/** Names that templates give to other sections. A page is not called by them. */
const OTHER_NAMES =
  /^(?:what (?:happened|is broken|was done)|detection|background|context|introduction|details?|description|resolution|recovery|response|status|authors?|attendees|participants|owners?|incident (?:details|information|report|commander)|general information|properties|metadata|key facts|facts|post-?mortem|incident|report|appendix|references|supporting information|related (?:links|incidents)|links|glossary|notes?|comments?|attachments?|table of contents|contents|leadup|fault|communications?|discussion|analysis|conclusion|was (?:ist )?passiert(?: ist)?|hintergrund|contexte|contexto|antecedentes|背景|詳細)$/;

/** Returns the meaning of a heading; undefined if the templates do not use it. */
export function findSectionMeaning(heading: string): SectionMeaning | undefined {
  const names = listNames(heading);
  for (const name of names) {
    const found = HEADING_PATTERNS.find(([, pattern]) => pattern.test(name))?.[0];
    if (found) return found;
  }
  return undefined;
}

/** Returns the meanings of the parts of a heading: "What went well / what didn't". */
export function listSectionMeanings(heading: string): SectionMeaning[] {
  return normalizeHeading(heading)
    .split(/\s*[/&,]\s*| (?:and|und|et|y|e) |と/)
    .flatMap((part) => findSectionMeaning(part) ?? []);
}

/** Returns whether a heading is the name of a section in any template, so that it is no title. */
export function isSectionName(heading: string): boolean {
  // "Postmortem: disk full" is a title.
  const names = listNames(heading).slice(0, -1);
  return names.some(
    (name) => OTHER_NAMES.test(name) || HEADING_PATTERNS.some(([, pattern]) => pattern.test(name)),
  );
}

/** Returns a heading in lower case, without its number, emoji, brackets and punctuation. */
export function normalizeHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('_', ' ')
    .replace(/:[a-z0-9+ -]{2,}:/g, ' ')
    .replace(
      /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u20E3|\u200D/gu,
      ' ',
    )
    .replace(/\([^)]*\)|\[[^\]]*\]|（[^）]*）/g, ' ')
    .replace(/^[\s\d.)#*•■▶►→-]+|^[一二三四五六七八九十]+、/, '')
    .replace(/[\s:：?？.!！*-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns a name as it is, and without "of the incident" and what follows a dash. */
function listNames(heading: string): string[] {
  const name = normalizeHeading(heading);
  const short = name
    .replace(/^(?:the|our|die|der|das|le|la|les|el|los|las|o|a|os|as) /, '')
    .replace(
      / (?:of (?:the )?(?:events?|incident|outage|problem|issue)|for (?:the )?(?:incident|outage)|des (?:vorfalls|ausfalls)|de l'incident|del incidente|do incidente)$/,
      '',
    );
  const [first = ''] = short.split(/ [-–—|] |: /);
  return [name, short, short.replace(/^(?:incident|outage) /, ''), first];
}
