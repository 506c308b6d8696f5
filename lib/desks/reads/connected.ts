import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { openConnection } from "#lib/desks/connection.ts";
import type { Jira } from "#lib/desks/jira/open-jira.ts";
import { readSecret } from "#lib/desks/reads/secrets.ts";
import { type Admits, admits, type ConnectionKind, connectionKinds } from "#lib/desks/schema.ts";

export type Connected = {
  id: string;
  name: string;
  kind: ConnectionKind;
  siteUrl: string;
  account: string | null;
  admits: Admits;
};

/** A connection that is neither paused nor ended, or null. */
export async function findConnected(sourceId: string): Promise<Connected | null> {
  const source = await db().source.findFirst({
    where: { id: sourceId, pausedAt: null, archivedAt: null },
    select: { id: true, name: true, kind: true, siteUrl: true, account: true, admits: true },
  });
  const kind = z.enum(connectionKinds).safeParse(source?.kind).data;
  if (!source?.siteUrl || !kind) return null;
  return { ...source, siteUrl: source.siteUrl, kind, admits: admits.parse(source.admits) };
}

/** @throws UserError `source-secret-missing`, `secret-unreadable` */
export async function openSource(source: Connected, signal?: AbortSignal): Promise<Jira> {
  const token = await readSecret(source.id, "api-token");
  return openConnection({ ...source, token }, signal);
}
