import "server-only";
import type { Write } from "#lib/operations/write.ts";

type Named = { id: string; name: string };
type Open = { id: string; startsOn: Date; name: string; tribeId: string };

/** Makes `today` the first day on which a Tribe bears a name. */
export async function renewTribePeriod(w: Write, tribe: Named, today: string): Promise<void> {
  const open = await w.tx.tribePeriod.findFirst({
    where: { tribeId: tribe.id, endsOn: null },
    select,
  });
  await renew(w, "tribe_period", open, { tribeId: tribe.id, name: tribe.name }, today);
}

/** Makes `today` the first day on which a team bears a name and is in a Tribe. */
export async function renewTeamPeriod(
  w: Write,
  team: Named & { tribeId: string },
  today: string,
): Promise<void> {
  const open = await w.tx.teamPeriod.findFirst({
    where: { teamId: team.id, endsOn: null },
    select,
  });
  const held = { teamId: team.id, tribeId: team.tribeId, name: team.name };
  await renew(w, "team_period", open, held, today);
}

const select = { id: true, startsOn: true, name: true, tribeId: true } as const;

/** The open period ends and the new one begins; on the very day it began, the open one is corrected instead. */
async function renew(
  w: Write,
  table: "tribe_period" | "team_period",
  open: Open | null,
  held: { name: string; tribeId: string; teamId?: string },
  today: string,
): Promise<void> {
  if (open && open.name === held.name && open.tribeId === held.tribeId) return;
  if (open && open.startsOn.toISOString().slice(0, 10) >= today) {
    await w.update(table, [open.id], { name: held.name, tribeId: held.tribeId });
    return;
  }
  const startsOn = new Date(today);
  if (open) await w.update(table, [open.id], { endsOn: startsOn });
  await w.insert(table, [{ ...held, startsOn }]);
}
