import { randomUUID } from "node:crypto";
import type { peopleCommands } from "#lib/people/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import type { Company } from "#tests/integration/commands/company.ts";
import { freshPerson } from "#tests/integration/commands/fresh.ts";

const deactivate = ({ ask }: Company, id: string) => ask("ines", "person.deactivate", { id });
const addressOf = (number: number) => `new.${number}@soupape.example`;

async function freshHat(company: Company) {
  return { personId: await freshPerson(company), code: "pm", teamId: company.id.dispatch };
}

async function freshMember(company: Company) {
  const personId = await freshPerson(company);
  return { personId, teamId: company.id.dispatch, role: "developer" as const };
}

export const peopleCases: CasesOf<typeof peopleCommands> = {
  "person.add": {
    who: "ines",
    works: ({ next }) => ({ name: "Nouvelle", email: addressOf(next()) }),
    refused: {
      key: "email-taken",
      input: () => ({ name: "Nouvelle", email: "ines.belkacem@soupape.example" }),
    },
    conflict: {
      key: "email-taken",
      meanwhile: ({ ask }, asked) => ask("ines", "person.add", asked),
    },
  },
  "person.edit": {
    who: "ines",
    works: async (company) => ({
      id: await freshPerson(company),
      version: 1,
      name: "Autre Nom",
      email: addressOf(company.next()),
    }),
    refused: {
      key: "email-taken",
      input: async (company) => ({
        id: await freshPerson(company),
        version: 1,
        name: "Autre Nom",
        email: "ines.belkacem@soupape.example",
      }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask, next }, { id }) =>
        ask("ines", "person.edit", { id, version: 1, name: "Nom", email: addressOf(next()) }),
    },
  },
  "person.invite": {
    who: "ines",
    works: async (company) => ({ personId: await freshPerson(company) }),
    refused: { key: "account-begun", input: ({ people }) => ({ personId: people.ines.id }) },
    conflict: {
      key: "not-found",
      meanwhile: (company, { personId }) => deactivate(company, personId),
    },
  },
  "person.deactivate": {
    who: "ines",
    works: async (company) => ({ id: await freshPerson(company) }),
    refused: { key: "last-admin", input: ({ people }) => ({ id: people.ines.id }) },
    conflict: { key: "not-found", meanwhile: (company, { id }) => deactivate(company, id) },
  },
  "people.import": {
    who: "ines",
    works: ({ next }) => ({ csv: `name,email\nImported,${addressOf(next())}\n` }),
    refused: { key: "people-csv-no-columns", input: () => ({ csv: "colour\nred\n" }) },
    conflict: "Who is there already stays as they are, however often the file tells of them.",
  },
  "hat.give": {
    who: "ines",
    works: freshHat,
    refused: { key: "not-found", input: () => ({ personId: randomUUID(), code: "csm" }) },
    conflict: {
      key: "hat-worn-already",
      meanwhile: ({ ask }, asked) => ask("ines", "hat.give", asked),
    },
  },
  "hat.take": {
    who: "ines",
    works: async (company) => {
      const { id } = await company.ask("ines", "hat.give", await freshHat(company));
      return { hatId: id ?? "" };
    },
    refused: { key: "not-found", input: () => ({ hatId: randomUUID() }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, asked) => ask("ines", "hat.take", asked),
    },
  },
  "membership.start": {
    who: "ines",
    works: freshMember,
    refused: {
      key: "not-found",
      input: async (company) => ({ ...(await freshMember(company)), teamId: randomUUID() }),
    },
    conflict: {
      key: "member-already",
      meanwhile: ({ ask }, asked) => ask("ines", "membership.start", asked),
    },
  },
  "membership.end": {
    who: "ines",
    works: async (company) => {
      const { id } = await company.ask("ines", "membership.start", await freshMember(company));
      return { membershipId: id ?? "" };
    },
    refused: { key: "not-found", input: () => ({ membershipId: randomUUID() }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, asked) => ask("ines", "membership.end", asked),
    },
  },
};
