import "server-only";
import { type Rule, table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { visibleSql } from "#lib/insights/reads/visible.ts";

/** The insights that are the viewer's, for those who don't see all. */
export const byInsight =
  (rows: (visible: Prisma.Sql) => Prisma.Sql): Rule =>
  ({ viewer, may }) =>
    may("insight:list") ? null : rows(visibleSql(viewer));

export const insightsTables = [
  table(
    "decline_reason",
    "decline-reasons",
    "id words=reason-words kept_at kept_by_id archived_at version",
    {
      personal: "words",
      permission: "insight:list",
      called: "words",
      refers: { kept_by_id: "person" },
    },
  ),
  table(
    "insight",
    "insights",
    `id number ticket_id source_id split_from_id merged_into_id=merged-into title body kind=insight-kind
      language=text-language severity product_id surface tribe_id team_id=team-now said_at updated_at received_at
      handed_in_by_id answer answer_note answered_at answered_by_id answer_initiative_id answer_entry_id answer_reason_id
      answer_is_bare snoozed_until version`,
    {
      personal: "title body severity answer_note",
      impersonal: "kind language surface answer",
      alias: "i",
      key: ["number"],
      called: "number",
      numbers: "number",
      stays: ["search", "search_by", "root_id"],
      refers: { team_id: "team", handed_in_by_id: "person", answered_by_id: "person" },
      lacked: { answer_is_bare: "true" },
      rows: byInsight((visible) => visible),
    },
  ),
  table("insight_organisation", "insight-organisations", "id insight_id organisation_id"),
  table("insight_requester", "insight-requesters", "id insight_id requester_id"),
];

/** Of those who ask, those of the insights that go. */
export const requestersOfInsights: Rule = byInsight(
  (visible) => Prisma.sql`t.id IN (SELECT l.requester_id FROM insight_requester l
    JOIN insight i ON i.id = l.insight_id WHERE ${visible})`,
);
