import type { PersonActor } from "#lib/auth/actor.ts";
import type { HatCode } from "#lib/auth/hats.ts";
import { findActorByEmail } from "#lib/auth/reads/actors.ts";
import type { Database } from "#lib/db.ts";
import { makeSearchable } from "#lib/insights/writes/searchable.ts";
import { inParis } from "#tests/support/in-paris.ts";

// A small company that every test knows: two Tribes, three teams, one person for each part.

const since = new Date("2025-01-01");

/**
 * Puts the cast into an empty database (DATABASE_URL must name it). `id` gives ids by short name: tribes `pla`,
 * `ter`; teams `dispatch`, `tournees` (both pla), `mobile` (ter); source `desk`; customers `ventadour`, `pennerley`.
 */
export async function castOn(database: Database) {
  const pla = await tribe(database, "PLA", "Planning", 1, [20, 35]);
  const ter = await tribe(database, "TER", "Terrain", 2, [25, 40]);
  const dispatch = await team(database, "Dispatch", pla, 1);
  const tournees = await team(database, "Tournées", pla, 2);
  const mobile = await team(database, "Mobile", ter, 1);
  const person = personMaker(database);
  const people = {
    louis: await person("Louis Marchetti", "pm", { teamId: dispatch }),
    aissatou: await person("Aïssatou Diop", "pm", { teamId: tournees }),
    camille: await person("Camille Roussel", "pm", { teamId: mobile }),
    clara: await person("Clara Vasseur", "lead-pm", { tribeId: pla }),
    rachel: await person("Rachel Oduya", "engineering-manager", { tribeId: pla }),
    yanis: await person("Yanis Ould-Amar", "lead-pm", { tribeId: ter }),
    bastien: await person("Bastien Queyroy", "cpo", {}),
    ines: await person("Inès Belkacem", "product-ops", {}),
    salome: await person("Salomé Arnaud", "csm", {}),
  };
  const desk = await database.source.create({
    data: { name: "Service desk", kind: "csv", siteUrl: "https://soupape.atlassian.example" },
  });
  const ventadour = await database.organisation.create({
    data: { name: "Groupe Ventadour Énergies", segment: "enterprise", revenueCents: 21_200_000n },
  });
  const pennerley = await database.organisation.create({
    data: { name: "Pennerley Boilers", segment: "mid", revenueCents: 6_400_000n },
  });
  const id = {
    pla,
    ter,
    dispatch,
    tournees,
    mobile,
    desk: desk.id,
    ventadour: ventadour.id,
    pennerley: pennerley.id,
  };
  return { ...people, id };
}

/** An insight as an import would leave it. @returns its id */
export async function insightOn(
  database: Database,
  sourceId: string,
  fields: {
    title?: string;
    body?: string;
    tribeId?: string;
    saidAt?: Date;
    organisationId?: string;
    handedInById?: string;
    answer?: string;
    answeredAt?: Date;
    answerIsBare?: boolean;
  } = {},
): Promise<string> {
  const { organisationId, ...given } = fields;
  const saidAt = given.saidAt ?? new Date("2026-11-16T09:00:00Z");
  const insight = await database.insight.create({
    data: {
      sourceId,
      title: "Rapport perdu en chaufferie",
      body: "Trois techniciens ont reperdu leur compte rendu.",
      kind: "problem",
      language: "fr",
      updatedAt: saidAt,
      ...given,
      saidAt,
      ...(organisationId ? { organisations: { create: { organisationId } } } : {}),
    },
    select: { id: true },
  });
  await makeSearchable({ tx: database }, [insight.id]);
  return insight.id;
}

function personMaker(database: Database) {
  return async (
    name: string,
    code: HatCode,
    scope: { tribeId?: string; teamId?: string },
  ): Promise<PersonActor> => {
    const email = `${plain(name)}@soupape.example`;
    await database.person.create({
      data: { name, email, hats: { create: { code, startsOn: since, ...scope } } },
    });
    const actor = await findActorByEmail(email, inParis(new Date("2026-11-16T09:00:00Z")));
    if (!actor) throw new Error(`${name} is not in the database that DATABASE_URL names`);
    return actor;
  };
}

async function tribe(
  database: Database,
  code: string,
  name: string,
  position: number,
  band: [number, number],
) {
  const [bandLow, bandHigh] = band;
  const made = await database.tribe.create({
    data: {
      code,
      name,
      position,
      bandLow,
      bandHigh,
      periods: { create: { name, startsOn: since } },
    },
  });
  return made.id;
}

async function team(database: Database, name: string, tribeId: string, position: number) {
  const made = await database.team.create({
    data: { name, tribeId, position, periods: { create: { name, tribeId, startsOn: since } } },
  });
  return made.id;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".");
}
