import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import type { SaveOrganisationInput } from "#lib/customers/schema.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/**
 * Adds an organisation, or changes one.
 * @throws UserError `organisation-name-taken`, `changed-meanwhile`, `not-found`
 */
export async function saveOrganisation(actor: Actor, input: SaveOrganisationInput, call: Call) {
  authorise(actor, "source:manage");
  const { id, version, ...fields } = input;
  return write(
    actor,
    call,
    { name: "customer.saved", params: { name: fields.name } },
    async (w) => {
      const other = await organisationNamed(w, fields.name);
      if (other && other !== id)
        throw new UserError("organisation-name-taken", { name: fields.name });
      const given = {
        ...fields,
        revenueCents: asBigInt(fields.revenueCents),
        atStakeCents: asBigInt(fields.atStakeCents),
      };
      if (!id) {
        const [made = ""] = await w.insert("organisation", [{ ...given, createdAt: call.now }]);
        return { id: made };
      }
      const [found] = await w.update("organisation", [id], given, version);
      if (!found) throw new UserError("not-found");
      return { id: found };
    },
  );
}

/**
 * The organisation of that name, case aside, made as a customer when there is none: somebody who hands in what a
 * customer said should not have to find it first. Locks the name until the transaction ends.
 */
export async function organisationFor(w: Write, name: string, now: Date): Promise<string> {
  const found = await organisationNamed(w, name);
  if (found) return found;
  const [made = ""] = await w.insert("organisation", [
    { name, state: "customer", domains: [], createdAt: now },
  ]);
  return made;
}

async function organisationNamed(w: Write, name: string): Promise<string | null> {
  await w.tx
    .$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('organisation:' || lower(${name})))`;
  const rows = await w.tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM organisation WHERE lower(name) = lower(${name}) AND archived_at IS NULL`;
  return rows[0]?.id ?? null;
}

const asBigInt = (cents: number | null) => (cents === null ? null : BigInt(cents));
