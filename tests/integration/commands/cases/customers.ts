import type { customersCommands } from "#lib/customers/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import type { Company } from "#tests/integration/commands/company.ts";
import { freshCustomer } from "#tests/integration/commands/fresh.ts";

async function freshPair(company: Company): Promise<string> {
  const [aId = "", bId = ""] = [await freshCustomer(company), await freshCustomer(company)].sort();
  const pair = { aId, bId, reason: "name" };
  return (await company.database.organisationPair.create({ data: pair })).id;
}

const two = async (company: Company) => ({
  keepId: await freshCustomer(company),
  otherId: await freshCustomer(company),
});

export const customerCases: CasesOf<typeof customersCommands> = {
  "customer.save": {
    who: "ines",
    works: async (company) => ({
      id: await freshCustomer(company),
      version: 1,
      name: `Renamed ${company.next()}`,
      state: "customer",
    }),
    refused: {
      key: "organisation-name-taken",
      input: () => ({ name: "Pennerley Boilers", state: "customer" }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask, next }, { id }) =>
        ask("ines", "customer.save", { id, version: 1, name: `Other ${next()}`, state: "lost" }),
    },
  },
  "customer.merge": {
    who: "ines",
    works: two,
    refused: {
      key: "organisation-merge-self",
      input: ({ id }) => ({ keepId: id.pennerley, otherId: id.pennerley }),
    },
    conflict: {
      key: "organisation-merge-chain",
      meanwhile: async (company, { otherId }) => {
        const keepId = await freshCustomer(company);
        await company.ask("ines", "customer.merge", { keepId, otherId });
      },
    },
  },
  "customer.part": {
    who: "ines",
    works: async (company) => {
      const merged = await two(company);
      await company.ask("ines", "customer.merge", merged);
      return { id: merged.otherId };
    },
    refused: {
      key: "organisation-not-merged",
      input: async (company) => ({ id: await freshCustomer(company) }),
    },
    conflict: {
      key: "organisation-not-merged",
      meanwhile: ({ ask }, asked) => ask("ines", "customer.part", asked),
    },
  },
  "customer.dismiss-pair": {
    who: "ines",
    works: async (company) => ({ id: await freshPair(company), version: 1 }),
    refused: {
      key: "changed-meanwhile",
      input: async (company) => ({ id: await freshPair(company), version: 2 }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, asked) => ask("ines", "customer.dismiss-pair", asked),
    },
  },
};
