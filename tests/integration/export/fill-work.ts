import { randomUUID } from "node:crypto";
import type { Filling } from "./filling.ts";

/** Themes, initiatives, roadmap, OKRs and what was said and done. */
export async function fillWork(filling: Filling): Promise<void> {
  const { insert, text, json, some, at, made, cast } = filling;
  const { pla, dispatch, desk } = cast.id;
  const by = cast.louis.id;
  await insert("theme", { id: made.theme, title: some(), description: text(), tribe_id: pla });
  await insert("theme_insight", {
    id: randomUUID(),
    theme_id: made.theme,
    insight_id: made.parent,
  });
  await insert("proposal", {
    id: randomUUID(),
    insight_id: made.split,
    kind: "new-theme",
    code: some(),
    place: 1,
    likelihood: 0.1 + 0.2,
    reason: "group",
    words: [text(), some()],
    matcher_version: 1,
    state: "refused",
  });
  const [a_id, b_id] = [made.parent, made.split].toSorted();
  await insert("refused_pair", { id: randomUUID(), a_id, b_id, refused_at: at() });
  await insert("initiative", {
    id: made.initiative,
    title: some(),
    reach: 12,
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
  const entry = randomUUID();
  await insert("catalogue_entry", {
    id: entry,
    title: some(),
    words: [text(), some()],
    answer: "planned",
    quarter: "2027-Q1",
    to_say: text(),
    limits: text(),
    place: text(),
    help_url: "https://help.soupape.example/astreinte",
    team_id: dispatch,
    initiative_id: made.initiative,
    theme_id: made.theme,
    verified_at: at(),
    verified_by_id: by,
  });
  const answered = { source_id: desk, kind: "request", said_at: at(), updated_at: at() };
  await insert("insight", {
    ...{ ...answered, id: randomUUID(), number: 4, body: text(), answered_at: at() },
    ...{ answer: "planned", answer_initiative_id: made.initiative },
  });
  await insert("insight", {
    ...{ ...answered, id: randomUUID(), number: 3, body: text(), answered_at: at() },
    ...{ answer: "exists", answer_entry_id: entry },
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
    id: made.company,
    quarter: "2026-Q4",
    title: some(),
    level: "department",
    department_id: made.department,
    commitment: "aspirational",
    parent_id: null,
  });
  await insert("objective", {
    id: made.own,
    quarter: "2026-Q4",
    title: some(),
    level: "individual",
    owner_id: cast.ines.id,
    commitment: "committed",
    parent_id: made.company,
  });
  await insert("key_result", {
    id: made.measure,
    objective_id: made.own,
    title: text(),
    direction: "less",
    start: 1e300,
    target: -1 / 3,
  });
  const said = randomUUID();
  // Taken back under a smaller id than its own: what comes back first is not what was there first.
  await insert("check_in", {
    id: said,
    key_result_id: made.measure,
    value: 0.1,
    note: text(),
    at: at(),
  });
  await insert("check_in", {
    id: "00000000-0000-7000-8000-000000000001",
    key_result_id: made.measure,
    retracts_id: said,
    at: at(),
  });
  const everybodys = randomUUID();
  await insert("key_result", {
    id: everybodys,
    objective_id: made.company,
    title: text(),
    direction: "keep",
    start: 0,
    target: 0,
  });
  await insert("initiative_key_result", {
    id: randomUUID(),
    initiative_id: made.initiative,
    key_result_id: everybodys,
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
    { subject_kind: "insight", subject_id: made.parent },
    { subject_kind: "theme", subject_id: made.theme },
    { subject_kind: "initiative", subject_id: made.initiative },
    { subject_kind: "objective", subject_id: made.own },
  ])
    await insert("comment", { id: randomUUID(), ...about, author_id: by, body: some() });
  await insert("follow", {
    id: randomUUID(),
    person_id: cast.ines.id,
    subject_kind: "theme",
    subject_id: made.theme,
    since: at(),
    stopped_at: at(),
  });
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
  await insert("operation_undo", {
    operation_id: made.operation,
    undone_by_id: made.operation,
  });
}
