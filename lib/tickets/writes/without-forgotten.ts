import { z } from "zod";
import type { Forgotten } from "#lib/forgotten/forgotten.ts";
import { searchVector, searchVersion } from "#lib/search/vector.ts";

const stagedRows = z.array(
  z.looseObject({
    title: z.string().nullable(),
    body: z.string(),
    reporter_name: z.string().nullable(),
    reporter_key: z.string().nullable(),
    raw: z.record(z.string(), z.unknown()),
    language: z.string().nullable(),
    comments: z.array(z.looseObject({ author: z.string().nullable(), body: z.string() })).nullish(),
  }),
);

/** Rows as `stageWave` made them, without those who asked to be forgotten: as reporter, in raw fields, in the text. */
export function withoutForgotten(forgotten: Forgotten, json: string): string {
  const rows = stagedRows.parse(JSON.parse(json)).map((row) => {
    const { title, language } = row;
    const id = row.reporter_key?.startsWith("desk:") ? row.reporter_key.slice(5) : null;
    const reporter = { id, name: row.reporter_name };
    const of = { language, isNamesakes: forgotten.isNamesake(reporter) };
    const kept = { title: title && forgotten.text(title, of), body: forgotten.text(row.body, of) };
    return {
      ...row,
      ...kept,
      search: searchVector(kept.title, kept.body),
      search_by: searchVersion,
      raw: forgotten.json(row.raw, of),
      comments: row.comments?.map(({ author, body, ...told }) => ({
        ...told,
        // A name or an id: a file doesn't say which.
        author: forgotten.holds({ id: author, name: author }) ? null : author,
        body: forgotten.text(body, of),
      })),
      ...(forgotten.holds(reporter) ? { reporter_name: null, reporter_key: null } : {}),
    };
  });
  return JSON.stringify(rows);
}
