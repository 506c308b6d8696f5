import { expect, it } from "vitest";
import {
  handInAddress,
  handInLink,
  signInForHandIn,
  textWithLink,
} from "#lib/insights/hand-in-link.ts";

const empty = { text: "", customer: "", title: "", kind: "", link: "" };

it("a link without fields opens an empty form", () => {
  expect(handInLink.parse({})).toEqual(empty);
  expect(handInAddress(handInLink.parse({}))).toBe("/hand-in");
  expect(signInForHandIn(handInLink.parse({}))).toBe("/sign-in?to=hand-in");
});

it("a link fills the form, and its fields survive signing in", () => {
  const asked = {
    text: "Il manque l'A3 & l'A4\nà Brive = bloquant",
    customer: "Ventadour",
    title: "A3 + A4 ?",
    kind: "problem",
    link: "https://soupape.slack.example/archives/C1/p2",
  };
  const link = handInLink.parse(asked);
  expect(link).toEqual(asked);
  for (const address of [handInAddress(link), signInForHandIn(link)]) {
    const query = Object.fromEntries(new URL(address, "http://here.example").searchParams);
    expect(handInLink.parse(query)).toEqual(link);
  }
  expect(textWithLink(link)).toBe(`${asked.text}\n\n${asked.link}`);
  expect(textWithLink({ ...link, text: `voir ${link.link}` })).toBe(`voir ${link.link}`);
});

it.each([
  [{ kind: "urgent", link: "javascript:alert(1)" }, empty],
  [{ link: "https://bank.example@elsewhere.example/" }, empty],
  [{ link: "//elsewhere.example", to: "//elsewhere.example" }, empty],
  [
    { text: ["first", "second"], customer: ["Ventadour"] },
    { text: "first", customer: "Ventadour" },
  ],
  [{ text: [], title: 3, customer: { a: 1 } }, empty],
  [
    { text: "a\u0000b\u202ec\ud800", title: "two\r\nlines" },
    { text: "abc\ufffd", title: "two lines" },
  ],
])("what makes no sense in a link is left out: %j", (query, expected) => {
  expect(handInLink.parse(query)).toEqual({ ...empty, ...expected });
});

it("a long text is cut, and never in the middle of a character", () => {
  const link = handInLink.parse({ text: `x${"😀".repeat(20_000)}`, title: "t".repeat(900) });
  expect(link.text.length).toBeLessThanOrEqual(20_000);
  expect(link.text.isWellFormed()).toBe(true);
  expect(link.title).toHaveLength(500);
});

it("signing in leads to the form or to the start, whatever the link says", () => {
  const link = handInLink.parse({ text: "https://elsewhere.example", customer: "//elsewhere" });
  expect(new URL(handInAddress(link), "http://here.example").origin).toBe("http://here.example");
  expect(new URL(handInAddress(link), "http://here.example").pathname).toBe("/hand-in");
});
