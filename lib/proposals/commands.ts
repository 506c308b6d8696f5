import "server-only";
import { command } from "#lib/frame/command.ts";
import { proposalOps } from "#lib/proposals/noun.ts";
import * as input from "#lib/proposals/schema.ts";
import { confirmProposals } from "#lib/proposals/writes/confirm.ts";
import { refuseProposal } from "#lib/proposals/writes/refuse.ts";

export const proposalsCommands = {
  "proposal.confirm": command({
    input: input.confirmInput,
    permissions: ["insight:triage"],
    operations: [proposalOps.confirmed],
    run: confirmProposals,
  }),
  "proposal.refuse": command({
    input: input.refuseInput,
    permissions: ["insight:triage"],
    operations: [proposalOps.refused],
    run: refuseProposal,
  }),
};
