import { describe, expect, test } from 'vitest';
import { stripNoise } from '../../../src/knowledge/search/log-noise.ts';
import { FRAME_PATTERNS } from '../../../src/knowledge/search/stack-frames.ts';

const strip = (text: string) => stripNoise(text).text.replace(/\s+/g, ' ').trim();

describe('a stack frame is noise', () => {
  test.each([
    ['Java', '\tat com.example.Pool$Lease.lambda$0(Pool.java:114) ~[pool.jar:1.2]'],
    ['Java, the rest', '\t... 23 common frames omitted'],
    ['Node', '    at Pool.take (/srv/app/pool.js:41:20)'],
    ['Node, asynchronous', '    at async Pool.take [as take] (file:///srv/app/pool.js:41:20)'],
    ['Node, internal', '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)'],
    ['Node, anonymous', '    at /srv/app/pool.js:41:20'],
    ['a browser', 'take@https://example.org/assets/pool.js:1:2412'],
    ['.NET', '   at App.Pool.Take(String name, Int32 count) in C:\\src\\Pool.cs:line 114'],
    ['.NET, generic', '   at System.Collections.Generic.Dictionary`2.get_Item(TKey key)'],
    ['.NET, the divider', '--- End of stack trace from previous location where exception was thrown ---'],
    ['Python with its code', '  File "/srv/app/pool.py", line 114, in take\n    return self.idle.pop(name)'],
    ['Python, the head', 'Traceback (most recent call last):'],
    ['Ruby', "  from /srv/app/lib/pool.rb:114:in `take'"],
    ['Ruby 3.4', "/srv/app/lib/pool.rb:114:in 'Pool#take'"],
    ['Rails', "activerecord (7.1.3) lib/active_record/pool.rb:114:in `take'"],
    ['Go', 'example.com/app/pool.(*Pool).Take(0xc0001a4000, 0x3)\n\t/srv/app/pool/pool.go:114 +0x1d4'],
    [
      'Go, the origin',
      'created by net/http.(*Server).Serve\n\t/usr/local/go/src/net/http/server.go:3086 +0x5cb',
    ],
    ['Go, the head', 'goroutine 118 [running]:'],
    ['Rust', '  12: core::result::Result<T,E>::unwrap_failed'],
    ['Rust, the place', '             at /rustc/90b35a62/library/std/src/panicking.rs:647:5'],
    ['C++ in a debugger', '#1  0x00007f99b2 in app::Pool::take (this=0x7f8a) at src/pool.cpp:114'],
    ['C', './app(pool_take+0x1d) [0x55d0c7]'],
    ['C, a sanitizer', '    #0 0x4f1b2b in pool_take /src/pool.c:114:9'],
    ['the kernel', ' ? pool_take+0x5b/0x90'],
    ['PHP', "#0 /srv/app/src/Pool.php(114): App\\Pool->take('orders')"],
    ['PHP, the last', '#3 {main}'],
    ['PHP, the place', '  thrown in /srv/app/src/Pool.php on line 114'],
    ['Elixir', '    (app 1.4.2) lib/app/pool.ex:114: App.Pool.take/2'],
  ])('of %s', (_, frame) => {
    expect(strip(`pool is empty\n${frame}\nretry`)).toBe('pool is empty retry');
  });

  test('but its message is not', () => {
    expect(strip("NoMethodError: undefined method `take' for nil\n  from pool.rb:1:in `a'")).toBe(
      "NoMethodError: undefined method `take' for nil",
    );
    expect(strip('panic: pool is empty\n\ngoroutine 1 [running]:')).toBe('panic: pool is empty');
  });

  test.each([
    'at noon the queue was full',
    '#3 of the checks failed',
    'from now on: restart',
    '1: check the disk',
  ])('and text is not: %s', (text) => {
    expect(strip(text)).toBe(text);
  });

  test('and it names the library in use', () => {
    expect(stripNoise('\tat redis.clients.jedis.Pool.take(Pool.java:1)').frames).toEqual([
      'at redis.clients.jedis.Pool.take(Pool.java:1)',
    ]);
  });
});

test('the patterns have no repeat without a bound, except of blanks at the end of a line', () => {
  const unbounded = FRAME_PATTERNS.map(({ source }) => source.replaceAll('[^\\S\\n]*$', '')).filter(
    (source) => /(?<!\\)[*+]|\{\d+,\}/.test(source.replace(/\[(?:\\.|[^\]])*\]/g, '')),
  );
  expect(unbounded).toEqual([]);
});
