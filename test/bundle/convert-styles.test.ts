import { expect, test } from 'vitest';
import { convertStyles } from '../../src/bundle/convert-styles.ts';

const convert = (css: string) => convertStyles(css, { path: '_astro/page.css', base: '/kb/' });

test('a style sheet gets relative addresses, and is otherwise the same', () => {
  expect(
    convert(
      "@layer a{@font-face{font-family:a;src:url(/kb/_astro/a.woff2) format('woff2')}}\n.b{--c:url('/kb/d.png');&:hover{color:light-dark(#fff,#000)}}",
    ),
  ).toBe(
    '@layer a{@font-face{font-family:a;src:url("../_astro/a.woff2") format(\'woff2\')}}\n.b{--c:url("../d.png");&:hover{color:light-dark(#fff,#000)}}',
  );
});

test('a style sheet keeps addresses that are not of the site', () => {
  const css = 'a{background:url("data:image/png;base64,AA==")}b{background:url("https://example.org/a.png")}';
  expect(convert(css)).toBe(css);
});
