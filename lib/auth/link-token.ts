import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";

// A link's id and what only this installation can write under it: whoever has a copy of the database has no link.

/** @throws UserError `installation-secret-missing` */
export function linkTokenOf(id: string): string {
  return `${id}.${sealOf(id)}`;
}

/** The id of the link, when the token is one of ours; null otherwise. */
export function linkIdOf(token: string): string | null {
  const [id = "", seal = ""] = token.split(".");
  if (!z.guid().safeParse(id).success) return null;
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(id))];
  return given.length === own.length && timingSafeEqual(given, own) ? id : null;
}

function sealOf(id: string): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new UserError("installation-secret-missing");
  return createHmac("sha256", secret).update(`password-link:${id}`).digest("base64url");
}
