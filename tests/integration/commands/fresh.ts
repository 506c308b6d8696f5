import { type Company, quarter } from "#tests/integration/commands/company.ts";
import { insightOn } from "#tests/support/cast.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";

// One more of each thing, as people would have made it.

export function freshInsight({ database, id }: Company, tribeId?: string): Promise<string> {
  return insightOn(database, id.desk, tribeId ? { tribeId } : {});
}

/** Somebody makes these part of another meanwhile. */
export async function mergeAway(company: Company, ids: string[]): Promise<void> {
  await company.ask("aissatou", "insight.merge", { ids, intoId: await freshInsight(company) });
}

export async function freshTheme({ ask, id, next }: Company): Promise<string> {
  const theme = { title: `Rapports ${next()}`, tribeId: id.pla };
  return (await ask("aissatou", "theme.create", theme)).id;
}

export async function freshEntry({ ask, next }: Company): Promise<string> {
  const entry = { title: `Astreinte horodatée ${next()}`, answer: "yes" } as const;
  return (await ask("aissatou", "entry.create", entry)).id;
}

export async function freshReason({ ask, next }: Company): Promise<string> {
  const reason = { id: crypto.randomUUID(), words: `Trop peu de clients ${next()}` };
  return (await ask("aissatou", "insight.add-reason", reason)).id;
}

export function freshInitiative({ database, id, next }: Company, teamId?: string): Promise<string> {
  const title = `Rapport hors ligne ${next()}`;
  return initiativeOn(database, { title, teamId: teamId ?? id.dispatch });
}

export async function archiveInitiative({ ask }: Company, initiativeId: string): Promise<void> {
  await ask("aissatou", "initiative.archive", { initiativeIds: [initiativeId] });
}

export async function freshTribe({ ask, next }: Company): Promise<string> {
  const number = next();
  const letter = (at: number) => String.fromCharCode(65 + (at % 26));
  const code = `X${letter(Math.floor(number / 26))}${letter(number)}`;
  return (await ask("ines", "tribe.save", { code, name: `Tribe ${number}` })).id;
}

export async function freshTeam({ ask, next }: Company, tribeId: string): Promise<string> {
  return (await ask("ines", "team.save", { name: `Team ${next()}`, tribeId })).id;
}

/** An initiative on a team's quarter, of a Tribe of its own. */
export async function freshItem(company: Company) {
  const tribeId = await freshTribe(company);
  const teamId = await freshTeam(company, tribeId);
  const initiativeId = await freshInitiative(company, teamId);
  const placed = { initiativeId, teamId, quarter };
  const { itemId } = await company.ask("aissatou", "roadmap.place", placed);
  return { tribeId, teamId, itemId };
}

export async function freshPerson({ ask, next }: Company): Promise<string> {
  const number = next();
  const person = { name: `Person ${number}`, email: `person.${number}@soupape.example` };
  return (await ask("ines", "person.add", person)).id;
}

export async function freshCustomer({ ask, next }: Company): Promise<string> {
  const customer = { name: `Customer ${next()}`, state: "customer" } as const;
  return (await ask("ines", "customer.save", customer)).id;
}

export const measure = { direction: "more", start: 0, target: 10, unit: null } as const;

/** An objective of the company with one key result. */
export async function freshObjective({ ask, database, next }: Company) {
  const objective = {
    quarter,
    title: `Objective ${next()}`,
    level: "company",
    commitment: "committed",
    keyResults: [{ ...measure, title: "Reports that arrive" }],
  } as const;
  const { id } = await ask("bastien", "objective.create", {
    ...objective,
    keyResults: [...objective.keyResults],
  });
  const [keyResult] = await database.keyResult.findMany({ where: { objectiveId: id } });
  return { id, keyResultId: keyResult?.id ?? "" };
}

export async function freshConnection(company: Company): Promise<string> {
  return (await company.ask("ines", "source.save", connectionOf(company.next()))).id;
}

export function connectionOf(number: number) {
  return {
    ...{ id: null, version: null, name: `Connection ${number}`, kind: "jira-cloud" as const },
    ...{ siteUrl: `https://desk-${number}.atlassian.example`, account: "ines@soupape.example" },
    ...{ apiToken: "a token of the desk", webhookSecret: "a secret of the desk" },
    admits: { projects: ["SAV"] },
  };
}

/** An import as the worker left it. */
export async function freshRun(
  { database, next }: Company,
  fields: { state: string; subject?: string },
): Promise<string> {
  const source = await database.source.create({ data: { name: `File ${next()}`, kind: "csv" } });
  const { id: uploadId } = await database.upload.create({ data: { bytes: 0n } });
  const file = { fileName: "export.csv", fileBytes: 1n, uploadId };
  const run = { sourceId: source.id, ...file, ...fields };
  return (await database.importRun.create({ data: run })).id;
}
