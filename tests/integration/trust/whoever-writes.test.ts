import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { findActorById } from "#lib/auth/reads/actors.ts";
import { backUp } from "#lib/backup/writes/back-up.ts";
import { checkByRestoring } from "#lib/backup/writes/check-by-restoring.ts";
import { isCommandName, runNamed } from "#lib/commands.ts";
import { db } from "#lib/db.ts";
import { listBroken } from "#lib/doctor/invariants.ts";
import { countHangingOnNothing } from "#lib/doctor/subjects.ts";
import { UserError } from "#lib/errors.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { newCall } from "#lib/operations/write.ts";
import { refusalOf } from "#lib/refusal.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { companyKey } from "../backup/backing-up.ts";
import { newFolder } from "../export/databases.ts";
import { fileOf, importFile } from "../imports/importing.ts";
import { draws } from "./draws.ts";
import { type Dice, dice, poolOf } from "./pool.ts";

// Any sequence of commands, undos, imports and restores, many writers at once, leaves every rule of
// prisma/INVARIANTS.md true. `SEQUENCES=2000` is the full size (npm run test:trust); SEED repeats what was drawn.

const sequences = Number(process.env.SEQUENCES ?? 20);
const writers = 20;
const acts = 60;
const seed = Number(process.env.SEED ?? Date.now() % 1e6);
const now = new Date("2026-11-30T10:00:00Z");
const names = Object.keys(draws);

let client: Client;
let cast: Awaited<ReturnType<typeof castOn>>;
const told = { done: 0, undone: 0, imported: 0, refused: new Map<string, number>() };

beforeAll(async () => {
  process.env.TRIBUNE_BACKUP_KEY = companyKey;
  const database = await useDatabase();
  cast = await castOn(database);
  for (const tribeId of [undefined, cast.id.pla, cast.id.ter])
    for (let n = 0; n < 6; n += 1)
      await insightOn(database, cast.id.desk, tribeId ? { tribeId } : {});
  for (const teamId of [cast.id.dispatch, cast.id.tournees, cast.id.mobile])
    await initiativeOn(database, { title: "Keep reports", teamId });
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("SET statement_timeout = '5min'");
});

afterAll(() => client?.end());

/** Anybody now and then; mostly those who may do much, or little would come of it. */
function somebody(die: Dice): PersonActor {
  const { id: _, ...people } = cast;
  const { clara, yanis, bastien, ines } = people;
  const those = die.below(4) === 0 ? Object.values(people) : [clara, yanis, bastien, ines];
  return die.one(those) ?? clara;
}

/** What people and the database refuse is what this is about; anything else is a fault, by the name of what was asked. */
function refused(name: string, error: unknown): void {
  const refusal = error instanceof UserError ? error : refusalOf(error);
  if (!refusal) throw new Error(`${name} failed otherwise (SEED=${seed})`, { cause: error });
  told.refused.set(refusal.key, (told.refused.get(refusal.key) ?? 0) + 1);
}

async function undoOne(pool: Awaited<ReturnType<typeof poolOf>>, die: Dice): Promise<void> {
  const operation = die.one(pool.operations);
  const actor = operation?.actorId ? await findActorById(operation.actorId, inParis(now)) : null;
  if (!operation || !actor) return;
  await undoOperation(actor, { operationId: operation.id }, newCall(now)).then(
    () => {
      told.undone += 1;
    },
    (error: unknown) => refused("undo", error),
  );
}

async function importSome(die: Dice): Promise<void> {
  const rows = Array.from(
    { length: 5 },
    () =>
      `DESK-${1 + die.below(12)},Report ${die.below(4)} lost,Bug,2026-11-${10 + die.below(9)} 09:00,Customer ${die.below(12)}`,
  );
  const path = await fileOf("Issue key,Summary,Issue Type,Created,Organizations", ...rows);
  await importFile(path, "Service desk").then(
    () => {
      told.imported += 1;
    },
    (error: unknown) => refused("import", error),
  );
}

async function sequence(die: Dice): Promise<void> {
  let pool = await poolOf(db());
  for (let act = 0; act < acts; act += 1) {
    if (act % 5 === 4) pool = await poolOf(db());
    const what = die.below(100);
    if (what === 0) await importSome(die);
    else if (what < 25) await undoOne(pool, die);
    else {
      const name = die.one(names) ?? "";
      const drawn = isCommandName(name) && name in draws ? draws[name as keyof typeof draws] : null;
      const actor = somebody(die);
      if (!drawn) throw new Error(`nothing draws ${name}`);
      await runNamed(name, actor, drawn(pool, die), newCall(now)).then(
        () => {
          told.done += 1;
        },
        (error: unknown) => refused(name, error),
      );
    }
  }
}

test(`${sequences} sequences of ${acts} acts, ${writers} at once, leave every rule true`, {
  timeout: 120_000 + sequences * 5_000,
}, async () => {
  for (let begun = 0; begun < sequences; begun += writers) {
    const count = Math.min(writers, sequences - begun);
    await Promise.all(Array.from({ length: count }, (_, n) => sequence(dice(seed + begun + n))));
    expect(await listBroken(client), `SEED=${seed}`).toEqual([]);
    expect(await countHangingOnNothing(client), `SEED=${seed}`).toBe(0);
  }
  console.log(
    `seed ${seed}: ${told.done} done, ${told.undone} undone, ${told.imported} imported; refused:`,
    Object.fromEntries([...told.refused].sort((a, b) => b[1] - a[1])),
  );
  expect(told.done).toBeGreaterThan(sequences * 3);
  expect(told.undone).toBeGreaterThan(0);
});

test("what has come of it can be had back whole, every rule kept", async () => {
  const folder = await newFolder();
  await backUp(folder, now);
  await checkByRestoring(folder);
});
