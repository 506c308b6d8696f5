import type { tribesCommands } from "#lib/tribes/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import type { Company } from "#tests/integration/commands/company.ts";
import { freshTeam, freshTribe } from "#tests/integration/commands/fresh.ts";

type Known = { id?: string | null };

async function tribeOf(company: Company) {
  const id = await freshTribe(company);
  const { code } = await company.database.tribe.findUniqueOrThrow({ where: { id } });
  return { id, version: 1, code, name: `Renamed ${company.next()}` };
}

async function editTribe({ ask, database, next }: Company, id: string) {
  const { code } = await database.tribe.findUniqueOrThrow({ where: { id } });
  await ask("ines", "tribe.save", { id, version: 1, code, name: `Other ${next()}` });
}

async function teamOf(company: Company) {
  const tribeId = await freshTribe(company);
  const id = await freshTeam(company, tribeId);
  return { id, version: 1, name: `Renamed ${company.next()}`, tribeId };
}

async function editTeam({ ask, database, next }: Company, id: string) {
  const { tribeId } = await database.team.findUniqueOrThrow({ where: { id } });
  await ask("ines", "team.save", { id, version: 1, name: `Other ${next()}`, tribeId });
}

async function departmentOf({ ask, next }: Company) {
  const { id } = await ask("ines", "department.save", { name: `Department ${next()}` });
  return { id, version: 1, name: `Renamed ${next()}` };
}

export const tribeCases: CasesOf<typeof tribesCommands> = {
  "department.save": {
    who: "ines",
    works: departmentOf,
    refused: {
      key: "name-taken",
      input: async (company) => {
        const { name } = await departmentOf(company);
        await company.ask("ines", "department.save", { name });
        return { name };
      },
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask, next }, { id }: Known) =>
        ask("ines", "department.save", { id, version: 1, name: `Other ${next()}` }),
    },
  },
  "tribe.save": {
    who: "ines",
    works: tribeOf,
    refused: { key: "tribe-code-taken", input: () => ({ code: "PLA", name: "Another" }) },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: (company, { id }) => editTribe(company, id ?? ""),
    },
  },
  "tribe.archive": {
    who: "ines",
    works: async (company) => ({ id: await freshTribe(company), version: 1 }),
    refused: { key: "tribe-has-teams", input: ({ id }) => ({ id: id.pla, version: 1 }) },
    conflict: { key: "changed-meanwhile", meanwhile: (company, { id }) => editTribe(company, id) },
  },
  "team.save": {
    who: "ines",
    works: teamOf,
    refused: { key: "name-taken", input: ({ id }) => ({ name: "Dispatch", tribeId: id.pla }) },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: (company, { id }) => editTeam(company, id ?? ""),
    },
  },
  "team.archive": {
    who: "ines",
    works: async (company) => {
      const { id } = await teamOf(company);
      return { id, version: 1 };
    },
    refused: "Any team may be archived; what is nobody's any more has another version.",
    conflict: { key: "changed-meanwhile", meanwhile: (company, { id }) => editTeam(company, id) },
  },
};
