import fc from "fast-check";
import { expect, it, test } from "vitest";
import { type Weakness, weaknessOf } from "#lib/auth/password-rule.ts";

const clara = { name: "Clara Vasseur", email: "c.vasseur@soupape.example" };

it.each<[password: string, Weakness | null]>([
  ["", "password-short"],
  ["x7Kq-Vw2p-9", "password-short"],
  ["x7Kq-Vw2p-93", null],
  ["🦊🦊🦊🦊🦊🦊", "password-short"],
  ["correct horse battery staple", null],
  ["la pluie tombe sur Ouessant", null],
  ["ClaraVasseur2026!", "password-own-words"],
  ["CLARA-vasseur-CLARA", "password-own-words"],
  ["c.vasseur@soupape.example", "password-own-words"],
  ["Soupape, Tribune 12", "password-own-words"],
  ["Clâra Vässeur 1", "password-own-words"],
  ["clara aime la mer du Nord", null],
  ["Cl4r4V4sseur", "password-common"],
  ["password1234", "password-common"],
  ["Password1234!", "password-common"],
  ["P@ssw0rd2026", "password-common"],
  ["motdepasse123", "password-common"],
  ["administrateur", "password-common"],
  ["Printemps2026", "password-common"],
  ["azertyuiopqs", "password-common"],
  ["1qaz2wsx3edc", "password-common"],
  ["123456789012", "password-common"],
  ["aaaaaaaaaaaaaaaaaaaa", "password-common"],
  ["bonjourbonjour", "password-common"],
])("The password “%s” is %s", (password, weakness) => {
  expect(weaknessOf(password, clara)).toBe(weakness);
});

test("Whatever is put around them, an account's own words count for nothing", () => {
  const word = fc.constantFrom("clara", "VASSEUR", "Soupape", "Tribune", "c.vasseur");
  const few = fc.string({ maxLength: 5 });
  fc.assert(
    fc.property(few, word, word, few, (before, one, other, after) => {
      expect(weaknessOf(`${before}${one}${other}${after}`, clara)).not.toBeNull();
    }),
  );
});
