import { expect, it } from "vitest";
import { inOrder } from "#lib/frame/table-order.ts";

const one = (name: string, after: string | null = null) => ({ name, after });
const names = (...byNoun: ReturnType<typeof one>[][]) => inOrder(byNoun).map(({ name }) => name);

it("Tables come back noun by noun, as each lists them", () => {
  expect(names([one("person")], [one("tribe"), one("team")])).toEqual(["person", "tribe", "team"]);
});

it("What refers to another noun's table comes back behind it, and so does what is listed below", () => {
  const people = [one("person"), one("hat", "team"), one("membership")];
  const tribes = [one("tribe"), one("team"), one("tribe_quarter")];
  expect(names(people, tribes)).toEqual([
    ...["person", "tribe", "team", "hat", "membership", "tribe_quarter"],
  ]);
});

it("A table that nobody declares is nothing to come back behind", () => {
  expect(() => names([one("hat", "team")])).toThrow("no table team");
});
