import "server-only";
import { accountOps } from "#lib/auth/noun.ts";
import { command } from "#lib/frame/command.ts";
import { hatOps, membershipOps, peopleOps, personOps } from "#lib/people/noun.ts";
import * as input from "#lib/people/schema.ts";
import * as hats from "#lib/people/writes/hats.ts";
import { importPeople } from "#lib/people/writes/import-people.ts";
import * as people from "#lib/people/writes/people.ts";

export const peopleCommands = {
  "person.add": command({
    input: input.addPersonInput,
    permissions: ["people:manage"],
    operations: [personOps.added],
    run: people.addPerson,
  }),
  "person.edit": command({
    input: input.editPersonInput,
    permissions: ["people:manage"],
    operations: [accountOps.edited],
    run: people.editPerson,
  }),
  "person.invite": command({
    input: input.invitePersonInput,
    permissions: ["people:manage"],
    operations: [personOps.invited],
    run: people.invitePerson,
  }),
  "person.deactivate": command({
    input: input.deactivatePersonInput,
    permissions: ["people:manage"],
    operations: [personOps.deactivated],
    run: people.deactivatePerson,
  }),
  "people.import": command({
    input: input.importPeopleInput,
    permissions: ["people:manage"],
    operations: [peopleOps.imported],
    run: importPeople,
  }),
  "hat.give": command({
    input: input.giveHatInput,
    permissions: ["people:manage", "deputy:name"],
    operations: [hatOps.given],
    run: hats.giveHat,
  }),
  "hat.take": command({
    input: input.takeHatInput,
    permissions: ["people:manage", "deputy:name"],
    operations: [hatOps.taken],
    run: hats.takeHat,
  }),
  "membership.start": command({
    input: input.startMembershipInput,
    permissions: ["people:manage"],
    operations: [membershipOps.started],
    run: hats.startMembership,
  }),
  "membership.end": command({
    input: input.endMembershipInput,
    permissions: ["people:manage"],
    operations: [membershipOps.ended],
    run: hats.endMembership,
  }),
};
