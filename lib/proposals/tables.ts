import "server-only";
import { staying, table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** What people said of them; the rest the worker makes anew. */
export const proposalsTables = [
  table(
    "proposal",
    "proposals",
    `id insight_id kind=proposal-kind tribe_id=proposed-tribe team_id=proposed-team theme_id=proposed-theme
      other_id=proposed-other organisation_id=proposed-customer code=proposed-code place=proposal-place likelihood
      reason=proposal-reason alike alike_of words=proposal-words matcher_version state=proposal-state offered_at`,
    {
      personal: "code words",
      impersonal: "kind reason state",
      permission: "insight:list",
      rows: () => Prisma.sql`t.state IN ('confirmed', 'refused', 'auto')`,
    },
  ),
  table("refused_pair", "refused-pairs", "id a_id b_id refused_at", {
    permission: "insight:list",
  }),
];

export const proposalsStaying = [
  staying("proposal_due"),
  staying("sureness", { impersonal: "id state" }),
];
