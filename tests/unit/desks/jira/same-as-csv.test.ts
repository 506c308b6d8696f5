import { expect, test } from "vitest";
import { fieldMapOf } from "#lib/desks/jira/issues/fields.ts";
import { jiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { fieldList } from "#tests/support/fake-jira/fields.ts";
import { makeTicket } from "#tests/support/fake-jira/tickets.ts";
import { issueOnWire } from "#tests/support/fake-jira/wire.ts";
import { fileOf, readAll } from "../../imports/import-files.ts";

const headers = [
  ...["Résumé", "Clé de ticket", "ID de ticket", "Type de ticket", "État", "Catégorie d'état"],
  ...["Clé de projet", "Type de projet", "Priorité", "Rapporteur", "ID de rapporteur", "Création"],
  ...["Mise à jour", "Résolu", "Étiquettes", "Étiquettes", "Description"],
  ...["Champs personnalisés (Gravité)", "Champs personnalisés (Type de requête)"],
  "Champs personnalisés (Organisations)",
];

test.each([0, 1, 2, 5, 10])(
  "a ticket of the desk is the same row from its CSV and from its answers (%i)",
  async (index) => {
    const issue = jiraIssue.parse(
      issueOnWire(makeTicket(index), { base: "https://x.example", server: false, rich: false }),
    );
    // Both texts go through what reads markup, which is another's; here they pass as they are.
    const pulled = ticketOf(
      issue,
      fieldMapOf(fieldList),
      (value) => String(value).replaceAll("\r", ""),
      { row: 1 },
    ).row;
    const cells = [
      ...[pulled.title, pulled.key, pulled.externalId, pulled.issueType, pulled.status],
      ...[
        pulled.statusCategory,
        pulled.projectKey,
        pulled.projectType,
        "Medium",
        pulled.reporterName,
      ],
      ...[
        pulled.reporterId,
        wall(pulled.createdAt),
        wall(pulled.updatedAt),
        wall(pulled.resolvedAt),
      ],
      ...[pulled.labels[0], pulled.labels[1], pulled.body],
      ...[makeTicket(index).severity, pulled.requestType, pulled.organisationNames[0]],
    ];
    const line = (values: (string | null | undefined)[]) =>
      values.map((value) => `"${value ?? ""}"`).join(",");
    const file = await fileOf(`${line(headers)}\n${line(cells)}\n`);
    const [exported] = (await readAll(file, { timeZone: "UTC", maxBytes: 1e6 })).tickets;
    const { raw, hash, present, row, line: at, severity, ...same } = exported ?? pulled;
    expect(pulled).toMatchObject(same);
    expect(severity).toBe(makeTicket(index).severity ?? "Medium");
    expect(pulled.severity).toBe(makeTicket(index).severity ?? makeTicket(index).priority);
    expect([...pulled.present].filter((field) => !present.has(field))).toEqual([]);
    expect([row, at, hash === pulled.hash, Object.keys(raw).length > 0]).toEqual([
      1,
      2,
      false,
      true,
    ]);
  },
);

/** As an export writes it, in UTC. */
function wall(date: Date | null): string {
  return date?.toISOString().replace("T", " ").replace("Z", "") ?? "";
}
