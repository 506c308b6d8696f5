import { expect, test } from "vitest";
import { parse } from "#lib/rich-text/parse.ts";
import { excerpt, plainText } from "#lib/rich-text/plain-text.ts";
import type { Run } from "#lib/rich-text/tree.ts";

const plain = (text: string): Run => ({ text, marks: [], href: null });
const paragraph = (text: string, gap = 0) => ({ type: "paragraph", gap, runs: [plain(text)] });

test.each([
  "\\\\server\\share\\_x, C:\\Temp\\*.log et \\d+\\[a-z\\]",
  "*urgent* 5*3 ***oui*** __init__ snake_case_name a_b ~5 ~ 6",
  "a `b\nc` ``` d",
  "#123 #tag -5 1.5 2024. année <b>x</b> &amp; <script>alert(1)</script>",
  "[x](javascript:alert(1)) [y](/local) [z] (https)",
  "![x](data:image/png;base64,aa)",
])("what was not meant as markup is shown as it was written: %j", (text) => {
  expect(parse(text)).toEqual([paragraph(text)]);
});

test("line breaks and blank lines are kept", () => {
  expect(parse("a\nb\n\n\nc")).toEqual([paragraph("a\nb"), paragraph("c", 2)]);
});

test("numbers stay as they were written", () => {
  const [list] = parse("3. a\n7) b");
  expect(list).toMatchObject({ type: "list", items: [{ number: 3 }, { number: 7 }] });
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "//x.example",
  "ftp://x.example",
  "https://u:p@x.example",
  "https://bank.example@x.example",
])("%s is no link", (address) => {
  const links = (text: string) => JSON.stringify(parse(text)).match(/"href":"[^"]*"/g);
  expect(links(`[a](${address}) b`)).toBeNull();
});

test("an address in running text ends before the full stop of its sentence", () => {
  const href = "https://a.example/x";
  expect(parse("(voir https://a.example/x).")).toEqual([
    {
      type: "paragraph",
      gap: 0,
      runs: [plain("(voir "), { text: href, marks: [], href }, plain(").")],
    },
  ]);
});

test("what turns the writing around or cannot be seen is not shown", () => {
  expect(plainText("a\u202egnp.exe\u200b\u0000b")).toBe("agnp.exeb");
});

test("a title or an excerpt has words only", () => {
  expect(
    plainText(
      "# A\n\n- **b** [c](https://a.example)\n- [x] d\n\n| e | f |\n| --- | --- |\n| g | `h` |",
    ),
  ).toBe("A\nb c\nd\ne f\ng h");
  expect(excerpt("> **un** deux trois", 9)).toBe("un deux…");
});
