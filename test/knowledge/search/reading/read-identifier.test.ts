/** Tests what identifiers and other compounds are read as. */
import { expect, test } from 'vitest';
import { readQuery } from './small-reading.ts';

test.each<[query: string, reading: string[]]>([
  [
    'max_connections',
    ['max_connections ×1.3: max_connections (whole typed 1), max connections (all part 0.6)'],
  ],
  ['max-widgets', ['max ×1: max (word part 1)', 'no page contains “widgets”']],
  ['max.widgets', ['max.widgets ×1: max (word part 0.85)', 'no page contains “widgets”']],
  ['web_53300_x', ['web_53300_x ×1: 53300 (word part 0.85)', 'no page contains “web”']],
  ['fail_new', ['fail_new ×1: fail new (all part 0.85), fail (word part 0.3), new (word part 0.3)']],
  [
    'es_cluster',
    [
      'es ×1: elasticsearch (word service 0.9), elastic (word service 0.9), elastic search (all product 0.85)',
      'es_cluster ×1: cluster (word part 0.85)',
      'es is also elasticsearch, elastic, elastic search',
    ],
  ],
  ['e_s', ['no page contains “e_s”']],
  ['widget.conections', ['no page contains “widget.conections”']],
  ['widget_conections', ['no page contains “widget_conections”']],
  ['zz.conections.net', ['no page contains “zz.conections.net”']],
  ['new_error', ['new_error ×1: new error (all part 0.85), new (word part 0.3), error (word part 0.3)']],
  ['Redis-Server', ['Redis-Server ×1: redis server (all part 0.85)']],
])('reads “%s”', (query, reading) => {
  expect(readQuery(query)).toEqual(reading);
});
