import "server-only";
import { db } from "#lib/db.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Counts } from "#lib/tickets/target.ts";

/** The report of a pull: there is none until something came. */
export type PullRun = {
  id: string | null;
  count: (w: Pick<Write, "tx">, counts: Counts) => Promise<void>;
  /** What stood among the issues and is none. */
  refuse: (w: Pick<Write, "tx">, bad: unknown[]) => Promise<void>;
};

/** That of a pull that was cut, or a new one. */
export async function unfinishedRun(sourceId: string): Promise<PullRun> {
  const found = await db().importRun.findFirst({
    where: { sourceId, kind: "pull", state: "writing" },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  const run: PullRun = {
    id: found?.id ?? null,
    async count(w, { created, updated, unchanged }) {
      await w.tx.$executeRaw`
        UPDATE import_run SET created = created + ${created}, updated = updated + ${updated},
          unchanged = unchanged + ${unchanged}, cursor_row = cursor_row + ${created + updated + unchanged}
        WHERE id = ${run.id}::uuid`;
    },
    async refuse(w, bad) {
      if (bad.length === 0) return;
      await w.tx.$executeRaw`
        UPDATE import_run SET refused = refused + ${bad.length}, cursor_row = cursor_row + ${bad.length}
        WHERE id = ${run.id}::uuid`;
      await w.tx.importRefusal.createMany({
        data: bad.map((issue, index) => ({
          importRunId: run.id ?? "",
          line: index + 1,
          reason: "not-an-issue",
          params: { issue: nameOf(issue) },
        })),
      });
    },
  };
  return run;
}

/** Begins the report, in the transaction of the first page that brings something. @returns its id */
export async function noteRun(
  w: Write,
  run: PullRun,
  { id, name }: { id: string; name: string },
  now: Date,
): Promise<string> {
  // One that was made in a transaction which failed is not there.
  if (run.id !== null && (await w.tx.importRun.count({ where: { id: run.id } })) > 0) return run.id;
  const [made = ""] = await w.insert("import_run", [
    {
      sourceId: id,
      kind: "pull",
      fileName: name,
      fileBytes: 0n,
      state: "writing",
      createdAt: now,
      startedAt: now,
    },
  ]);
  run.id = made;
  return made;
}

export async function finishRun(run: PullRun, now: Date): Promise<void> {
  if (run.id === null) return;
  await db().$executeRaw`
    UPDATE import_run SET state = 'done', finished_at = ${now}, rows_total = created + updated + unchanged + refused
    WHERE id = ${run.id}::uuid AND state = 'writing'`;
}

/** By which a person finds it in the desk: its key or id, as far as it has one. */
function nameOf(issue: unknown): string {
  if (typeof issue !== "object" || issue === null) return "?";
  for (const name of ["key", "id"] as const) {
    const value: unknown = Reflect.get(issue, name);
    if (typeof value === "string" || typeof value === "number") return String(value).slice(0, 60);
  }
  return "?";
}
