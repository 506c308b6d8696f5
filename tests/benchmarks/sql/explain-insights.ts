// How the database answers the inbox: DATABASE_URL names one filled with insights-rows.sql.
// node --conditions=react-server tests/benchmarks/sql/explain-insights.ts [--plans]
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { readCursor } from "#lib/insights/cursor.ts";
import { listFilterOf } from "#lib/insights/list-filter.ts";
import { pageSql } from "#lib/insights/list-queries.ts";

const team = await db().team.findFirstOrThrow({ where: { tribe: { code: "TER" } } });
const organisation = await db().organisation.findFirstOrThrow({
  where: { name: "Organisation 300" },
});
const form = await db().source.findFirstOrThrow({ where: { kind: "form" } });
const middle = await db().insight.findFirstOrThrow({ orderBy: { saidAt: "asc" }, skip: 500 });

const asked: Record<string, string>[] = [
  {},
  { sort: "said" },
  { sort: "-updated" },
  { sort: "-number" },
  { kind: "praise" },
  { kind: "bug", age: "30" },
  { age: "older" },
  { source: form.id },
  { organisation: organisation.id },
  { organisation: organisation.id, state: "all" },
  { state: "all" },
  { state: "all", sort: "-updated" },
  { state: "all", kind: "praise", sort: "updated" },
  { state: "tribe", tribe: "PLA" },
  { state: "tribe", tribe: "PLA", sort: "-updated" },
  { state: "tribe" },
  { state: "team", team: team.id },
  { state: "team", quarter: "2026-Q4" },
  { state: "answered" },
  { state: "answered", sort: "-number" },
  { q: "planning" },
  { q: "planning", state: "all" },
  { q: "planning", state: "all", sort: "-updated" },
  { q: "wombat", state: "all" },
  { q: "wombat" },
  { q: "zzzz", state: "all" },
  { q: "INS-4242" },
  { state: "all", after: `${middle.saidAt.toISOString()}_${middle.id}` },
  { after: `${middle.saidAt.toISOString()}_${middle.id}` },
];
for (const { after, ...query } of asked) {
  const sql = pageSql(listFilterOf(query), new Date(), readCursor(after, "instant"), true);
  const times: number[] = [];
  let plan = "";
  for (let run = 0; run < 5; run += 1) {
    const rows = await db().$queryRaw<{ "QUERY PLAN": string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, BUFFERS) ${sql}`,
    );
    plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    const spent = [...plan.matchAll(/(?:Planning|Execution) Time: ([\d.]+) ms/g)];
    times.push(spent.reduce((sum, [, ms]) => sum + Number(ms), 0));
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? 0;
  console.log(
    `${median.toFixed(1).padStart(7)} ms  ${new URLSearchParams(query)}${after ? " (later page)" : ""}`,
  );
  if (process.argv.includes("--plans") || median > 15) console.log(plan.replace(/^/gm, "      "));
}
await db().$disconnect();
