import { z } from "zod";
import { jiraError } from "#lib/desks/jira/http/errors.ts";
import type { Requester } from "#lib/desks/jira/http/request.ts";

const atOnce = 100;
const mostPages = 1000;

/** A list of an issue that Jira gives in pages, whole. `list` is its name in the answer. */
export async function pagedFromStartAt(
  ask: Requester,
  path: string,
  list: "comments" | "values",
  query: Record<string, string>,
  host: string,
): Promise<unknown[]> {
  const found: unknown[] = [];
  const shape = z.looseObject({
    total: z.number().nullish().catch(null),
    isLast: z.boolean().nullish().catch(null),
    [list]: z.array(z.unknown()),
  });
  for (let page = 0; page < mostPages; page += 1) {
    const paging = { ...query, startAt: found.length, maxResults: atOnce };
    const answer = await ask({ path, query: paging }, shape);
    const values = z.array(z.unknown()).parse(answer[list]);
    found.push(...values);
    const all =
      answer.total !== null && answer.total !== undefined && found.length >= Number(answer.total);
    if (values.length === 0 || all || (answer.isLast === true && !answer.total)) return found;
  }
  throw jiraError("endless", { host, pages: mostPages });
}
