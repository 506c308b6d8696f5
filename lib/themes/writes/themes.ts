import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { lockLiveInsights } from "#lib/insights/writes/locked.ts";
import { giveToTribe } from "#lib/insights/writes/triage.ts";
import { saidBy } from "#lib/operations/said.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";
import { themeOps } from "#lib/themes/noun.ts";
import type { ArchiveTheme, CreateTheme, EditTheme, Group, Ungroup } from "#lib/themes/schema.ts";
import { lockTheme } from "#lib/themes/writes/lock-theme.ts";
import {
  changeThemes,
  linkInsights,
  makeThemes,
  unlinkInsights,
} from "#lib/themes/writes/theme-rows.ts";

/**
 * Names a problem that customers share, with the first insights that say so.
 * @throws UserError `not-allowed`, `not-found` (the Tribe or the team), `insights-not-found`, `insight-is-merged`
 */
export async function createTheme(actor: Actor, input: CreateTheme, call: Call) {
  authorise(actor, "theme:edit");
  const { insightIds, teamId = null, ...fields } = input;
  const meta = {
    operation: themeOps.created,
    params: { title: input.title, count: insightIds.length },
  } as const;
  return write(actor, call, meta, async (w) => {
    await requirePlace(w, input.tribeId, teamId);
    const [id = ""] = await makeThemes(w, [{ ...fields, teamId }], saidBy(actor, call));
    return { id, count: await group(w, actor, { themeId: id, insightIds }, call.now) };
  });
}

/** @throws UserError `not-allowed`, `not-found`, `changed-meanwhile` */
export async function editTheme(actor: Actor, input: EditTheme, call: Call) {
  authorise(actor, "theme:edit");
  const { themeId, version, ...given } = input;
  const meta = { operation: themeOps.edited, params: { themeId } } as const;
  return write(actor, call, meta, async (w) => {
    const theme = await lockTheme(w, themeId);
    const tribeId = given.tribeId ?? theme.tribeId;
    const moves = given.tribeId !== undefined || given.teamId !== undefined;
    const kept = tribeId === theme.tribeId ? theme.teamId : null;
    const teamId = given.teamId === undefined ? kept : given.teamId;
    if (moves) await requirePlace(w, tribeId, teamId);
    const fields = Object.fromEntries(
      Object.entries({ ...given, ...(moves ? { tribeId, teamId } : {}) }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    await changeThemes(w, [themeId], fields, version);
    return { id: themeId };
  });
}

/**
 * Puts insights under a theme, each once however often it is said; one may be under several. To its Tribe go those that
 * wait for one, if that is asked: what another Tribe has leaves it for a reason only.
 * @throws UserError `not-allowed`, `not-found` (the theme), `insights-not-found`, `insight-is-merged`
 */
export async function groupInsights(actor: Actor, input: Group, call: Call) {
  authorise(actor, "theme:edit");
  const { themeId, insightIds, andTribe } = input;
  if (andTribe) authorise(actor, "insight:triage");
  const meta = {
    operation: themeOps.grouped,
    params: { themeId, count: insightIds.length },
  } as const;
  return write(actor, call, meta, async (w) => {
    const { tribeId } = await lockTheme(w, themeId);
    if (andTribe) await giveWaiting(w, actor, { ids: insightIds, tribeId }, call);
    return { id: themeId, count: await group(w, actor, input, call.now) };
  });
}

/** Takes them out again; what was not under it is left alone. @throws UserError `not-allowed`, `not-found` */
export async function ungroupInsights(actor: Actor, input: Ungroup, call: Call) {
  authorise(actor, "theme:edit");
  const { themeId, insightIds } = input;
  const meta = {
    operation: themeOps.ungrouped,
    params: { themeId, count: insightIds.length },
  } as const;
  return write(actor, call, meta, async (w) => {
    await lockTheme(w, themeId);
    const links = await linksOf(w, input);
    await unlinkInsights(
      w,
      links.map(({ id }) => id),
    );
    return { id: themeId, count: new Set(links.map(({ insightId }) => insightId)).size };
  });
}

/**
 * Takes a theme out of every list; its insights stay where they are, and so do the initiatives made of it.
 * @throws UserError `not-allowed`, `not-found`
 */
export async function archiveTheme(actor: Actor, input: ArchiveTheme, call: Call) {
  authorise(actor, "theme:edit");
  const { themeId } = input;
  return write(actor, call, { operation: themeOps.archived, params: { themeId } }, async (w) => {
    await lockTheme(w, themeId);
    await changeThemes(w, [themeId], { archivedAt: call.now });
    return { id: themeId };
  });
}

async function giveWaiting(
  w: Write,
  actor: Actor,
  { ids, tribeId }: { ids: string[]; tribeId: string },
  call: Call,
): Promise<void> {
  const rows = await lockLiveInsights(w, actor, ids);
  const waiting = rows.filter((row) => row.tribeId === null && row.answer === null);
  if (waiting.length > 0)
    await giveToTribe(w, actor, { ids: waiting.map(({ id }) => id), tribeId, from: null }, call);
}

/** @returns how many were not under it yet */
async function group(w: Write, actor: Actor, { themeId, insightIds }: Ungroup, addedAt: Date) {
  if (insightIds.length === 0) return 0;
  const rows = await lockLiveInsights(w, actor, insightIds);
  const links = await linksOf(w, { themeId, insightIds });
  const linked = new Set(links.map((link) => link.insightId));
  const added = rows
    .filter((row) => !linked.has(row.id))
    .map((row) => ({ themeId, insightId: row.id }));
  return (await linkInsights(w, added, addedAt)).length;
}

const themeLink = z.object({ id: z.guid(), insightId: z.guid() });

/** What puts these insights under the theme: they themselves, and what was merged into them. */
function linksOf(w: Write, { themeId, insightIds }: Ungroup) {
  return listRows(w.tx, themeLink)`
    SELECT l.id::text AS id, m.root_id::text AS "insightId" FROM ${hanging("theme_insight")}
    WHERE l.theme_id = ${themeId}::uuid AND m.root_id = ANY (${insightIds}::uuid[])`;
}

async function requirePlace(w: Write, tribeId: string, teamId: string | null): Promise<void> {
  const found = teamId
    ? await w.tx.team.findFirst({
        where: { id: teamId, tribeId, archivedAt: null },
        select: { id: true },
      })
    : await w.tx.tribe.findFirst({
        where: { id: tribeId, archivedAt: null },
        select: { id: true },
      });
  if (!found) throw new UserError("not-found");
}
