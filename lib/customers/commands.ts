import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { organisationNamed } from "#lib/customers/organisation-for.ts";
import type { SaveOrganisationInput } from "#lib/customers/schema.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";

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

const asBigInt = (cents: number | null) => (cents === null ? null : BigInt(cents));
