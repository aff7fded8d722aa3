/** The marks within a line of reStructuredText: links, roles of Sphinx, code and emphasis. */
import { escapeMarkdown, formatCode, formatLink, type InlineRule } from './convert-inline.ts';

/** @param targets the addresses of links, by their names in lower case */
export function createRstRules(targets: ReadonlyMap<string, string>): readonly InlineRule[] {
  return [
    { pattern: /``([^\n]+?)``/g, toMarkdown: ([, code = '']) => formatCode(code) },
    {
      pattern: /`([^`<>\n]*?)\s*<([^`<>\n]+)>`__?/g,
      toMarkdown: ([, label = '', target = ''], convert) =>
        formatLink(convert(label), targets.get(target.replace(/_$/, '').toLowerCase()) ?? target),
    },
    {
      pattern: /`([^`\n]+)`__?/g,
      toMarkdown: ([, name = ''], convert) => {
        const url = targets.get(name.toLowerCase());
        return url ? formatLink(convert(name), url) : convert(name);
      },
    },
    {
      pattern: /:([a-z][\w:.+-]{0,40}):`([^`\n]+)`/gi,
      toMarkdown: ([, role = '', text = '']) => {
        const [, label = text, target] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
        if (/^(?:code|command|file|kbd|program|samp|option|envvar|func|class|mod|meth)$/.test(role))
          return formatCode(label);
        return target ? `${escapeMarkdown(label)} (${escapeMarkdown(target)})` : escapeMarkdown(label);
      },
    },
    {
      pattern: /(?<![\w`])([A-Za-z\d][\w.-]{0,80})_(?![\w_])/g,
      toMarkdown: ([written, name = '']) => {
        const url = targets.get(name.toLowerCase());
        return url ? formatLink(escapeMarkdown(name), url) : escapeMarkdown(written);
      },
    },
    { pattern: /\[([\w#*-]+)\]_/g, toMarkdown: ([, note = '']) => `(${note})` },
    { pattern: /https?:\/\/[^\s<>\][{}|"`]*[^\s<>\][{}|"`.,;:!?')]/g, toMarkdown: ([url]) => `<${url}>` },
    {
      pattern: /(?<![\w*])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?![\w*])/g,
      toMarkdown: ([, text = ''], convert) => `**${convert(text)}**`,
    },
    {
      pattern: /(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g,
      toMarkdown: ([, text = ''], convert) => `*${convert(text)}*`,
    },
    { pattern: /\\(.)/g, toMarkdown: ([, letter = '']) => (letter === ' ' ? '' : escapeMarkdown(letter)) },
  ];
}
