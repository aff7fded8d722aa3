/**
 * `npm run check`. What it is made of is compiled once and kept: that takes a third of the time in which one file
 * is checked. Where it cannot be kept, it is compiled each time.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../.cache/compiled'));
await import('./check-content.ts');
