import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { castOn } from "#tests/support/cast.ts";
import { sql } from "./databases.ts";
import { fill } from "./fill.ts";
import { bringBack, goTo, newDatabase, take } from "./taking.ts";

// Each of these stands in the database once, where somebody may not look.
const marks = {
  "Louis's private objective": "mark-private-objective",
  "its key result": "mark-private-result",
  "its check-in": "mark-private-note",
  "its comment": "mark-private-comment",
  "that it was done": "mark-private-operation",
  "Salomé's kept view": "mark-view",
  "a requester's address": "mark-requester@ventadour.example",
  "the desk's other fields": "mark-raw",
  revenue: "77712345",
  "an insight of others": "mark-insight",
  "an insight of Salomé's": "mark-own",
  "what was said inside the desk": "mark-internal",
  "a theme": "mark-theme",
  "a word on a theme": "mark-on-theme",
  "an initiative": "mark-initiative",
  "where an initiative came from": "mark-from-above",
  "a company setting": "mark-setting",
  "what was done": "mark-operation",
  "the row before": "mark-before",
  "a colleague's address": "yanis.ould.amar@soupape.example",
};

type Mark = keyof typeof marks;

let url: string;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  url = await newDatabase();
  cast = await castOn(db());
  let count = 0;
  const made = await fill(url, cast, {
    text: () => {
      count += 1;
      return `plain ${count}`;
    },
    json: () => "{}",
  });
  const objective = randomUUID();
  const result = randomUUID();
  const operation = randomUUID();
  const statements: [string, unknown[]][] = [
    ["UPDATE person SET manager_id = $2 WHERE id = $1", [cast.louis.id, cast.clara.id]],
    [
      `INSERT INTO objective (id, quarter, title, level, owner_id, commitment)
       VALUES ($1, '2026-Q4', 'mark-private-objective', 'individual', $2, 'committed')`,
      [objective, cast.louis.id],
    ],
    [
      "INSERT INTO key_result (id, objective_id, title, direction, start, target) VALUES ($1, $2, 'mark-private-result', 'more', 0, 1)",
      [result, objective],
    ],
    [
      "INSERT INTO check_in (key_result_id, value, note) VALUES ($1, 1, 'mark-private-note')",
      [result],
    ],
    [
      "INSERT INTO comment (subject_kind, subject_id, author_id, body) VALUES ('objective', $1, $2, 'mark-private-comment')",
      [objective, cast.louis.id],
    ],
    [
      `INSERT INTO operation (id, name, actor_id, actor_kind, at, params, visibility)
       VALUES ($1, 'objective.created', $2, 'person', now(), '{"x": "mark-private-operation"}', $3)`,
      [operation, cast.louis.id, cast.louis.id],
    ],
    [
      "INSERT INTO change (operation_id, table_name, row_id, after) VALUES ($1, 'objective', $2, '{\"title\": \"mark-private-objective\"}')",
      [operation, objective],
    ],
    [
      "INSERT INTO saved_view (person_id, screen, name, query) VALUES ($1, 'insights', 'mark-view', '')",
      [cast.salome.id],
    ],
    ["UPDATE requester SET email = 'mark-requester@ventadour.example'", []],
    ["UPDATE ticket SET raw = '{\"field\": \"mark-raw\"}', title = 'mark-insight'", []],
    ["UPDATE organisation SET revenue_cents = 77712345 WHERE id = $1", [cast.id.pennerley]],
    ["UPDATE insight SET title = 'mark-insight' WHERE id = $1", [made.parent]],
    [
      "UPDATE insight SET title = 'mark-own', ticket_id = NULL, split_from_id = $2 WHERE id = $1",
      [made.split, made.parent],
    ],
    ["UPDATE ticket_comment SET body = 'mark-internal'", []],
    ["UPDATE theme SET title = 'mark-theme'", []],
    ["UPDATE comment SET body = 'mark-on-theme' WHERE subject_kind = 'theme'", []],
    [
      "UPDATE initiative SET title = 'mark-initiative', origin = 'top-down', origin_reason = 'mark-from-above'",
      [],
    ],
    ["UPDATE setting SET value = '\"mark-setting\"' WHERE id = 'some-other'", []],
    [
      "INSERT INTO operation (id, name, actor_kind, at, params) VALUES ($1, 'epic.read', 'system', now(), '{\"x\": \"mark-operation\"}')",
      [made.parent],
    ],
    [
      "INSERT INTO change (operation_id, table_name, row_id, before) VALUES ($1, 'insight', '1', '{\"x\": \"mark-before\"}')",
      [made.parent],
    ],
    // An act that everybody may know of has touched what is private.
    [
      "INSERT INTO change (operation_id, table_name, row_id, after) VALUES ($1, 'key_result', $2, '{\"title\": \"mark-private-result\"}')",
      [made.parent, result],
    ],
  ];
  for (const [text, values] of statements) await sql(url, text, values);
});

/** Which marks are in any file of the folder. */
async function marksIn(folder: string): Promise<Mark[]> {
  const texts = await Promise.all(
    (await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")),
  );
  const all = texts.join("\n");
  return Object.entries(marks).flatMap(([name, mark]): Mark[] =>
    isMark(name) && all.includes(mark) ? [name] : [],
  );
}

const isMark = (name: string): name is Mark => Object.hasOwn(marks, name);
const privately: Mark[] = [
  "Louis's private objective",
  "its key result",
  "its check-in",
  "its comment",
];
const everybody: Mark[] = ["revenue", "an insight of Salomé's", "an initiative"];
const product: Mark[] = [
  ...everybody,
  "where an initiative came from",
  "an insight of others",
  "what was said inside the desk",
  "a theme",
  "a word on a theme",
];

const cases: [string, () => PersonActor, Mark[]][] = [
  [
    "Product Ops takes everything but what is private to others",
    () => cast.ines,
    [
      ...product,
      "a requester's address",
      "the desk's other fields",
      "a company setting",
      "what was done",
      "the row before",
      "a colleague's address",
    ],
  ],
  ["its owner takes a private objective along", () => cast.louis, [...product, ...privately]],
  [
    "the manager above does too, and a lead the audit trail",
    () => cast.clara,
    [...product, ...privately, "that it was done", "what was done"],
  ],
  ["another lead does not", () => cast.rachel, [...product, "what was done"]],
  ["a PM takes what product sees", () => cast.camille, product],
  [
    "a contributor takes their own insights and what is everybody's",
    () => cast.salome,
    [...everybody, "Salomé's kept view"],
  ],
];

test.for(cases)("%s", async ([, who, expected]) => {
  await goTo(url);
  const folder = await take(who());
  expect((await marksIn(folder)).sort()).toEqual([...expected].sort());
  const again = await bringBack(folder);
  const people = await sql(again, "SELECT name FROM person ORDER BY name");
  expect(people).toEqual(await sql(url, "SELECT name FROM person ORDER BY name"));
});

test("revenue stays where the company keeps it to product, leads and Product Ops", async () => {
  await goTo(url);
  await sql(url, "UPDATE setting SET value = '\"product\"' WHERE id = 'revenue-visibility'");
  expect(await marksIn(await take(cast.salome))).not.toContain("revenue");
  expect(await marksIn(await take(cast.camille))).toContain("revenue");
});
