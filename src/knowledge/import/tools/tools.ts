/** The tools whose answers can be imported. */
import { DATADOG } from './datadog-reader.ts';
import { FIREHYDRANT } from './firehydrant-reader.ts';
import { GITHUB } from './github-reader.ts';
import { GITLAB } from './gitlab-reader.ts';
import { GRAFANA } from './grafana-reader.ts';
import { INCIDENT_IO } from './incident-io-reader.ts';
import { JIRA } from './jira-reader.ts';
import { ROOTLY } from './rootly-reader.ts';
import { SERVICENOW } from './servicenow-reader.ts';
import { STATUSPAGE } from './statuspage-reader.ts';
import type { Tool } from './tool-document.ts';

export const TOOLS: readonly Tool[] = [
  JIRA,
  GITHUB,
  GITLAB,
  STATUSPAGE,
  INCIDENT_IO,
  FIREHYDRANT,
  ROOTLY,
  GRAFANA,
  DATADOG,
  SERVICENOW,
];
