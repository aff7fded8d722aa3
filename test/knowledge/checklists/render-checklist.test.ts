import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import type { Checklist } from '../../../src/knowledge/checklists/checklist.ts';
import { renderChecklist } from '../../../src/knowledge/checklists/render-checklist.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { OVERDUE, PLAIN } from './full-list.ts';

/** Renders a list as HTML with each element on a line of its own. */
function render(list: Checklist, sheets: (typeof list.blocks)[]): string {
  const qr = { path: 'M0 0h1v1H0z', size: 5 };
  const element = renderChecklist(list, { addresses: createAddresses('/kb'), sheets, qr });
  return toHtml(element).replaceAll('><', '>\n<');
}

test('renders every part of a list on two sheets', () => {
  const [first, second] = OVERDUE.blocks;
  const sheets = [first, second].map((block) => (block ? [block] : []));
  expect(render(OVERDUE, sheets)).toBe(`\
<check-list data-list="planned-reboot" data-items="2">
<section class="sheet" aria-label="Planned reboot, 1 of 2">
<header class="sheet-head on-paper">
<p class="sheet-title">Planned <em>reboot</em>
<span class="sheet-number"> 1 of 2</span>
</p>
<p class="sheet-mode">MIXED</p>
<p class="sheet-objective">All is <strong>back</strong>.</p>
<p class="sheet-audience">Organization: Example. Items of others are included and start with “At”.</p>
<p class="fill-in on-paper">
<span>For</span>
<span>Name</span>
<span>Date</span>
<span>Start</span>
</p>
</header>
<p class="list-warning">Outline only. The script is in the wiki.</p>
<p class="list-warning">Destructive: step 1.2</p>
<div class="calls-for-it">
<h2>Use it when you see</h2>
<ul>
<li>
<q>no route to redis</q>
</li>
</ul>
</div>
<div class="tried-before">
<h2>Tried before without success</h2>
<ul>
<li>
<strong>Made it worse: </strong>Restarted <em>it</em>. (<a href="/kb/postmortems/p1/">Title <em>p1</em>
</a>)</li>
</ul>
</div>
<section class="block" aria-labelledby="before">
<h2 id="before">Before <em>it</em>
<span class="block-mode"> DO-CONFIRM</span>
</h2>
<ol role="list">
<li class="item item-inner">
<label for="item-before-full-1-2">
<input type="checkbox" id="item-before-full-1-2" data-item="item-before-full-1-2">
<span class="item-text">
<strong class="destructive">Destructive. Only if nothing runs. </strong>
<b class="item-number">1.2 </b>
<span class="item-organization">At Oma: </span>Read <em>it</em>
</span>
</label>
<p class="item-expect">Expect: <b>one <em>line</em>
</b>
<span class="seen on-paper">Seen</span>
</p>
<p class="item-where">on <em>redis</em>
</p>
<copy-text>
<pre tabindex="0">
<code>ls
-l</code>
</pre>
</copy-text>
<copy-text>
<pre tabindex="0">
<code>pwd</code>
</pre>
</copy-text>
<p class="item-evidence on-paper">Missing at: Label p1, Label p2</p>
<details class="why on-screen">
<summary>Why · Missing at: Label p1, Label p2</summary>
<p>Missing at: <a href="/kb/postmortems/p1/">Title <em>p1</em>
</a> (Label p1); <a href="/kb/postmortems/p2/">Title <em>p2</em>
</a> (Label p2)</p>
<p>
<a href="/kb/lessons/l1/">Lesson <em>one</em>
</a>
</p>
<p>Because.</p>
<p>Lesson confirmed at: <a href="/kb/postmortems/p3/">Title <em>p3</em>
</a> (Label p3)</p>
<p>Lesson taught in: <a href="/kb/notes/n1/">Title <em>n1</em>
</a> (Label n1)</p>
<p>
<a href="/kb/lessons/l2/">Lesson two</a>
</p>
<p>Why.</p>
</details>
</li>
</ol>
</section>
<p class="completion on-paper">Continues on page 2 of 2</p>
<footer class="sheet-foot">
<div>
<p class="overdue">
<strong>Past its review date, May 2026: check that it is still right before you rely on it.</strong>
</p>
<p>Version abc123 · Newest evidence: March 2015 · Owner: web team · Review by May 2026</p>
<p>From: Title <em>n1</em> (Label n1)</p>
<p class="on-paper">3 checks are not on this list: see its page.</p>
<p class="on-paper">https://example.org/kb/checklists/planned-reboot/</p>
</div>
<svg class="qr on-paper" viewBox="0 0 5 5" role="img" aria-label="The address as a QR code">
<path d="M0 0h1v1H0z">
</path>
</svg>
</footer>
</section>
<section class="sheet" aria-label="Planned reboot, 2 of 2">
<header class="sheet-head on-paper">
<p class="sheet-title">Planned <em>reboot</em>
<span class="sheet-number"> 2 of 2</span>
</p>
<p class="sheet-mode">MIXED</p>
<p class="sheet-objective">All is <strong>back</strong>.</p>
<p class="sheet-audience">Organization: Example. Items of others are included and start with “At”.</p>
<p class="fill-in on-paper">
<span>For</span>
<span>Name</span>
<span>Date</span>
<span>Start</span>
</p>
</header>
<section class="block" aria-labelledby="after">
<h2 id="after">After it<span class="block-mode"> READ-DO</span>
</h2>
<ol role="list">
<li class="item">
<label for="item-after-plain-2">
<input type="checkbox" id="item-after-plain-2" data-item="item-after-plain-2">
<span class="item-text">
<b class="item-number">2 </b>Read <em>it</em>
</span>
</label>
<p class="item-evidence on-paper">General practice: A book</p>
<p class="general-practice on-screen">General practice: <a href="https://example.org/book">A book</a>
</p>
</li>
</ol>
</section>
<p class="completion">
<span class="box" aria-hidden="true">
</span>Say: “<em>Complete</em>”.</p>
<footer class="sheet-foot">
<div>
<p class="overdue">
<strong>Past its review date, May 2026: check that it is still right before you rely on it.</strong>
</p>
<p>Version abc123 · Newest evidence: March 2015 · Owner: web team · Review by May 2026</p>
<p>From: Title <em>n1</em> (Label n1)</p>
<p class="on-paper">3 checks are not on this list: see its page.</p>
<p class="on-paper">https://example.org/kb/checklists/planned-reboot/</p>
</div>
<svg class="qr on-paper" viewBox="0 0 5 5" role="img" aria-label="The address as a QR code">
<path d="M0 0h1v1H0z">
</path>
</svg>
</footer>
</section>
<section class="omitted on-screen" aria-labelledby="not-on-this-list">
<h2 id="not-on-this-list">Not on this list</h2>
<h3>Belongs to Oma (2)</h3>
<ul>
<li>
<a href="/kb/lessons/l1/">Read <em>that</em>
</a> Expect: two</li>
<li>
<span>Read this</span>
</li>
</ul>
<h3>Too many (1)</h3>
<ul>
<li>
<span>Read more</span>
</li>
</ul>
</section>
</check-list>`);
});

