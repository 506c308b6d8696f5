import "server-only";
import { staying, table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const erasureTables = [
  table(
    "erasure",
    "erasures",
    "id key_hash words=erasure-words made_with=erasure-made-with erased_at=forgotten-at",
    { impersonal: "made_with", permission: "source:manage" },
  ),
  table("erasure_key", "erasure-keys", "id=erasure-key-id sealed=erasure-key-sealed made_at", {
    permission: "source:manage",
    stays: ["value"],
    rows: () => Prisma.sql`t.sealed IS NOT NULL`,
  }),
];

/** How far an erasure is, and by what it finds whom it is about. */
export const erasureStaying = [staying("erasure_run", { apart: "identity step after" })];
