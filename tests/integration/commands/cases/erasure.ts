import { randomUUID } from "node:crypto";
import type { erasureCommands } from "#lib/erasure/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import type { Company } from "#tests/integration/commands/company.ts";

async function freshRequester({ database, next }: Company): Promise<string> {
  const number = next();
  const requester = { name: `Requester ${number}`, externalKey: `name:requester ${number}` };
  return (await database.requester.create({ data: requester })).id;
}

export const erasureCases: CasesOf<typeof erasureCommands> = {
  "requester.erase": {
    who: "ines",
    works: async (company) => ({ requesterId: await freshRequester(company) }),
    refused: { key: "not-found", input: () => ({ requesterId: randomUUID() }) },
    conflict: {
      key: "requester-erased-before",
      meanwhile: ({ ask }, asked) => ask("ines", "requester.erase", asked),
    },
  },
};
