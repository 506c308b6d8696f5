import type { Database } from "#lib/db.ts";
import { sought } from "./company.ts";

/** A list that is asked for: what the table calls it, and its address. */
export type Question = { group: string; query: string };

const sorts = ["-said", "said", "-updated", "updated", "-number", "number"];

/** Every list of the benchmark: filtered and sorted by each sort, and searched. */
export async function listQuestions(database: Database): Promise<Question[]> {
  const team = await database.team.findFirstOrThrow({ where: { name: "TER 1" } });
  const organisation = await database.organisation.findFirstOrThrow({
    where: { name: "Organisation 300" },
  });
  const filters = [
    "",
    "kind=bug",
    "age=90",
    "state=tribe&tribe=PLA",
    `state=team&team=${team.id}`,
    `state=all&organisation=${organisation.id}`,
    "state=answered",
    "state=all",
  ];
  return [
    ...sorts.flatMap((sort) =>
      filters.map((filter) => ({ group: `sort ${sort}`, query: `${filter}&sort=${sort}` })),
    ),
    ...Object.entries(sought).flatMap(([group, words]) =>
      words.flatMap((word) =>
        ["inbox", "all"].flatMap((state) =>
          ["-said", "-updated", "number"].map((sort) => ({
            group: `${group} word`,
            query: `q=${encodeURIComponent(word)}&state=${state}&sort=${sort}`,
          })),
        ),
      ),
    ),
  ];
}
