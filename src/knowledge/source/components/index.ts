/** The components that authors may use; a new one is added by one line here and one file beside the others. */
import { callout } from './callout.ts';
import { command } from './command.ts';
import type { Component } from './component.ts';
import { lessonLink, noteLink, postmortemLink, procedureLink, serviceLink, tagLink } from './entry-links.ts';
import { procedure } from './procedure.ts';

export const COMPONENTS: readonly Component[] = [
  callout,
  command,
  procedure,
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
