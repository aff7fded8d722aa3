/** Finds the blocks of a page that tell what happened, among greetings, lines about the document, and other sections. */
import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { createTimeContext, readZoneStatement } from './event-times.ts';
import { isFactLabel } from './fact-labels.ts';
import { toPlainWords } from './plain-words.ts';
import {
  findSectionMeaning,
  listSectionMeanings,
  normalizeHeading,
  type SectionMeaning,
} from './section-headings.ts';

const STORY_MEANINGS: ReadonlySet<SectionMeaning> = new Set(['summary', 'impact', 'factors']);
const OTHER_SECTIONS =
  /^(?:comments?|attachments?|appendix|annexe?s?|annex|anhang|anexos?|references|links|related .*|glossary|glossar|glosario|glossaire|responders|attendees|participants|authors?|messaging|communications?|internal (?:e-?mail|message)|external (?:message|communication)|raw (?:material|data|logs?)|logs?|discussion|faq|how'd we do|scorecard|補足|付録|用語集|コメント|参考)$/;

/** Returns the blocks that can tell what happened: not those of sections about something else, or about the times. */
export function listStory(blocks: readonly RootContent[]): RootContent[] {
  let open: Heading[] = [];
  return blocks.filter((block) => {
    if (block.type === 'heading') open = [...open.filter(({ depth }) => depth < block.depth), block];
    return (
      open.every((heading) => canTellStory(textOf(heading))) &&
      readZoneStatement(textOf(block), createTimeContext()) === undefined
    );
  });
}

function canTellStory(heading: string): boolean {
  const meaning = findSectionMeaning(heading);
  const meanings = meaning === undefined ? listSectionMeanings(heading) : [meaning];
  return (
    meanings.every((part) => STORY_MEANINGS.has(part)) && !OTHER_SECTIONS.test(normalizeHeading(heading))
  );
}

const GREETING =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|bonjour|bonsoir|salut|ch[eè]r(?:e|s|es)?|mesdames|madame|hola|buen[oa]s (?:días|tardes|noches)|estimad[oa]s?|querid[oa]s?|olá|bom dia|boa tarde|prezad[oa]s?|car[oa]s?)(?:\s[^,.!:;]{1,40}|(?=[,!:]))[,!:]?(?:\s+|$)|^(?:各位|皆様|皆さん|関係者各位|お疲れ様です)[、。,]?\s*/iu;
const ABOUT_DOCUMENT =
  /^(?:\/(?:label|assign|severity|due|cc|milestone|confidential|relate|estimate)\b|(?:written|prepared|created|posted|published|reported|authored|submitted|compiled|edited|reviewed|approved|updated|last (?:updated|modified|edited|changed)|started) (?:by|on|at|in)?\b.{0,80}$|(?:incident report for|subscribe to)\b.{0,60}$|post-?(?:mortem|incident review) (?:held|meeting|[–—|])|(?:erstellt|verfasst|zuletzt geändert|rédigé|écrit|mis à jour|redactado|elaborado|escrito|actualizado|atualizado) (?:von|am|par|le|por|el|em)\b.{0,80}$|(?:作成者|記入者|作成日|更新日))/iu;

/** Returns a paragraph without a greeting; undefined if nothing else is in it, or if it is about the document. */
export function readStoryWords(block: RootContent): string | undefined {
  if (block.type !== 'paragraph' || isLinkAlone(block.children)) return undefined;
  const words = toPlainWords(block).replace(GREETING, '');
  const [, label = ''] = /^([^:：.!?]{2,45}?)(?:[:：](?:\s|$)|\s[–—]\s)/.exec(words) ?? [];
  if (words === '' || ABOUT_DOCUMENT.test(words) || (label && isFactLabel(label))) return undefined;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Subscribe to updates" with its address is not a sentence. */
function isLinkAlone([only, ...others]: readonly { readonly type: string }[]): boolean {
  return only?.type === 'link' && others.length === 0;
}
