import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './open-page.ts';

/** One of every kind of page. */
const PAGES = [
  '',
  'search/?q=redis',
  'postmortems/',
  'postmortems/2018-03-10-manager-mongo-outage/',
  'postmortems/2009-12-gnome-server-move/',
  'notes/',
  'notes/devops-crash-course-day-two/',
  'lessons/',
  'lessons/survive-a-reboot-without-hands/',
  'tags/',
  'tags/not-reboot-safe/',
  'services/',
  'services/redis/',
  'actions/',
  'checklists/',
  'checklists/planned-reboot/',
  'checklists/procedures/app-maintenance-crash-course/redis-process-dead/',
  'checklists/build/?activity=deploy',
  'insights/',
  'insights/factor/cascading/',
  'insights/map/',
  'insights/numbers/',
  'guide/',
  'guide/postmortems/',
  'guide/lessons/',
  'guide/fields/',
  'guide/components/',
  'guide/design/',
  'rules/',
  'offline/',
  'search/?q=qqxyzzy',
  '404.html',
];

const LOOKS = {
  'in the light theme': { colorScheme: 'light' },
  'in the dark theme, on a screen of 320 px, with reduced motion': {
    colorScheme: 'dark',
    viewport: { width: 320, height: 700 },
    reducedMotion: 'reduce',
  },
  'in forced colours, with text twice as large': { forcedColors: 'active', textSize: '200%' },
} as const satisfies Record<string, BrowserContextOptions & { textSize?: string }>;

describe.each(Object.entries<BrowserContextOptions & { textSize?: string }>(LOOKS))(
  '%s',
  (_, { textSize = '', ...options }) => {
    test.each(PAGES)('axe reports no violations on /%s', async (path) => {
      const page = await openPage(path, options);
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, textSize);
      if (path.startsWith('search')) await page.locator('.result, [data-state="nothing"]').first().waitFor();
      // Pages have no frames, and passed checks are not looked at: without both, axe takes half of the time.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
      expect(found).toEqual([]);
      // Many open pages slow each other down.
      await page.context().close();
    });
  },
);
