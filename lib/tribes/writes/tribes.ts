import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { currentQuarter, type Moment, todayOf } from "#lib/quarter.ts";
import { departmentOps, teamOps, tribeOps } from "#lib/tribes/noun.ts";
import type {
  ArchiveTribeInput,
  SaveDepartmentInput,
  SaveTeamInput,
  SaveTribeInput,
} from "#lib/tribes/schema.ts";
import { renewTeamPeriod, renewTribePeriod } from "#lib/tribes/writes/periods.ts";

/**
 * A new Tribe comes last in the company's order. A new name starts a period; past quarters keep the old one.
 * @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`, `tribe-code-taken`, `name-taken`
 */
export async function saveTribe(actor: Actor, input: SaveTribeInput, call: Call) {
  authorise(actor, "people:manage");
  const { id, version, ...fields } = input;
  const today = todayOf(call);
  return write(actor, call, { operation: tribeOps.saved }, async (w) => {
    await oneAtATime(w);
    const twin = await w.tx.tribe.findFirst({
      where: { OR: [{ code: fields.code }, { name: fields.name }], NOT: { id: id ?? undefined } },
      select: { code: true },
    });
    if (twin?.code === fields.code) throw new UserError("tribe-code-taken", { code: fields.code });
    if (twin) throw new UserError("name-taken", { name: fields.name });
    if (id) {
      await requireThere(w.update("tribe", [id], fields, version ?? 0));
      await renewTribePeriod(w, { id, name: fields.name }, today);
      return { id };
    }
    const last = await w.tx.tribe.aggregate({ _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const newId = await requireThere(w.insert("tribe", [{ ...fields, position }]));
    await renewTribePeriod(w, { id: newId, name: fields.name }, today);
    return { id: newId };
  });
}

/**
 * A new name or another Tribe starts a period; past quarters keep what was.
 * @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`, `name-taken`
 */
export async function saveTeam(actor: Actor, input: SaveTeamInput, call: Call) {
  authorise(actor, "people:manage");
  const { id, version, ...fields } = input;
  const { name, tribeId } = fields;
  const today = todayOf(call);
  return write(actor, call, { operation: teamOps.saved }, async (w) => {
    await oneAtATime(w);
    const twins = { name, NOT: { id: id ?? undefined } };
    if ((await w.tx.team.count({ where: twins })) > 0) throw new UserError("name-taken", { name });
    if ((await w.tx.tribe.count({ where: { id: tribeId, archivedAt: null } })) === 0)
      throw new UserError("not-found");
    if (id) {
      await leaveTribe(w, { id, tribeId }, call);
      await requireThere(w.update("team", [id], fields, version ?? 0));
      await renewTeamPeriod(w, { id, name, tribeId }, today);
      return { id };
    }
    const last = await w.tx.team.aggregate({ where: { tribeId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const newId = await requireThere(w.insert("team", [{ ...fields, position }]));
    await renewTeamPeriod(w, { id: newId, name, tribeId }, today);
    return { id: newId };
  });
}

/** @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`, `name-taken` */
export async function saveDepartment(actor: Actor, input: SaveDepartmentInput, call: Call) {
  authorise(actor, "people:manage");
  const { id, version, name } = input;
  return write(actor, call, { operation: departmentOps.saved }, async (w) => {
    await oneAtATime(w);
    const twins = { name, NOT: { id: id ?? undefined } };
    if ((await w.tx.department.count({ where: twins })) > 0)
      throw new UserError("name-taken", { name });
    const saved = id
      ? w.update("department", [id], { name }, version ?? 0)
      : w.insert("department", [{ name }]);
    return { id: await requireThere(saved) };
  });
}

/** @throws UserError `not-allowed`, `changed-meanwhile`, `tribe-has-teams` */
export async function archiveTribe(actor: Actor, input: ArchiveTribeInput, call: Call) {
  authorise(actor, "people:manage");
  return write(actor, call, { operation: tribeOps.archived }, async (w) => {
    await oneAtATime(w);
    const teams = await w.tx.team.count({ where: { tribeId: input.id, archivedAt: null } });
    if (teams > 0) throw new UserError("tribe-has-teams", { count: teams });
    await w.update("tribe", [input.id], { archivedAt: call.now }, input.version);
    return { id: input.id };
  });
}

/** @throws UserError `not-allowed`, `changed-meanwhile` */
export async function archiveTeam(actor: Actor, input: ArchiveTribeInput, call: Call) {
  authorise(actor, "people:manage");
  return write(actor, call, { operation: teamOps.archived }, async (w) => {
    await w.update("team", [input.id], { archivedAt: call.now }, input.version);
    return { id: input.id };
  });
}

/**
 * What the Tribe before shared out to a team from this quarter on is taken back; past quarters keep what they had. The
 * team's themes go along by themselves.
 */
async function leaveTribe(
  w: Write,
  { id: teamId, tribeId }: { id: string; tribeId: string },
  at: Moment,
): Promise<void> {
  const leaving = await w.tx.sharing.findMany({
    where: { teamId, quarter: { gte: currentQuarter(at) }, team: { tribeId: { not: tribeId } } },
    select: { id: true },
  });
  await w.remove(
    "sharing",
    leaving.map(({ id }) => id),
  );
}

/** The org chart is small and seldom changed: whoever saves waits, and no two take the same name or place. */
async function oneAtATime(w: Write): Promise<void> {
  await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('org-chart'))`;
}

async function requireThere(writing: Promise<string[]>): Promise<string> {
  const [id] = await writing;
  if (!id) throw new UserError("not-found");
  return id;
}
