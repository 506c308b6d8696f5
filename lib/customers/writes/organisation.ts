import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { customerOps } from "#lib/customers/noun.ts";
import type { SaveOrganisationInput } from "#lib/customers/schema.ts";
import { linkRequesters } from "#lib/customers/writes/accounts.ts";
import { organisationNamed } from "#lib/customers/writes/organisation-for.ts";
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
    { operation: customerOps.saved, params: { name: fields.name } },
    async (w) => {
      const other = await organisationNamed(w, fields.name);
      if (other && other !== id)
        throw new UserError("organisation-name-taken", { name: fields.name });
      if (id) await requireLive(w, id);
      const given = {
        ...fields,
        revenueCents: asBigInt(fields.revenueCents),
        atStakeCents: asBigInt(fields.atStakeCents),
      };
      if (!id) {
        const [made = ""] = await w.insert("organisation", [{ ...given, createdAt: call.now }]);
        await linkRequesters(w, fields.domains);
        return { id: made };
      }
      const [found] = await w.update("organisation", [id], given, version ?? 0);
      if (!found) throw new UserError("not-found");
      await linkRequesters(w, fields.domains);
      return { id: found };
    },
  );
}

/** One that was merged into another is as it was until they are parted. */
async function requireLive(w: Write, id: string): Promise<void> {
  const gone = await w.tx.organisation.count({ where: { id, archivedAt: { not: null } } });
  if (gone > 0) throw new UserError("organisation-not-found");
}

const asBigInt = (cents: number | null) => (cents === null ? null : BigInt(cents));
