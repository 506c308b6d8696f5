import type { SampleInsight } from "#prisma/sample/insight.ts";

type Column = { head: string; cell: (insight: SampleInsight) => string };

const columns: Column[] = [
  { head: "Summary", cell: ({ title }) => title ?? "" },
  { head: "Issue key", cell: ({ key }) => key },
  { head: "Issue id", cell: ({ externalId }) => externalId },
  { head: "Issue Type", cell: ({ issueType }) => issueType },
  { head: "Status", cell: ({ status }) => status },
  { head: "Priority", cell: ({ severity }) => severity ?? "" },
  { head: "Reporter", cell: ({ reporter }) => reporter.name },
  { head: "Reporter Id", cell: ({ reporter }) => reporter.email ?? "" },
  { head: "Created", cell: ({ createdAt }) => createdAt.toISOString() },
  { head: "Updated", cell: ({ updatedAt }) => updatedAt.toISOString() },
  { head: "Description", cell: ({ body }) => body },
  { head: "Custom field (Request Type)", cell: ({ requestType }) => requestType },
];

/** A desk's export as Jira writes it: lists over as many columns of one name as the longest needs. */
export function jiraCsv(insights: readonly SampleInsight[], hasKeys: boolean): string {
  const kept = columns.filter(({ head }) => hasKeys || head !== "Issue key");
  const all = [
    ...kept,
    ...listColumns("Labels", insights, ({ labels }) => labels),
    ...listColumns("Organizations", insights, ({ organisations }) => organisations),
  ];
  const rows = insights.map((insight) => all.map(({ cell }) => quoted(cell(insight))));
  return [all.map(({ head }) => quoted(head)), ...rows]
    .map((cells) => `${cells.join(",")}\n`)
    .join("");
}

function listColumns(
  head: string,
  insights: readonly SampleInsight[],
  list: (insight: SampleInsight) => readonly string[],
): Column[] {
  const longest = Math.max(1, ...insights.map((insight) => list(insight).length));
  return Array.from({ length: longest }, (_, index) => ({
    head,
    cell: (insight: SampleInsight) => list(insight)[index] ?? "",
  }));
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
