import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { noticeKinds } from "#lib/frame/notice-kind.ts";

// The foot of each message silences its thing, its kind or the digest without signing in: the link says whose and what,
// sealed with what only this installation knows. It opens nothing else, and may be open as long as the message is kept.

const choice = z.union([
  z.tuple([z.literal("thing"), z.string().regex(/^[a-z_]{1,40}$/), z.uuid()]),
  z.tuple([z.literal("kind"), z.enum(noticeKinds)]),
  z.tuple([z.literal("digest"), z.enum(["weekly", "never"])]),
]);
const content = z.tuple([z.uuid(), choice]);

/** What a link silences. */
export type Choice = z.output<typeof choice>;
export type Silencing = { personId: string; choice: Choice };

/** @throws UserError `installation-secret-missing` */
export function silenceToken(personId: string, what: Choice): string {
  const said = [personId, ...what].join("~");
  return `${said}~${sealOf(said)}`;
}

/** Null when it is none of ours. */
export function silencingOf(token: string): Silencing | null {
  const end = token.lastIndexOf("~");
  const said = token.slice(0, Math.max(end, 0));
  const [given, own] = [Buffer.from(token.slice(end + 1)), Buffer.from(sealOf(said))];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  const [personId, ...what] = said.split("~");
  const { data } = content.safeParse([personId, what]);
  return data ? { personId: data[0], choice: data[1] } : null;
}

function sealOf(said: string): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new UserError("installation-secret-missing");
  return createHmac("sha256", secret).update(`silence:${said}`).digest("base64url");
}
