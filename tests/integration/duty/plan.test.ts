import { beforeAll, expect, it } from "vitest";
import { listDutyWeeks } from "#lib/duty/reads.ts";
import { planDuty } from "#lib/duty/writes.ts";
import { findToday } from "#lib/today/reads/today.ts";
import { type Company, companyOn } from "#tests/integration/commands/company.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let company: Company;

beforeAll(async () => {
  company = await companyOn(await useDatabase());
});

const at = (day: string) => ({ now: new Date(`${day}T09:00:00Z`), timeZone: "Europe/Paris" });

it("plans eight weeks once, however many ask at once, and one more a week later", async () => {
  const planned = await Promise.all([1, 2, 3, 4].map(() => planDuty(at("2026-11-30"))));
  expect(planned.toSorted()).toEqual([0, 0, 0, 8]);
  expect(await planDuty(at("2026-12-07"))).toBe(1);
});

it("gives on the weeks ahead of who no longer sorts, and keeps the past", async () => {
  const { database, people } = company;
  const before = await listDutyWeeks(people.ines, at("2026-12-07"));
  const gone = before[1]?.holder?.id ?? "";
  await database.person.update({ where: { id: gone }, data: { deactivatedAt: new Date() } });
  expect(await planDuty(at("2026-12-07"))).toBeGreaterThan(0);
  const after = await listDutyWeeks(people.ines, at("2026-12-07"));
  expect(after.map(({ holder }) => holder?.id)).not.toContain(gone);
  await database.person.update({ where: { id: gone }, data: { deactivatedAt: null } });
});

it("asks the inbox of whose week it is", async () => {
  const { database, people } = company;
  const week = new Date("2026-12-07");
  const namesOf = async (who: "louis" | "camille") =>
    (await findToday(people[who], at("2026-12-08"))).tasks.map(({ name }) => name);
  await database.dutyWeek.update({ where: { week }, data: { personId: people.louis.id } });
  expect(await namesOf("camille")).not.toContain("inbox");
  await database.dutyWeek.update({ where: { week }, data: { personId: null } });
  const nobodys = await namesOf("camille");
  await database.dutyWeek.update({ where: { week }, data: { personId: people.camille.id } });
  expect(await namesOf("camille")).toEqual(nobodys.map((one) => (one === "inbox" ? "duty" : one)));
});

it("keeps to Mondays, whoever writes", async () => {
  const off = company.database.dutyWeek.create({ data: { week: new Date("2026-12-01") } });
  await expect(off).rejects.toThrow();
});
