/** Draws the figures of insights in a browser, as a build does. */
import { drawFigure, type FigurePart } from '../charts/figure-section.ts';
import { createFigures } from '../charts/insight-figures.ts';
import type { InsightRecord } from '../knowledge/insights/insight-record.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { createNodes } from './create-nodes.ts';
import type { InsightSource } from './insight-source.ts';

/**
 * @param kept the records that the filter keeps
 * @param base the prefix of the site
 * @param query the filter as it is in addresses
 */
export function drawFigures(
  { records, issues }: InsightSource,
  kept: readonly InsightRecord[],
  base: string,
  query: string,
  part: FigurePart,
): Element[] {
  const context = { addresses: createAddresses(base), issues: new Map(issues), query };
  return createFigures(kept, records, context).map((figure) => createNodes(drawFigure(figure, part)));
}
