/** The formatting that runs and paragraphs of Word get from their styles (ECMA-376, part 1, 17.7). */
import { findElement, getAttribute, listElements, type XmlElement } from '../office/xml-tree.ts';

/** The formatting that changes what words mean. */
export interface RunFormat {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly raised?: 'sup' | 'sub' | undefined;
  readonly isCode?: boolean | undefined;
}

export interface ListPlace {
  readonly list: string;
  /** The level within the list. */
  readonly level: number;
  /** The number of items that it is below. */
  readonly depth: number;
}

export interface ParagraphFormat {
  /** The names of its style and of those that it is based on, in lower case. */
  readonly names: readonly string[];
  /** 1 for a heading of the first level; undefined for text. */
  readonly headingLevel: number | undefined;
  /** Undefined if it is no item of a list. */
  readonly place: ListPlace | undefined;
  readonly run: RunFormat;
}

export interface WordStyles {
  formatParagraph(paragraph: XmlElement): ParagraphFormat;
  formatRun(run: XmlElement, paragraph: ParagraphFormat): RunFormat;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
}

/** Nobody bases styles on each other more often. */
const MAX_BASES = 20;

export function readWordStyles(part: XmlElement | undefined): WordStyles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  for (const element of listElements(part)) {
    if (element.name !== 'w:style') continue;
    const id = getAttribute(element, 'w:styleId') ?? '';
    const isDefault = isOn(getAttribute(element, 'w:default') ?? '0');
    if (isDefault && getAttribute(element, 'w:type') === 'paragraph') defaultParagraph = id;
    styles.set(id, {
      id,
      name: (getValue(element, 'w:name') ?? id).toLowerCase(),
      basedOn: getValue(element, 'w:basedOn'),
      paragraph: findElement(element, 'w:pPr'),
      run: findElement(element, 'w:rPr'),
    });
  }
  /** A style and those that it is based on, the nearest first. */
  const basesById = new Map<string, Style[]>();
  const listBases = (id: string | undefined): Style[] => {
    const known = basesById.get(id ?? '');
    if (known) return known;
    const bases: Style[] = [];
    for (let at = id; at !== undefined && bases.length < MAX_BASES;) {
      const style: Style | undefined = styles.get(at);
      if (!style) break;
      bases.push(style);
      at = style.basedOn;
    }
    basesById.set(id ?? '', bases);
    return bases;
  };
  return {
    formatParagraph(paragraph) {
      const own = findElement(paragraph, 'w:pPr');
      const bases = listBases(getValue(own, 'w:pStyle') ?? defaultParagraph);
      const all = [own, ...bases.map((style) => style.paragraph)];
      const names = bases.map(({ name }) => name);
      const isCode = names.some((name) => CODE_STYLE.test(name));
      const run = mergeFormats(bases.map((style) => readRunFormat(style.run)));
      return {
        names,
        headingLevel: findHeadingLevel(names, all),
        place: findListPlace(all, names),
        run: isCode ? { ...run, isCode } : run,
      };
    },
    formatRun(run, paragraph) {
      const own = findElement(run, 'w:rPr');
      const bases = listBases(getValue(own, 'w:rStyle'));
      const style = mergeFormats(bases.map((base) => readRunFormat(base.run)));
      const isCode = bases.some(({ name }) => CODE_STYLE.test(name)) || undefined;
      const direct = readRunFormat(own);
      // A property that both styles turn on is off (17.7.3); what the run says itself counts in any case.
      const toggle = (name: 'bold' | 'italic' | 'struck' | 'hidden') =>
        direct[name] ?? (paragraph.run[name] === true) !== (style[name] === true);
      return {
        bold: toggle('bold'),
        italic: toggle('italic'),
        struck: toggle('struck'),
        hidden: toggle('hidden'),
        raised: 'raised' in direct ? direct.raised : (style.raised ?? paragraph.run.raised),
        isCode: direct.isCode ?? isCode ?? style.isCode ?? paragraph.run.isCode,
      };
    },
  };
}

