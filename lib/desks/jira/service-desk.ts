import { z } from "zod";
import { isJiraError, jiraError } from "#lib/desks/jira/http/errors.ts";
import type { Requester } from "#lib/desks/jira/http/request.ts";
import { jiraPerson, sorted } from "#lib/desks/jira/issues/shapes.ts";

const atOnce = 50;
const mostPages = 1000;
const page = z.looseObject({
  values: z.array(z.unknown()),
  isLastPage: z.boolean().nullish().catch(null),
});
const text = z.string().nullish().catch(null);
const idText = z.union([z.string(), z.number().transform(String)]);

const desk = z.looseObject({
  id: idText,
  projectId: idText.nullish(),
  projectKey: z.string(),
  projectName: text,
});
const requestType = z.looseObject({
  id: idText,
  name: z.string(),
  issueTypeId: idText.nullish().catch(null),
});
const organisation = z.looseObject({ id: idText, name: z.string(), uuid: text });
const feedback = z.looseObject({
  rating: z.number(),
  comment: z.looseObject({ body: text }).nullish().catch(null),
});

/** What only the service desk tells: which desks there are and what they offer, and who takes part in a request. */
export function serviceDesk(ask: Requester, host: string) {
  const api = "/rest/servicedeskapi";

  /** All pages; one may hold fewer than asked for and not be the last. */
  async function all<T>(path: string, shape: z.ZodType<T>): Promise<T[]> {
    const found: unknown[] = [];
    for (let pages = 0; pages < mostPages; pages += 1) {
      const query = { start: found.length, limit: atOnce };
      const answer = await ask({ path: `${api}${path}`, query }, page);
      found.push(...answer.values);
      const more = answer.isLastPage === false && answer.values.length > 0;
      if (!more) return sorted(shape, found).good;
    }
    throw jiraError("endless", { host, pages: mostPages });
  }

  const of = (idOrKey: string) => `/request/${encodeURIComponent(idOrKey)}`;

  return {
    serviceDesks: () => all("/servicedesk", desk),
    requestTypes: (deskId: string) =>
      all(`/servicedesk/${encodeURIComponent(deskId)}/requesttype`, requestType),
    organisations: () => all("/organization", organisation),
    request: (idOrKey: string) =>
      ask({ path: api + of(idOrKey) }, z.looseObject({ issueId: idText })),
    participants: (idOrKey: string) => all(`${of(idOrKey)}/participant`, jiraPerson),
    slas: (idOrKey: string) => all(`${of(idOrKey)}/sla`, z.record(z.string(), z.unknown())),
    /** 1 to 5, or null while the customer has given none. */
    async satisfaction(idOrKey: string) {
      try {
        return await ask({ path: `${api}${of(idOrKey)}/feedback` }, feedback);
      } catch (error) {
        if (isJiraError(error, "not-found")) return null;
        throw error;
      }
    },
  };
}
