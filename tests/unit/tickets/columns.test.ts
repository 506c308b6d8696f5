import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ticketColumns } from "#lib/tickets/columns.ts";

/** What is ours to say of a ticket, whatever its desk tells. */
const ours = [
  ...["id", "source_id", "reporter_email", "deleted_in_desk_at", "import_run_id", "received_at"],
  "version",
];

/** The columns of a model, as the database calls them. */
function columnsOf(model: string): string[] {
  const schema = readFileSync(
    join(import.meta.dirname, "../../../prisma/schema/tickets.prisma"),
    "utf8",
  );
  const [, body = ""] = new RegExp(`^model ${model} \\{\\n(.*?)^\\}`, "ms").exec(schema) ?? [];
  return body.split("\n").flatMap((line) => {
    const [, name, type = ""] = /^ {2}(\w+)\s+(\w+)/.exec(line) ?? [];
    const isScalar = /^(String|Int|DateTime|Json|Bytes|Boolean)$/.test(type);
    return name && isScalar ? [/@map\("(\w+)"\)/.exec(line)?.[1] ?? name] : [];
  });
}

test("whatever a ticket keeps of its desk is staged, written and undone", () => {
  const told = ticketColumns.flatMap(({ ticket = [] }) => ticket);
  expect([...told, ...ours].sort()).toEqual(columnsOf("Ticket").sort());
});

test("each column has a name of its own", () => {
  const names = ticketColumns.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
