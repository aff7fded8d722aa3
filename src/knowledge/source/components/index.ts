/** Lists all components for authors. A new component needs a file in this folder and a line here. */
import { callout } from './callout.ts';
import { command } from './command.ts';
import type { Component } from './component.ts';
import { destructive } from './destructive.ts';
import { lessonLink, noteLink, postmortemLink, procedureLink, serviceLink, tagLink } from './entry-links.ts';
import { internal } from './internal.ts';
import { procedure } from './procedure.ts';

export const COMPONENTS: readonly Component[] = [
  callout,
  command,
  procedure,
  destructive,
  internal,
  lessonLink,
  tagLink,
  serviceLink,
  postmortemLink,
  noteLink,
  procedureLink,
];

const componentsByName = new Map(COMPONENTS.map((component) => [component.name, component]));

export function findComponent(name: string | null): Component | undefined {
  return name === null ? undefined : componentsByName.get(name);
}
