import { beforeAll, expect, test } from "vitest";
import type { Cost } from "./cost.ts";
import { over } from "./cost.ts";
import { type ServedSample, servedSample } from "./served-sample.ts";

// What a page of the sample company may ask the database for, and how many bytes it may be before it is packed. A busy
// machine blurs none of it. The limits stand a little above what is measured: who needs more says in the commit why.

let served: ServedSample;
let ids: Record<"theme" | "import", string>;

beforeAll(async () => {
  served = await servedSample();
  const { database } = served;
  const theme = await database.theme.findFirstOrThrow({ orderBy: { title: "asc" } });
  const run = await database.importRun.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  ids = { theme: theme.id, import: run.id };
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
  ["/", cpo, limit(9, 115, 90)],
  ["/", pm, limit(11, 110, 95)],
  ["/", ops, limit(14, 200, 82)],
  ["/", contributor, limit(11, 170, 138)],
  ["/insights", cpo, limit(8, 20, 152)],
  ["/insights?state=all", cpo, limit(8, 20, 154)],
  ["/insights?q=planning", pm, limit(8, 20, 125)],
  ["/insights/INS-1500", cpo, limit(9, 28, 113)],
  ["/distribution/2026-Q4", lead, limit(7, 590, 680)],
  ["/themes", cpo, limit(4, 50, 300)],
  ["/themes/{theme}", cpo, limit(14, 220, 320)],
  ["/initiatives", cpo, limit(4, 100, 440)],
  ["/initiatives/1", cpo, limit(14, 45, 124)],
  ["/initiatives/new", cpo, limit(4, 16, 94)],
  ["/roadmap/2026-Q4", cpo, limit(8, 105, 268)],
  ["/okrs/2026-Q4", cpo, limit(7, 40, 250)],
  ["/dashboards/2026-Q4", cpo, limit(11, 125, 234)],
  ["/tribes", cpo, limit(5, 120, 187)],
  ["/hand-in", contributor, limit(5, 120, 410)],
  ["/imports", ops, limit(8, 100, 494)],
  ["/imports/{import}", ops, limit(9, 52, 195)],
  ["/audit", ops, limit(5, 200, 151)],
  ["/settings", ops, limit(3, 8, 98)],
  ["/settings/company", ops, limit(7, 145, 95)],
  ["/settings/people", ops, limit(7, 260, 370)],
  ["/settings/customers", ops, limit(6, 120, 530)],
  ["/settings/sources", ops, limit(5, 9, 105)],
  ["/api/insights", cpo, limit(3, 4, 21)],
])("%s of %s stays within its statements, rows and bytes", async ([path, who, most]) => {
  const address = path.replace("{theme}", ids.theme).replace("{import}", ids.import);
  expect(over(await served.page(who, address), most)).toEqual({});
});
