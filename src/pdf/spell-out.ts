/** Replaces each character that the font does not have with its code: 日 becomes `[U+65E5]`. */
function spellOut(text: string, canDraw: (character: string) => boolean): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isDrawn = /\s/.test(character) || canDraw(character);
    result += isDrawn ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return result;
}

/** Spells out the missing characters of every text inside a plain value. */
export function spellOutAll<Value>(value: Value, canDraw: (character: string) => boolean): Value {
  if (typeof value === 'string') return spellOut(value, canDraw) as Value;
  if (Array.isArray(value)) return value.map((item) => spellOutAll(item, canDraw)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, spellOutAll(inner, canDraw)]);
  return Object.fromEntries(entries) as Value;
}
