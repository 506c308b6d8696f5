import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { viewerId } from "#lib/auth/reads/privacy.ts";
import type { Reach } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { nounServers } from "#lib/nouns.server.ts";

export async function reachOf(viewer: Actor): Promise<Reach> {
  const asked = nounServers.flatMap(({ sees }) => Object.entries(sees ?? {}));
  const answers = await Promise.all(
    asked.map(async ([what, ask]) => [what, await ask(viewer)] as const),
  );
  const seen = new Map(answers);
  return {
    viewer,
    may: (permission) => can(viewer, permission),
    sees: (what) => seen.get(what) === true,
    me: Prisma.sql`${viewerId(viewer)}::uuid`,
  };
}
