import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { castOn } from "#tests/support/cast.ts";

type Cast = Awaited<ReturnType<typeof castOn>>;

/** What people and desks may write, one after the other, again from the first when they are used up. */
export type Words = { text: () => string; json: () => string };

/**
 * At least one row in every table that leaves, with `words` wherever a text goes. Individual objectives are Inès's own,
 * so that she, who exports, may take them. @returns ids by name
 */
export async function fill(url: string, cast: Cast, words: Words) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const insert = async (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    await client.query(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(row),
    );
    return String(row.id ?? "");
  };
  const { text, json } = words;
  const some = () => `${text()} `;
  const at = () => new Date(Date.UTC(2026, 9, 1, 8, 30, 15, 123));
  const { pla, dispatch, desk, ventadour, pennerley } = cast.id;
  const by = cast.louis.id;
  const made = {
    run: randomUUID(),
    ticket: randomUUID(),
    parent: randomUUID(),
    split: randomUUID(),
    theme: randomUUID(),
    initiative: randomUUID(),
    company: randomUUID(),
    own: randomUUID(),
    measure: randomUUID(),
    requester: randomUUID(),
    operation: randomUUID(),
  };
  try {
    await client.query("UPDATE person SET manager_id = $1 WHERE id <> $1 AND id = $2", [
      cast.bastien.id,
      by,
    ]);
    const department = await insert("department", { id: randomUUID(), name: some() });
    const product = await insert("product", { id: randomUUID(), name: some(), archived_at: at() });
    await insert("membership", {
      id: randomUUID(),
      person_id: by,
      team_id: dispatch,
      role: text(),
      starts_on: "2026-01-01",
      ends_on: "2026-05-01",
    });
    await insert("setting", { id: "revenue-visibility", value: '"all"' });
    await insert("setting", { id: "some-other", value: "null" });
    await insert("saved_view", {
      id: randomUUID(),
      person_id: cast.ines.id,
      screen: "insights",
      name: some(),
      query: text(),
    });
    await insert("organisation", {
      id: randomUUID(),
      name: some(),
      revenue_cents: "9007199254740993",
      domains: [text(), ""],
      merged_into_id: ventadour,
      archived_at: at(),
    });
    await insert("organisation_alias", {
      id: randomUUID(),
      organisation_id: ventadour,
      kind: "name",
      value: some(),
    });
    const [a, b] = [ventadour, pennerley].sort();
    await insert("organisation_pair", { id: randomUUID(), a_id: a, b_id: b, reason: "domain" });
    await insert("requester", {
      id: made.requester,
      name: text(),
      external_key: `desk:${some()}`,
      email: "hidden-requester@ventadour.example",
      organisation_id: ventadour,
      person_id: cast.salome.id,
    });
    await insert("erasure", { id: randomUUID(), key_hash: Buffer.from([0, 255, 92, 120]) });
    await insert("erasure_key", { id: 1, sealed: Buffer.from([1, 0, 254]) });
    await client.query("UPDATE source SET mapping = 'null', statuses = $1 WHERE id = $2", [
      JSON.stringify({ [text()]: text() }),
      desk,
    ]);
    await insert("source_state", { source_id: desk, cursor: json(), failure: "null" });
    await insert("source_secret", {
      id: randomUUID(),
      source_id: desk,
      name: "api-token",
      sealed: Buffer.from("sealed-secret"),
    });
    await insert("epic", { id: randomUUID(), source_id: desk, key: some(), title: text() });
    await insert("import_run", {
      id: made.run,
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
      product_id: product,
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
    await insert("theme", { id: made.theme, title: some(), description: text(), tribe_id: pla });
    await insert("theme_insight", {
      id: randomUUID(),
      theme_id: made.theme,
      insight_id: made.parent,
    });
    await insert("initiative", {
      id: made.initiative,
      title: some(),
      problem: text(),
      kind: "tech",
      origin: "top-down",
      origin_reason: text(),
      team_id: dispatch,
    });
    await insert("initiative_theme", {
      id: randomUUID(),
      initiative_id: made.initiative,
      theme_id: made.theme,
    });
    await insert("rice_version", {
      id: randomUUID(),
      initiative_id: made.initiative,
      factor: "reach",
      value: 12,
      reason: text(),
      set_at: at(),
    });
    await insert("capacity", {
      id: randomUUID(),
      team_id: dispatch,
      quarter: "2026-Q4",
      half_months: 9,
    });
    await insert("roadmap_item", {
      id: randomUUID(),
      initiative_id: made.initiative,
      team_id: dispatch,
      quarter: "2026-Q4",
      effort_half_months: 3,
      position: 0.1 + 0.2,
    });
    await insert("tribe_quarter", {
      id: randomUUID(),
      tribe_id: pla,
      quarter: "2026-Q4",
      state: "committed",
      committed_at: at(),
    });
    await insert("roadmap_picture", {
      id: randomUUID(),
      tribe_id: pla,
      quarter: "2026-Q4",
      reason: "commit",
      picture: json(),
    });
    await insert("objective", {
      id: made.own,
      quarter: "2026-Q4",
      title: some(),
      level: "individual",
      owner_id: cast.ines.id,
      commitment: "committed",
      parent_id: null,
    });
    await insert("objective", {
      id: made.company,
      quarter: "2026-Q4",
      title: some(),
      level: "department",
      department_id: department,
      commitment: "aspirational",
      parent_id: made.own,
    });
    await insert("key_result", {
      id: made.measure,
      objective_id: made.own,
      title: text(),
      direction: "less",
      start: 1e300,
      target: -1 / 3,
    });
    await insert("check_in", {
      id: randomUUID(),
      key_result_id: made.measure,
      value: 0.1,
      note: text(),
      at: at(),
    });
    await insert("initiative_key_result", {
      id: randomUUID(),
      initiative_id: made.initiative,
      key_result_id: made.measure,
    });
    await insert("work_reference", {
      id: randomUUID(),
      source_id: desk,
      target: "theme",
      external_id: some(),
      target_id: made.theme,
      written: JSON.stringify({ title: text() }),
      created_at: at(),
    });
    for (const about of [
      { insight_id: made.parent },
      { theme_id: made.theme },
      { initiative_id: made.initiative },
      { objective_id: made.own },
    ])
      await insert("comment", { id: randomUUID(), ...about, author_id: by, body: some() });
    await insert("operation", {
      id: made.operation,
      name: "insight.edited",
      actor_id: by,
      actor_kind: "person",
      at: at(),
      params: json(),
      result: "null",
    });
    await insert("change", {
      operation_id: made.operation,
      table_name: "insight",
      row_id: made.parent,
      before: json(),
      after: "null",
    });
    return made;
  } finally {
    await client.end();
  }
}
