import { customerAddress } from "#lib/customers/address.ts";
import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { listOrganisations } from "#lib/customers/reads/organisations.ts";
import type { Found } from "#lib/find/views.ts";
import { initiativeKey } from "#lib/initiatives/number.ts";
import { listInitiativesNamed } from "#lib/initiatives/reads/initiatives.ts";
import { listPeopleNamed } from "#lib/people/reads/people.ts";
import { themeKey } from "#lib/themes/number.ts";
import { listThemeChoices } from "#lib/themes/reads/themes.ts";

const most = 5;

/** What bears that name, of each kind that this person may open: what leads to a closed door is not found. */
export async function findByName(viewer: PersonActor, text: string): Promise<Found[]> {
  if (text.trim() === "") return [];
  const kinds = await Promise.all([
    themes(viewer, text),
    initiatives(viewer, text),
    customers(viewer, text),
    people(viewer, text),
  ]);
  return kinds.flat();
}

async function themes(viewer: PersonActor, text: string): Promise<Found[]> {
  if (!can(viewer, "theme:read")) return [];
  const found = await listThemeChoices(viewer, text, most);
  return found.map(({ id, number, title, tribeName }) => ({
    kind: "theme",
    id,
    label: title,
    note: `${themeKey(number)} · ${tribeName}`,
    href: `/themes/${themeKey(number)}`,
  }));
}

async function initiatives(viewer: PersonActor, text: string): Promise<Found[]> {
  if (!can(viewer, "initiative:read")) return [];
  const found = await listInitiativesNamed(viewer, text, most);
  return found.map(({ id, number, title }) => ({
    kind: "initiative",
    id,
    label: title,
    note: initiativeKey(number),
    href: `/initiatives/${number}`,
  }));
}

async function customers(viewer: PersonActor, text: string): Promise<Found[]> {
  if (!can(viewer, "customer:read")) return [];
  const found = await listOrganisations(viewer, text, most);
  return found.map(({ id, name }) => ({
    kind: "customer",
    id,
    label: name,
    note: null,
    href: customerAddress(id),
  }));
}

async function people(viewer: PersonActor, text: string): Promise<Found[]> {
  if (!can(viewer, "people:manage")) return [];
  const found = await listPeopleNamed(viewer, text);
  return found.slice(0, most).map(({ id, name }) => ({
    kind: "person",
    id,
    label: name,
    note: null,
    href: `/settings/people/${id}`,
  }));
}