test('renders a list on one sheet without the parts that it does not have', () => {
  expect(render(PLAIN, [PLAIN.blocks])).toBe(`\
<check-list data-list="planned-reboot" data-items="1">
<section class="sheet" aria-label="Planned reboot">
<header class="sheet-head on-paper">
<p class="sheet-title">Planned reboot</p>
<p class="sheet-mode">DO-CONFIRM</p>
<p class="sheet-objective">All is back.</p>
<p class="sheet-audience">Organization: all</p>
<p class="fill-in on-paper">
<span>For</span>
<span>Name</span>
<span>Date</span>
<span>Start</span>
</p>
</header>
<section class="block" aria-labelledby="before">
<h2 id="before">Before it</h2>
<ol role="list">
<li class="item">
<label for="item-before-plain">
<input type="checkbox" id="item-before-plain" data-item="item-before-plain">
<span class="item-text">Read <em>it</em>
</span>
</label>
<details class="why on-screen">
<summary>Why</summary>
<p>
<a href="/kb/lessons/l1/">L</a>
</p>
<p>R.</p>
</details>
</li>
</ol>
</section>
<p class="completion">
<span class="box" aria-hidden="true">
</span>Say: “Complete”.</p>
<footer class="sheet-foot">
<div>
<p>Version abc123 · Newest evidence: not dated · Owner: not set · Review date: not set</p>
<p class="on-paper">https://example.org/kb/checklists/planned-reboot/</p>
</div>
<svg class="qr on-paper" viewBox="0 0 5 5" role="img" aria-label="The address as a QR code">
<path d="M0 0h1v1H0z">
</path>
</svg>
</footer>
</section>
</check-list>`);
});

test('renders numbered boxes for the items that are done for several machines, on paper only', () => {
  const [block] = PLAIN.blocks;
  if (!block) throw new Error('The list has no block');
  const repeated = { ...PLAIN, blocks: [{ ...block, repeats: 'machine' }] };
  const html = render(repeated, [repeated.blocks]);
  expect(html).toContain(
    `<p class="fill-in on-paper">\n<span>machine</span>\n${'<span>\n</span>\n'.repeat(5)}</p>`,
  );
  expect(html).toContain(`<span class="boxes on-paper">\n${'<span>\n</span>\n'.repeat(6)}</span>`);
  expect(html.match(/type="checkbox"/g)).toHaveLength(block.items.length);
});
