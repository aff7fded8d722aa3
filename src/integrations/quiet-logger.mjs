/** Astro's log without a line for each page. In JavaScript, because Astro loads it before it can read TypeScript. */
import createNodeLogger from 'astro/logger/node';

/** `├─ /tags/index.html`, and its duration `(+3ms)`, which is a message of its own. */
const PAGE_LINE = /├─|\(\+[\d.]+m?s\)/;

export default function createQuietLogger(options) {
  const logger = createNodeLogger(options);
  return {
    write(event) {
      if (event.level !== 'info' || !PAGE_LINE.test(event.message)) logger.write(event);
    },
  };
}
