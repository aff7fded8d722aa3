/** Replaces the names of emoji: GitHub and Slack write `:white_check_mark:` for ✅. */
import { gemoji } from 'gemoji';

const EMOJI_BY_NAME = new Map(
  gemoji.flatMap(({ emoji, names }) => names.map((name) => [name, emoji] as const)),
);

/** Names that only one workspace knows stay as they are. */
export function replaceEmojiNames(text: string): string {
  return text.replace(
    /(?<![\p{L}\d:]):([a-z][a-z0-9_+-]*):(?![\p{L}\d])/gu,
    (written, name: string) => EMOJI_BY_NAME.get(name) ?? written,
  );
}
