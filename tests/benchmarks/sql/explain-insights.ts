// How the database answers the inbox: DATABASE_URL names one filled as the benchmark does (../company.ts).
// node --conditions=react-server tests/benchmarks/sql/explain-insights.ts [--plans]

import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { PAGE_SIZE } from "#lib/insights/reads/list.ts";
import { pageSql } from "#lib/insights/reads/list-page.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { listQuestions } from "../questions.ts";

for (const { query } of await listQuestions(db())) {
  const sql = pageSql(
    listFilterOf(Object.fromEntries(new URLSearchParams(query))),
    inParis(new Date()),
    {
      cursor: null,
      limit: PAGE_SIZE,
      withRevenue: true,
    },
  );
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
  const quickest = Math.min(...times);
  console.log(`${quickest.toFixed(1).padStart(7)} ms  ${query}`);
  if (process.argv.includes("--plans") || quickest > 15) console.log(plan.replace(/^/gm, "      "));
}
await db().$disconnect();
