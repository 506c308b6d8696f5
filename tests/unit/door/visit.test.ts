import { expect, it } from "vitest";
import { beginVisit, currentVisit, noteVisit } from "#lib/door/visit.ts";

it("what becomes known of a request stays with it, whatever else is answered meanwhile", async () => {
  const answered = async (id: string) => {
    await Promise.resolve();
    beginVisit({ id });
    await new Promise((resolve) => setImmediate(resolve));
    noteVisit({ personId: `person of ${id}` });
    return currentVisit();
  };
  expect(await Promise.all([answered("one"), answered("two")])).toEqual([
    { id: "one", personId: "person of one" },
    { id: "two", personId: "person of two" },
  ]);
});
