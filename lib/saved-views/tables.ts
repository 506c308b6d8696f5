import "server-only";
import { table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const savedViewsTables = [
  table("saved_view", "saved-views", "id person_id screen name query created_at version", {
    personal: "name query",
    impersonal: "screen",
    permission: "saved-view:edit",
    rows: ({ me }) => Prisma.sql`t.person_id = ${me}`,
  }),
];
