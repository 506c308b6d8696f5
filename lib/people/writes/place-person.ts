import "server-only";
import type { HatCode } from "#lib/auth/hats.ts";
import { UserError } from "#lib/errors.ts";
import type { Language } from "#lib/i18n/language.ts";
import type { Write } from "#lib/operations/write.ts";
import type { PersonLine } from "#lib/people/people-csv.ts";
import { type TeamRole, teamRoles } from "#lib/people/schema.ts";
import { anyRow } from "#lib/sql/columns.ts";
import { notOverOn } from "#lib/sql/dated.ts";
import { listRows } from "#lib/sql/rows.ts";

export type Placed = { created: boolean; changed: boolean };

type Place = { tribeId: string | null; teamId: string | null; departmentId: string | null };

/**
 * Puts one line of the file in place: what it names and is not there yet (Tribe, team, department, person, hat,
 * membership) is made, what is there stays. Nothing is taken away from anybody.
 * @param language a new person's, until they choose another
 */
export async function placePerson(
  w: Write,
  line: PersonLine,
  { today, language }: { today: string; language: Language },
): Promise<Placed> {
  const { departmentId, tribeId, teamId } = await placeOf(w, line, today);
  const person = await w.tx.person.findUnique({
    where: { email: line.email },
    select: { id: true, name: true, departmentId: true },
  });
  const id = person?.id ?? (await newPerson(w, line, { departmentId, language }));
  const moved = person && departmentId !== null && person.departmentId !== departmentId;
  if (moved) await w.update("person", [id], { departmentId });
  const hatted = await wear(w, id, line.hat, { tribeId, teamId, departmentId }, today);
  const joined = await join(w, id, line.hat, teamId, today);
  return { created: !person, changed: Boolean(moved) || hatted || joined };
}

/** Once everybody is there, whoever is named as a manager can be found. @returns whether it was new */
export async function placeUnderManager(w: Write, line: PersonLine, now: Date): Promise<boolean> {
  if (!line.manager || line.manager === line.email) return false;
  const [person, manager] = await Promise.all(
    [line.email, line.manager].map((email) =>
      w.tx.person.findUnique({ where: { email }, select: { id: true, managerId: true } }),
    ),
  );
  if (!person || !manager || person.managerId === manager.id) return false;
  const circle = await listRows(w.tx, anyRow)`
    WITH RECURSIVE above (id) AS (
      SELECT ${manager.id}::uuid UNION SELECT p.manager_id FROM person p JOIN above a ON p.id = a.id
    ) SELECT 1 FROM above WHERE id = ${person.id}::uuid`;
  if (circle.length > 0) return false;
  await w.update("person", [person.id], { managerId: manager.id, managerSince: now });
  return true;
}

async function placeOf(w: Write, line: PersonLine, today: string): Promise<Place> {
  const departmentId = line.department ? await departmentNamed(w, line.department) : null;
  const tribeId = line.tribe ? await tribeNamed(w, line.tribe, today) : null;
  const teamId = line.team && tribeId ? await teamNamed(w, line.team, tribeId, today) : null;
  return { departmentId, tribeId, teamId };
}

async function departmentNamed(w: Write, name: string): Promise<string> {
  const found = await w.tx.department.findFirst({ where: { name }, select: { id: true } });
  return found?.id ?? first(await w.insert("department", [{ name }]));
}

async function tribeNamed(w: Write, name: string, today: string): Promise<string> {
  const all = await w.tx.tribe.findMany({
    select: { id: true, name: true, code: true, position: true },
  });
  const found = all.find((tribe) => tribe.name === name);
  if (found) return found.id;
  const code = freeCode(name, new Set(all.map((tribe) => tribe.code)));
  const position = Math.max(0, ...all.map((tribe) => tribe.position)) + 1;
  const id = first(await w.insert("tribe", [{ name, code, position }]));
  await w.insert("tribe_period", [{ tribeId: id, name, startsOn: new Date(today) }]);
  return id;
}

async function teamNamed(w: Write, name: string, tribeId: string, today: string): Promise<string> {
  const found = await w.tx.team.findFirst({ where: { name }, select: { id: true } });
  if (found) return found.id;
  const position = (await w.tx.team.count({ where: { tribeId } })) + 1;
  const id = first(await w.insert("team", [{ name, tribeId, position, specialities: [] }]));
  await w.insert("team_period", [{ teamId: id, tribeId, name, startsOn: new Date(today) }]);
  return id;
}

async function newPerson(
  w: Write,
  { name, email }: PersonLine,
  given: { departmentId: string | null; language: Language },
): Promise<string> {
  return first(await w.insert("person", [{ name, email, ...given }]));
}

/** A PM's hat is their team's, a lead's their Tribe's, everybody else's the company's. */
async function wear(w: Write, personId: string, code: HatCode | null, place: Place, today: string) {
  if (!code) return false;
  const isLead = code === "lead-pm" || code === "engineering-manager";
  const scope = {
    tribeId: isLead ? place.tribeId : null,
    teamId: code === "pm" ? place.teamId : null,
    departmentId: null,
  };
  const worn = await w.tx.hat.count({ where: { personId, code, ...scope, ...notOverOn(today) } });
  if (worn > 0) return false;
  await w.insert("hat", [{ personId, code, ...scope, startsOn: new Date(today) }]);
  return true;
}

async function join(
  w: Write,
  personId: string,
  hat: HatCode | null,
  teamId: string | null,
  today: string,
) {
  const role: TeamRole | undefined = teamRoles.find((known) => known === hat);
  if (!teamId || !role) return false;
  if ((await w.tx.membership.count({ where: { personId, teamId, ...notOverOn(today) } })) > 0)
    return false;
  await w.insert("membership", [{ personId, teamId, role, startsOn: new Date(today) }]);
  return true;
}

/** The first three letters, else the first two and whichever letter is free. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const letters = name.replace(/\P{L}/gu, "").toLocaleUpperCase("fr").padEnd(3, "X");
  const tails = [...letters.slice(2), ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = tails.map((tail) => letters.slice(0, 2) + tail);
  const free = codes.find((code) => /^\p{Lu}{3}$/u.test(code) && !taken.has(code));
  if (!free) throw new UserError("tribe-code-taken", { code: letters.slice(0, 3) });
  return free;
}

function first(ids: string[]): string {
  const [id] = ids;
  if (!id) throw new UserError("not-found");
  return id;
}
