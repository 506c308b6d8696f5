import { db } from "#lib/db.ts";
import { sampleInsights } from "#prisma/sample/insights.ts";
import { answer } from "#prisma/seed/answers.ts";
import { makeCatalogue } from "#prisma/seed/catalogue.ts";
import { makeCompany } from "#prisma/seed/company.ts";
import { makeCustomers } from "#prisma/seed/customers.ts";
import { takeInInsights } from "#prisma/seed/desk.ts";
import { historyUntil } from "#prisma/seed/history.ts";
import { makeInitiatives } from "#prisma/seed/initiatives.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import { makeOkrs } from "#prisma/seed/okrs.ts";
import { makeRoadmaps } from "#prisma/seed/roadmap.ts";
import { shareAllOut } from "#prisma/seed/sharing.ts";
import { makeThemes } from "#prisma/seed/themes.ts";
import { triage } from "#prisma/seed/triage.ts";

/**
 * The sample company with three quarters of history and a draft, told through the commands by those who would have
 * called them, at the time. The same day gives the same company, but for ids. The database must be empty.
 * @param now any instant of the day that is to be today
 */
export async function makeSampleCompany(now: Date): Promise<void> {
  const history = historyUntil(now);
  const staff = await makeCompany(history);
  await makeCustomers(history, lookup(staff.people, "Inès Belkacem"));
  const told = await takeInInsights(history, staff, sampleInsights(history.today));
  await triage(history, staff, told);
  await shareAllOut(history, staff, told);
  const themeIds = await makeThemes(history, staff, told);
  const keyResultIds = await makeOkrs(history, staff);
  const initiatives = await makeInitiatives(history, staff, themeIds, keyResultIds);
  await makeRoadmaps(history, staff, initiatives);
  await answer(history, staff, told, initiatives);
  await makeCatalogue(history, staff, initiatives);
  // The planner learns what came in; nothing else would tell it before the first page is asked for.
  await db().$executeRaw`ANALYZE`;
}
