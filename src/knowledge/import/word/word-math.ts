/** Formulas of Word (ECMA-376, part 1, 22.1) on one line: a fraction is `(a)/(b)`, a power `a^b`. */
import { findElement, getAttribute, getXmlText, listElements, type XmlElement } from '../office/xml-tree.ts';

export function formatMath(element: XmlElement): string {
  const part = (name: string) => formatMathParts(findElement(element, name));
  switch (element.name) {
    case 'm:t':
      return getXmlText(element);
    case 'm:f':
      return `${group(part('m:num'))}/${group(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${group(part('m:sup'))}`;
    case 'm:sSub':
      return `${part('m:e')}_${group(part('m:sub'))}`;
    case 'm:sSubSup':
      return `${part('m:e')}_${group(part('m:sub'))}^${group(part('m:sup'))}`;
    case 'm:rad': {
      const degree = part('m:deg');
      return `${degree ? `root ${group(degree)} of ` : '√'}(${part('m:e')})`;
    }
    case 'm:nary': {
      const sign = getAttribute(findElement(findElement(element, 'm:naryPr'), 'm:chr'), 'm:val') ?? '∫';
      const [from, to] = [part('m:sub'), part('m:sup')];
      return `${sign}${from ? `_${group(from)}` : ''}${to ? `^${group(to)}` : ''} ${part('m:e')}`;
    }
    case 'm:d': {
      const properties = findElement(element, 'm:dPr');
      const mark = (name: string, usual: string) =>
        getAttribute(findElement(properties, name), 'm:val') ?? usual;
      const parts = listElements(element).filter(({ name }) => name === 'm:e');
      return `${mark('m:begChr', '(')}${parts.map(formatMathParts).join(', ')}${mark('m:endChr', ')')}`;
    }
    default:
      return formatMathParts(element);
  }
}

function formatMathParts(element: XmlElement | undefined): string {
  return listElements(element).map(formatMath).join('');
}

function group(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}
