import { beforeAll, expect, test } from "vitest";
import type { Cost } from "./cost.ts";
import { over } from "./cost.ts";
import { type ServedSample, servedSample } from "./served-sample.ts";

// What a page of the sample company may ask the database for, and how many bytes it may be before it is packed. A busy
// machine blurs none of it. The limits stand a little above what is measured: who needs more says in the commit why.

let served: ServedSample;
let ids: Record<"theme" | "import" | "customer", string>;

beforeAll(async () => {
  served = await servedSample();
  const { database } = served;
  const theme = await database.theme.findFirstOrThrow({ orderBy: { title: "asc" } });
  const run = await database.importRun.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  const customer = await database.organisation.findFirstOrThrow({
    orderBy: { insights: { _count: "desc" } },
  });
  ids = { theme: theme.id, import: run.id, customer: customer.id };
  return () => served.stop();
});

const [cpo, pm, lead, ops, contributor] = [
  "bastien.queyroy",
  "louis.marchetti",
  "clara.vasseur",
  "ines.belkacem",
  "salome.arnaud",
];

const limit = (statements: number, rows: number, kilobytes: number): Cost => ({
  statements,
  rows,
  bytes: kilobytes * 1000,
});

test.for<[path: string, who: string, limit: Cost]>([
  ["/", cpo, limit(10, 115, 42)],
  ["/", pm, limit(13, 110, 49)],
  ["/", ops, limit(22, 201, 38)],
  ["/", contributor, limit(11, 170, 87)],
  ["/insights", cpo, limit(8, 20, 102)],
  ["/insights?state=all", cpo, limit(8, 20, 103)],
  ["/insights?q=planning", pm, limit(8, 20, 78)],
  ["/insights/INS-1500", cpo, limit(9, 28, 54)],
  ["/distribution/2026-Q4", lead, limit(7, 590, 611)],
  ["/themes", cpo, limit(4, 50, 237)],
  ["/themes/{theme}", cpo, limit(14, 220, 262)],
  ["/customers/{customer}", cpo, limit(9, 150, 300)],
  ["/customers/{customer}", contributor, limit(10, 150, 180)],
  ["/customers?q=vent", cpo, limit(3, 20, 52)],
  ["/initiatives", cpo, limit(4, 100, 368)],
  ["/initiatives/1", cpo, limit(14, 45, 67)],
  ["/initiatives/new", cpo, limit(4, 16, 41)],
  ["/roadmap/2026-Q4", cpo, limit(8, 105, 203)],
  ["/okrs/2026-Q4", cpo, limit(7, 40, 188)],
  ["/dashboards/2026-Q4", cpo, limit(11, 125, 178)],
  ["/tribes", cpo, limit(5, 120, 117)],
  ["/hand-in", contributor, limit(5, 120, 343)],
  ["/catalogue", contributor, limit(4, 90, 240)],
  ["/imports", ops, limit(8, 100, 395)],
  ["/imports/{import}", ops, limit(9, 52, 116)],
  ["/audit", ops, limit(5, 200, 103)],
  ["/settings", ops, limit(5, 9, 68)],
  ["/settings/company", ops, limit(8, 145, 45)],
  ["/settings/people", ops, limit(7, 260, 306)],
  ["/settings/customers", ops, limit(6, 120, 466)],
  ["/settings/sources", ops, limit(5, 9, 59)],
  ["/api/insights", cpo, limit(3, 4, 22)],
])("%s of %s stays within its statements, rows and bytes", async ([path, who, most]) => {
  const address = path.replace(/\{(theme|import|customer)\}/, (_, of: keyof typeof ids) => ids[of]);
  expect(over(await served.page(who, address), most)).toEqual({});
});
