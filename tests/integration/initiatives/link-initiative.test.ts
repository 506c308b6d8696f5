import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { findInitiative, listServedKeyResults } from "#lib/initiatives/reads/initiative.ts";
import { linkEpic, linkKeyResults, unlinkKeyResults } from "#lib/initiatives/writes/links.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let initiativeId: string;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  initiativeId = await initiativeOn(database, {
    title: "Planning à plusieurs mains",
    teamId: cast.id.dispatch,
  });
});

async function keyResult(level: "company" | "individual"): Promise<string> {
  const objective = await database.objective.create({
    data: {
      quarter: "2026-Q4",
      title: "Personne n'écrase plus le planning d'un autre",
      level,
      ownerId: level === "individual" ? cast.yanis.id : null,
      commitment: "committed",
      keyResults: {
        create: { title: "Conflits signalés", direction: "less", start: 12, target: 0 },
      },
    },
    select: { keyResults: { select: { id: true } } },
  });
  return objective.keyResults[0]?.id ?? "";
}

describe("an initiative and the key results it serves", () => {
  it("are tied once, however often it is said, and untied", async () => {
    const keyResultIds = [await keyResult("company")];
    await linkKeyResults(cast.clara, { initiativeId, keyResultIds }, newCall(now));
    await linkKeyResults(cast.rachel, { initiativeId, keyResultIds }, newCall(now));
    expect(await listServedKeyResults(cast.salome, initiativeId)).toMatchObject([
      { title: "Conflits signalés", level: "company" },
    ]);
    await unlinkKeyResults(cast.clara, { initiativeId, keyResultIds }, newCall(now));
    expect(await listServedKeyResults(cast.salome, initiativeId)).toEqual([]);
  });

  it("are never somebody's own", async () => {
    const keyResultIds = [await keyResult("individual")];
    await expect(
      linkKeyResults(cast.yanis, { initiativeId, keyResultIds }, newCall(now)),
    ).rejects.toMatchObject({ key: "not-found" });
  });

  it("are not a contributor's to tie", async () => {
    const keyResultIds = [await keyResult("company")];
    await expect(
      linkKeyResults(cast.salome, { initiativeId, keyResultIds }, newCall(now)),
    ).rejects.toMatchObject({ key: "not-allowed" });
  });
});

describe("the Jira epic of an initiative", () => {
  it("is held by one initiative only", async () => {
    await linkEpic(cast.louis, { initiativeId, epicKey: "PLA-12" }, newCall(now));
    const other = await initiativeOn(database, { title: "Vue carte", teamId: cast.id.dispatch });
    await expect(
      linkEpic(cast.louis, { initiativeId: other, epicKey: "PLA-12" }, newCall(now)),
    ).rejects.toMatchObject({ key: "epic-taken" });
  });

  it("can be let go", async () => {
    await linkEpic(cast.louis, { initiativeId, epicKey: "" }, newCall(now));
    const { number } = await database.initiative.findUniqueOrThrow({ where: { id: initiativeId } });
    expect(await findInitiative(cast.ines, number)).toMatchObject({ epicKey: null });
  });
});