/** Names of styles for code in Word, LibreOffice, Google Docs and pandoc. */
const CODE_STYLE =
  /\b(?:source|code|preformatted|verbatim|plain text|html (?:keyboard|sample|typewriter)|macro text|quelltext|teletype)\b/;

const CODE_FONT =
  /^(?:courier|consolas|menlo|monaco|.*\bmono\b|roboto mono|source code pro|cascadia|fira code)/i;

function readRunFormat(element: XmlElement | undefined): RunFormat {
  if (!element) return {};
  const struck = [readToggle(element, 'w:strike'), readToggle(element, 'w:dstrike')];
  const fonts = findElement(element, 'w:rFonts');
  const font = getAttribute(fonts, 'w:ascii') ?? getAttribute(fonts, 'w:hAnsi');
  return {
    bold: readToggle(element, 'w:b'),
    italic: readToggle(element, 'w:i'),
    struck: struck.includes(true) || struck.find((value) => value !== undefined),
    hidden: readToggle(element, 'w:vanish'),
    ...readPosition(element),
    isCode: font === undefined ? undefined : CODE_FONT.test(font),
  };
}

/** LibreOffice raises text by half points, most programs by a word for it. */
function readPosition(element: XmlElement): Pick<RunFormat, 'raised'> {
  const word = getValue(element, 'w:vertAlign');
  const points = getValue(element, 'w:position');
  if (word !== undefined) {
    return { raised: word === 'superscript' ? 'sup' : word === 'subscript' ? 'sub' : undefined };
  }
  if (points === undefined) return {};
  return { raised: Number(points) >= MIN_RAISE ? 'sup' : Number(points) <= -MIN_RAISE ? 'sub' : undefined };
}

/** In half points. Less is an adjustment of the font. */
const MIN_RAISE = 2;

/** The nearest style that sets a property counts. */
function mergeFormats(formats: readonly RunFormat[]): RunFormat {
  const merged: Record<string, unknown> = {};
  for (const format of formats.toReversed()) {
    for (const [name, value] of Object.entries(format)) if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/** `<w:b/>` turns on, `<w:b w:val="0"/>` off. */
function readToggle(element: XmlElement, name: string): boolean | undefined {
  const toggle = findElement(element, name);
  return toggle && isOn(getAttribute(toggle, 'w:val') ?? '1');
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/.test(value);
}

/** Word keeps the English names of its headings in every language. The outline makes a heading of any style. */
function findHeadingLevel(
  names: readonly string[],
  properties: readonly (XmlElement | undefined)[],
): number | undefined {
  for (const name of names) {
    const [, level] =
      /^(?:heading|überschrift|titre|título|rubrik|kop|nagłówek|заголовок|見出し) ?(\d)$/.exec(name) ?? [];
    if (level !== undefined) return Math.min(6, Number(level));
  }
  const outline = firstValue(properties, (element) => getValue(element, 'w:outlineLvl'));
  // The level 9 is that of text.
  return outline === undefined || Number(outline) > 8 ? undefined : Math.min(6, Number(outline) + 1);
}

function findListPlace(
  properties: readonly (XmlElement | undefined)[],
  names: readonly string[],
): ListPlace | undefined {
  const read = (name: string) =>
    firstValue(properties, (element) => getValue(findElement(element, 'w:numPr'), name));
  const list = read('w:numId');
  // The list 0 takes a paragraph out of the list of its style.
  if (list === undefined || list === '0') return undefined;
  const level = Math.min(8, Number(read('w:ilvl') ?? 0) || 0);
  // The styles "List Bullet 2" and "List Number 3" are lists of their own that are indented.
  const [, indent = '1'] =
    names.map((name) => /^list (?:bullet|number) (\d)$/.exec(name)).find(Boolean) ?? [];
  return { list, level, depth: level === 0 ? Number(indent) - 1 : level };
}

function firstValue(
  properties: readonly (XmlElement | undefined)[],
  read: (element: XmlElement) => string | undefined,
): string | undefined {
  for (const element of properties) {
    const value = element && read(element);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The attribute `w:val` of an element in another one. */
export function getValue(element: XmlElement | undefined, name: string): string | undefined {
  return getAttribute(findElement(element, name), 'w:val');
}
