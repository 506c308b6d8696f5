import { expect, test } from "vitest";
import { mentionsIn, typedMention, withMention } from "#components/comment/mention.ts";

const ines = { id: "1", name: "Inès Belkacem" };
const louis = { id: "2", name: "Louis Marchetti" };

test.each([
  ["@", { from: 0, name: "" }],
  ["Vu @lou", { from: 3, name: "lou" }],
  ["Vu @Louis March", { from: 3, name: "Louis March" }],
  ["(@Inès", { from: 1, name: "Inès" }],
  // An address is no mention, a third word is the sentence.
  ["inès@soupape", null],
  ["@Louis Marchetti tu", null],
  ["@louis, ", null],
  ["Sans", null],
])("of %j what is being typed is %j", (text, typed) => {
  expect(typedMention(text, text.length)).toEqual(typed);
});

test("a name takes the place of what was typed, and the hand goes on behind it", () => {
  expect(withMention("Vu @lou avec lui", 7, louis)).toEqual({
    text: "Vu @Louis Marchetti avec lui",
    caret: 20,
  });
});

test("whose name was deleted again is not spoken to", () => {
  expect(mentionsIn("@Inès Belkacem et @Louis", [ines, louis, ines])).toEqual(["1"]);
  expect(mentionsIn("@Inès Belkacema", [ines])).toEqual([]);
  expect(mentionsIn("@Inès Belkacema, @Inès Belkacem.", [ines])).toEqual(["1"]);
});
