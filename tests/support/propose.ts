import type { Database } from "#lib/db.ts";

type Given = Parameters<Database["proposal"]["create"]>[0]["data"];
type Said = Partial<Given> & { insightId: string; kind: string };

/** A proposal as the worker leaves it. @returns its id */
export async function proposeOn(database: Database, said: Said): Promise<string> {
  const { insightId, tribeId, teamId, themeId, otherId, organisationId, ...own } = said;
  const usual = {
    place: 1,
    likelihood: 0.9,
    reason: "alike",
    alike: 12,
    alikeOf: 15,
    matcherVersion: 1,
  };
  const targets = { tribeId, teamId, themeId, otherId, organisationId };
  const given = Object.fromEntries(Object.entries(targets).filter(([, id]) => id !== undefined));
  const { id } = await database.proposal.create({
    data: { ...usual, ...own, insightId, ...given },
    select: { id: true },
  });
  return id;
}
