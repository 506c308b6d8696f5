import { beforeAll, expect, test } from "vitest";
import { listPeople } from "#lib/people/reads/people.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const at = inParis(new Date("2026-11-16T09:00:00Z"));
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  cast = await castOn(await useDatabase());
});

test("people are found by name, accents aside, with the hats they wear and where", async () => {
  expect(await listPeople(cast.ines, "aissatou", at)).toMatchObject([
    {
      id: cast.aissatou.id,
      name: "Aïssatou Diop",
      hats: [{ code: "pm", place: "Tournées" }],
      teams: [],
      isClosed: false,
    },
  ]);
});

test("the list of people is for who keeps the org chart", async () => {
  await expect(listPeople(cast.louis, "", at)).rejects.toThrow("not-allowed");
});
