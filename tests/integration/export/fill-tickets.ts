import { randomUUID } from "node:crypto";
import type { Filling } from "./filling.ts";

/** What the desk sent, and what became of it. */
export async function fillTickets(filling: Filling): Promise<void> {
  const { insert, client, text, json, some, at, made, cast } = filling;
  const { pla, dispatch, desk, ventadour } = cast.id;
  const by = cast.louis.id;
  await insert("epic", { id: randomUUID(), source_id: desk, key: some(), title: text() });
  const upload = randomUUID();
  await client.query("INSERT INTO upload (id, bytes) VALUES ($1, 0)", [upload]);
  await insert("import_run", {
    id: made.run,
    upload_id: upload,
    source_id: desk,
    file_name: text(),
    file_bytes: "9007199254740993",
    spool_path: "/somewhere/else",
    state: "failed",
    options: JSON.stringify({ a: text() }),
    warnings: json(),
    duplicates: [text()],
  });
  const undone = randomUUID();
  const undoneAt = "2026-11-16T09:00:00Z";
  await insert("import_run", {
    ...{ id: undone, source_id: desk, file_name: text(), file_bytes: "1" },
    ...{ state: "undone", undone_at: undoneAt },
  });
  await insert("import_undo", { import_run_id: undone, asked_at: undoneAt, total: 0 });
  await insert("import_refusal", {
    id: randomUUID(),
    import_run_id: made.run,
    line: 3,
    reason: "cut",
    params: json(),
  });
  await insert("ticket", {
    id: made.ticket,
    source_id: desk,
    external_id: some(),
    key: "SUP-1",
    title: text(),
    body: text(),
    labels: [text(), text()],
    organisation_names: [],
    raw: json(),
    row_hash: Buffer.from([0, 1, 255]),
    reporter_key: "desk:hidden-reporter",
    desk_created_at: at(),
    import_run_id: made.run,
  });
  await insert("ticket_key", {
    id: randomUUID(),
    source_id: desk,
    key: some(),
    ticket_id: made.ticket,
  });
  await insert("ticket_comment", {
    id: randomUUID(),
    ticket_id: made.ticket,
    external_id: "1",
    body: text(),
    is_internal: true,
    created_at: at(),
    updated_at: at(),
  });
  await insert("ticket_transition", {
    id: randomUUID(),
    ticket_id: made.ticket,
    external_id: "1",
    at: at(),
    to_status: text(),
  });
  await insert("import_before", {
    import_run_id: made.run,
    ticket_id: made.ticket,
    before: json(),
    written_hash: Buffer.from([92]),
  });
  const reason = randomUUID();
  await insert("decline_reason", { id: reason, words: some(), kept_at: at(), kept_by_id: by });
  const insight = {
    source_id: desk,
    kind: "problem",
    said_at: at(),
    updated_at: at(),
    tribe_id: pla,
  };
  // The one that is referred to has the higher number, so that it is written after.
  await insert("insight", {
    ...insight,
    id: made.parent,
    number: 9000,
    ticket_id: made.ticket,
    product_id: made.product,
    title: text(),
    body: text(),
  });
  await insert("insight", {
    ...insight,
    id: made.split,
    number: 7,
    ticket_id: made.ticket,
    split_from_id: made.parent,
    title: text(),
    body: text(),
    handed_in_by_id: cast.salome.id,
  });
  await insert("insight", {
    ...insight,
    id: randomUUID(),
    number: 6,
    merged_into_id: made.split,
    body: text(),
    answer: "declined",
    answer_note: some(),
    answer_reason_id: reason,
    answered_at: at(),
    answered_by_id: by,
  });
  await client.query("SELECT setval('insight_number_seq', 12345)");
  await insert("insight_organisation", {
    id: randomUUID(),
    insight_id: made.parent,
    organisation_id: ventadour,
  });
  await insert("insight_requester", {
    id: randomUUID(),
    insight_id: made.split,
    requester_id: made.requester,
  });
  for (const [quarter, team] of [
    ["2026-Q3", cast.id.tournees],
    ["2026-Q4", dispatch],
  ])
    await insert("sharing", {
      id: randomUUID(),
      insight_id: made.parent,
      team_id: team,
      quarter,
      shared_by_id: by,
    });
}
