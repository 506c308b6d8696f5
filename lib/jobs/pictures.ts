import "server-only";
import type { PgBoss } from "pg-boss";
import { system } from "#lib/auth/actor.ts";
import { companyTimeZone, moment } from "#lib/clock.ts";
import { keepWeekTwoPictures } from "#lib/roadmap/writes/week-two-pictures.ts";

const pictureQueue = "week-two-pictures";
/** Shortly after the company's midnight, each night: a night that was missed is made up for by the next. */
const everyNight = "5 0 * * *";

/** Has the pictures of week two taken when it is over, and at once when that was while no worker ran. */
export async function keepPicturesOnTime(boss: PgBoss): Promise<void> {
  await boss.createQueue(pictureQueue, { policy: "exclusive", retryLimit: 20, retryBackoff: true });
  await boss.schedule(pictureQueue, everyNight, null, { tz: companyTimeZone() });
  await boss.send(pictureQueue, {});
  await boss.work(pictureQueue, { pollingIntervalSeconds: 30 }, async () => {
    await keepWeekTwoPictures(system, moment());
  });
}
