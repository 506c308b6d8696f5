import { expect, test } from "vitest";
import { fromHtml, isHtml } from "#lib/rich-text/from-html.ts";
import { fromMarkdown } from "#lib/rich-text/from-markdown.ts";

const html: [sentence: string, html: string, ours: string][] = [
  ["paragraphs and breaks", "<p>un<br>deux</p><p>trois</p>", "un\ndeux\n\ntrois"],
  ["marks", "<b>a</b> <em>b</em> <s>c</s> <code>d</code>", "**a** _b_ ~~c~~ `d`"],
  [
    "lists that nobody closed",
    "<ul><li>a<ol start=3><li>b<li>c</ol><li>d</ul>",
    "- a\n  3. b\n  4. c\n- d",
  ],
  ["code", "<pre>a\n  b</pre>", "```\na\n  b\n```"],
  [
    "tables",
    "<table><tr><th>A<th>B<tr><td>1<td>2|3</table>",
    "| A | B |\n| --- | --- |\n| 1 | 2\\|3 |",
  ],
  ["tasks", "<ul><li><input type=checkbox checked>fait</li></ul>", "- [x] fait"],
  ["links", '<a href="https://a.example/x">là</a>', "[là](https://a.example/x)"],
  [
    "pictures as links",
    '<img src="https://a.example/c%20d.png">',
    "[📎 c d.png](https://a.example/c%20d.png)",
  ],
  ["pictures of the file itself", '<img src="data:image/png;base64,xx" alt="écran">', "📎 écran"],
  ["scripts and styles", "a<script>alert(1)</script><style>p{}</style>b", "ab"],
  ["frames", "a<iframe src=https://x.example>b</iframe>c", "ac"],
  ["drawings", "<svg onload=alert(1)><text>a</text><script>b</script></svg>", "a"],
  ["comments", "a<!-- <b>b</b> -->c", "ac"],
  ["what is set on a tag", '<p onclick="alert(1)" style="x">a</p>', "a"],
  [
    "script addresses",
    '<a href="java&#115;cript:alert(1)">a</a> <a href="data:text/html,x">b</a>',
    "a b",
  ],
  ["a name in an address", '<a href="https://bank.example@evil.example">a</a>', "a"],
  ["words that look like ours", "<p>**a** # b</p><p># c</p>", "\\**a\\** # b\n\n\\# c"],
  ["entities", "&lt;script&gt; &amp; caf&eacute;", "<script> & café"],
  ["elements nobody knows", "<x-y>a<blink>b</blink></x-y>", "ab"],
];

test.each(html)("HTML becomes our form: %s", (_, given, ours) => {
  expect(fromHtml(given)).toBe(ours);
});

test("words with a smaller sign or an address in angle brackets are no HTML", () => {
  expect(["a < b > c", "Zoé <zoe@firm.example>", "<3"].some(isHtml)).toBe(false);
  expect(["<p>a</p>", "a<br/>b", '<div dir="ltr">x'].every(isHtml)).toBe(true);
});

const markdown: [sentence: string, markdown: string, ours: string][] = [
  ["marks", "*a* __b__ ~~c~~ `d`", "_a_ **b** ~~c~~ `d`"],
  ["headings of both kinds", "A\n=\n\n## B ##", "# A\n\n## B"],
  ["tasks and lists", "* [ ] a\n* [x] b\n    1. c", "- [ ] a\n- [x] b\n  1. c"],
  [
    "links by reference",
    "[a][1] ![p](https://a.example/p.png)\n\n[1]: https://a.example",
    "[a](https://a.example/) [📎 p](https://a.example/p.png)",
  ],
  ["script addresses", "[a](javascript:alert(1)) <javascript:b>", "a javascript:b"],
  [
    "HTML in it",
    "<details><summary>S</summary>\n\na <b>b</b><script>x</script>\n\n</details>",
    "S\n\na **b**",
  ],
  ["escapes", "\\*a\\* \\# b", "*a* # b"],
  ["code", "    a\n\n~~~js\nb\n~~~", "```\na\n```\n\n```js\nb\n```"],
];

test.each(markdown)("Markdown becomes our form: %s", (_, given, ours) => {
  expect(fromMarkdown(given)).toBe(ours);
});
