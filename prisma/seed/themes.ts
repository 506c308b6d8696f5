import { createTheme, groupInsights } from "#lib/themes/writes/themes.ts";
import { sampleInitiatives } from "#prisma/sample/initiatives.ts";
import { sampleThemes } from "#prisma/sample/themes.ts";
import type { Told } from "#prisma/seed/desk.ts";
import { beforeQuarter, callAt, type History, later } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";
import { firstQuarterOf } from "#prisma/seed/initiatives.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import { sharedAt } from "#prisma/seed/shared-at.ts";
import type { Staff } from "#prisma/seed/staff.ts";

const oneDay = 24 * 60;

/**
 * Each team's PM makes a theme the day after the first insight of it was shared out, or before the first initiative
 * made of it, and groups month by month.
 * @returns the themes' ids by code
 */
export async function makeThemes(
  history: History,
  staff: Staff,
  told: readonly Told[],
): Promise<Map<string, string>> {
  const grouped = told
    .filter(({ isPart, sample }) => !isPart && sample.theme !== null && sample.team !== null)
    .map((one) => ({ ...one, sharedAt: sharedAt(history, one) }))
    .toSorted((one, other) => one.sharedAt.getTime() - other.sharedAt.getTime());
  const byTheme = Map.groupBy(grouped, ({ sample }) => sample.theme ?? "");
  const themeIds = new Map<string, string>();
  // One after the other: each gets the next number.
  for (const { code, team, title } of sampleThemes) {
    const { id: teamId, pm, tribe } = lookup(staff.teams, team);
    const made = callAt(history, firstNeed(history, code, byTheme.get(code)?.[0]?.sharedAt));
    const fields = { title, description: "", tribeId: tribe.id, teamId, insightIds: [] };
    themeIds.set(code, (await createTheme(pm, fields, made)).id);
  }
  await inParallel(sampleThemes, async ({ code, team }) => {
    const themeId = lookup(themeIds, code);
    const months = Map.groupBy(byTheme.get(code) ?? [], ({ sharedAt: at }) =>
      at.toISOString().slice(0, 7),
    );
    for (const month of months.values()) {
      const call = callAt(history, later(month.at(-1)?.sharedAt ?? history.end, oneDay + 5));
      const insightIds = month.map(({ id }) => id);
      await groupInsights(lookup(staff.teams, team).pm, { themeId, insightIds }, call);
    }
  });
  return themeIds;
}

function firstNeed(history: History, code: string, firstShared: Date | undefined): Date {
  const planned = sampleInitiatives
    .filter(({ themes }) => themes.includes(code))
    .map((initiative) => beforeQuarter(history, firstQuarterOf(history, initiative), 42));
  const shared = firstShared === undefined ? [] : [later(firstShared, oneDay)];
  return new Date(Math.min(...[...planned, ...shared, history.end].map((at) => at.getTime())));
}
