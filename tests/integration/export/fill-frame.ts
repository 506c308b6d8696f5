import { randomUUID } from "node:crypto";
import type { Filling } from "./filling.ts";

/** People, settings, customers and the source. */
export async function fillFrame(filling: Filling): Promise<void> {
  const { insert, client, text, json, some, at, made, cast } = filling;
  const { dispatch, desk, ventadour, pennerley } = cast.id;
  const by = cast.louis.id;
  await client.query("UPDATE person SET manager_id = $1 WHERE id <> $1 AND id = $2", [
    cast.bastien.id,
    by,
  ]);
  await insert("department", { id: made.department, name: some() });
  await insert("product", { id: made.product, name: some(), archived_at: at() });
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
  await insert("duty_week", { id: randomUUID(), week: "2026-11-30", person_id: by });
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
}
