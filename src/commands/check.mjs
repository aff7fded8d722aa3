/**
 * `npm run check`. What it is made of is compiled once and kept: that takes a third of the time in which one file
 * is checked. Where it cannot be kept, it is compiled each time. (JavaScript, because for one file with types
 * that begins before there is a cache, Node loads all that it takes types off with.)
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'));
// The last tier of compiling pays for itself in minutes, and a check takes seconds: 10 % fewer without it.
setFlagsFromString('--no-turbofan');
// The first files are kept, because others look into them. From that V8 concludes that all will be, puts their trees
// where the garbage of seconds is not looked for, and copies twice as much about.
setFlagsFromString('--no-allocation-site-pretenuring');
// The parser of YAML asks the environment at each token whether to log it, and the system takes its time to answer.
process.env = { ...process.env };
await import('./check.ts');
