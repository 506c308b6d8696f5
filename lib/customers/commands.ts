import "server-only";
import { customerOps } from "#lib/customers/noun.ts";
import * as input from "#lib/customers/schema.ts";
import { dismissPair, mergeOrganisations, partOrganisations } from "#lib/customers/writes/merge.ts";
import { saveOrganisation } from "#lib/customers/writes/organisation.ts";
import { command } from "#lib/frame/command.ts";

export const customersCommands = {
  "customer.save": command({
    input: input.saveOrganisationInput,
    permissions: ["source:manage"],
    operations: [customerOps.saved],
    run: saveOrganisation,
  }),
  "customer.merge": command({
    input: input.mergeInput,
    permissions: ["source:manage"],
    operations: [customerOps.merged],
    run: mergeOrganisations,
  }),
  "customer.part": command({
    input: input.partInput,
    permissions: ["source:manage"],
    operations: [customerOps.parted],
    run: partOrganisations,
  }),
  "customer.dismiss-pair": command({
    input: input.pairInput,
    permissions: ["source:manage"],
    operations: [customerOps.pairDismissed],
    run: dismissPair,
  }),
};
