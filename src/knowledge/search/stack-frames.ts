/**
 * The lines of a stack trace that are not its message. They name files and functions of this version of a program, which
 * no page contains. Each pattern matches whole lines and takes linear time.
 */

/** Names of functions, with what their languages add: `<anonymous>`, `lambda$0`, `(*Server)`, `{{closure}}`. */
const NAME = String.raw`[\w$.<>*&:/@{}#~!?'\x60-]{1,300}`;
const END = String.raw`[^\S\n]*$`;
const INDENT = String.raw`^[^\S\n]{0,40}`;

const SOURCES: readonly string[] = [
  // Java, Kotlin, Scala: `at com.example.Pool.take(Pool.java:114) ~[pool.jar:1.2]`.
  String.raw`${INDENT}at ${NAME}\([^()\n]{0,300}\)(?: ~?\[[^\]\n]{0,200}\])?${END}`,
  String.raw`${INDENT}\.\.\. \d{1,5} (?:common frames omitted|more)${END}`,
  // Node and browsers: `at async Pool.take (/srv/pool.js:1:2)`, `at node:net:1555:16`, `take@https://x/pool.js:1:2`.
  String.raw`${INDENT}at (?:async |new ){0,2}(?:${NAME}(?: \[as [^\]\n]{1,100}\])? \()?(?:file:|node:|https?:|webpack|internal|native|<anonymous>|eval at |[A-Za-z]:\\|\.{0,2}/)[^\n]{0,300}${END}`,
  String.raw`${INDENT}${NAME}@(?:https?|resource|file|chrome|app)://[^\s]{1,300}:\d{1,7}:\d{1,7}${END}`,
  String.raw`${INDENT}at process\.\w{1,60} \([^\n]{0,200}\)${END}`,
  // .NET: `at App.Pool.Take(String name) in C:\src\Pool.cs:line 114`.
  String.raw`${INDENT}at ${NAME}(?:\[[^\]\n]{0,100}\])?\([^\n]{0,400}\)(?: in [^\n]{1,300}:line \d{1,7})?${END}`,
  String.raw`${INDENT}--- End of (?:stack trace from previous location|inner exception stack trace)[^\n]{0,100}${END}`,
  // Python: the file, and the line of code below it.
  String.raw`${INDENT}File "[^"\n]{1,300}", line \d{1,7}(?:,? in [^\n]{1,200})?[^\S\n]{0,40}(?:\n[^\S\n]{2,40}(?!File ")[^\n]{1,300})?$`,
  String.raw`${INDENT}Traceback \(most recent call last\):${END}`,
  `${INDENT}[~^]{2,200}${END}`,
  // Ruby: "from pool.rb:114:in `take'", "pool.rb:114:in 'Pool#take'", "pool (1.2) lib/pool.rb:114:in `take'".
  String.raw`${INDENT}(?:from )?(?:[\w-]{1,80} \([\w.]{1,40}\) )?[\w./ @+~-]{1,300}:\d{1,7}:in [\x60'"“‘][^\n]{1,200}${END}`,
  // Go: `main.take(0xc000)` with the file below it, `created by main.start`, `goroutine 41 [running]:`.
  String.raw`^[\w./$*()%~-]{1,200}\.[\w.$*()\[\]{}·-]{1,200}\((?:0x[0-9a-f]|\{0x|\.\.\.|\))[^\n]{0,300}(?:\n[^\S\n]{1,8}\S{1,300}\.(?:go|s):\d{1,7}[^\n]{0,40})?$`,
  String.raw`${INDENT}\S{1,300}\.(?:go|s):\d{1,7} \+0x[0-9a-f]{1,16}${END}`,
  String.raw`^created by \S{1,200}(?: in goroutine \d{1,9})?(?:\n[^\S\n]{1,8}\S{1,300}\.(?:go|s):\d{1,7}[^\n]{0,40})?$`,
  String.raw`^goroutine \d{1,9} \[[\w ,]{1,80}\]:${END}`,
  // Rust: `12: core::result::unwrap_failed` with `at /rustc/…/panicking.rs:647:5` below it.
  String.raw`^[^\S\n]{0,8}\d{1,4}: {1,8}(?:0x[0-9a-f]{1,16} - )?(?:\w{0,60}_\w{0,100}|main|start|[^\n]{0,200}::[^\n]{0,200})${END}`,
  String.raw`${INDENT}at \S{1,300}\.rs:\d{1,7}(?::\d{1,7})?${END}`,
  String.raw`^(?:stack backtrace|note: (?:run with|Some details are omitted))[^\n]{0,200}$`,
  // C and C++: `#1  0x00007f99b2 in take () at pool.cpp:112`, `./app(take+0x1d) [0x55d0c7]`, `[<ffffffff81>] dump_stack+0x63/0x8b`.
  String.raw`${INDENT}#\d{1,4} {1,4}(?:0x[0-9a-f]{1,16} )?(?:in )?[^\n]{1,300}(?: at | from |/|\(\)|\[)[^\n]{0,300}$`,
  String.raw`${INDENT}[\w./+-]{1,200}\((?:[\w$.@]{0,200}\+0x[0-9a-f]{1,16}|[\w$.@]{1,200})?\)(?: ?\[0x[0-9a-f]{1,16}\])${END}`,
  String.raw`${INDENT}(?:\[<[0-9a-f]{1,16}>\] )?\??[^\S\n]{0,4}[\w.]{1,100}\+0x[0-9a-f]{1,8}/0x[0-9a-f]{1,8}[^\n]{0,80}$`,
  String.raw`^(?:[^\n]{0,40}-{3,10}[^\S\n]{0,4})?(?:BEGIN|END) BACKTRACE[^\n]{0,40}$`,
  String.raw`^[^\S\n]{0,8}(?:0x[0-9a-f]{4,16}[^\S\n]{1,4}){2,60}(?:0x[0-9a-f]{4,16})?[^\S\n]*$`,
  // PHP: `#0 /srv/pool.php(114): Pool->take('a')`, `#1 {main}`, `PHP   1. {main}() /srv/pool.php:0`.
  String.raw`${INDENT}#\d{1,4} (?:\{main\}|[^\n]{1,300}\(\d{1,7}\):[^\n]{0,300}|\[internal function\][^\n]{0,300})${END}`,
  String.raw`^PHP {1,4}\d{1,4}\. [^\n]{1,300}:\d{1,7}${END}`,
  `${INDENT}(?:PHP )?Stack trace:${END}`,
  String.raw`${INDENT}thrown in [^\n]{1,300} on line \d{1,7}${END}`,
  // Elixir and Erlang: `(pool 1.2) lib/pool.ex:114: Pool.take/2`.
  String.raw`${INDENT}\([\w ./-]{1,80}\) [\w./-]{1,200}\.(?:ex|exs|erl):\d{1,7}: [^\n]{1,200}$`,
];

export const FRAME_PATTERNS: readonly RegExp[] = SOURCES.map((source) => new RegExp(source, 'gm'));
