/** Reads the labels of issues: names of services and tags, and severities such as `sev2` or `severity::1`. */

import { isRecord } from '../flatten-json.ts';
import type { Fact } from '../source-document.ts';
import { listRecords } from './tool-document.ts';

const SEVERITY_LABEL = /^(?:sev|severity)[\s:/_-]*([1-4])$/i;

/** @param labels a list of names, or of records with a `name` or a `title` */
export function readLabels(labels: unknown): Fact[] {
  const list = Array.isArray(labels) ? labels : listRecords(labels);
  const names = list
    .map((label) => (isRecord(label) ? (label.name ?? label.title) : label))
    .filter((name) => typeof name === 'string' && name !== '') as string[];
  const severities = names.filter((name) => SEVERITY_LABEL.test(name));
  const [severity] = severities;
  const descriptions = list
    .filter(isRecord)
    .map(({ description }) => description)
    .filter((text) => typeof text === 'string' && text !== '') as string[];
  const level = severity && severities.length === 1 ? `sev${SEVERITY_LABEL.exec(severity)?.[1]}` : undefined;
  const others = level ? names.filter((name) => name !== severity) : names;
  return [
    ...(level && severity
      ? [{ name: 'label', values: [severity], target: 'severity' as const, reading: level }]
      : []),
    ...(others.length > 0 ? [{ name: 'labels', values: others, target: 'vocabulary' as const }] : []),
    ...(descriptions.length > 0 ? [{ name: 'descriptions of labels', values: descriptions }] : []),
  ];
}
