import type { CommandName } from "#lib/commands.ts";
import type { Case } from "#tests/integration/commands/case.ts";
import { catalogueCases } from "#tests/integration/commands/cases/catalogue.ts";
import { customerCases } from "#tests/integration/commands/cases/customers.ts";
import { deskCases } from "#tests/integration/commands/cases/desks.ts";
import { distributionCases } from "#tests/integration/commands/cases/distribution.ts";
import { erasureCases } from "#tests/integration/commands/cases/erasure.ts";
import { importCases } from "#tests/integration/commands/cases/imports.ts";
import { initiativeCases } from "#tests/integration/commands/cases/initiatives.ts";
import { insightCases } from "#tests/integration/commands/cases/insights.ts";
import { okrCases } from "#tests/integration/commands/cases/okrs.ts";
import { ownCases } from "#tests/integration/commands/cases/own.ts";
import { peopleCases } from "#tests/integration/commands/cases/people.ts";
import { proposalCases } from "#tests/integration/commands/cases/proposals.ts";
import { roadmapCases } from "#tests/integration/commands/cases/roadmap.ts";
import { themeCases } from "#tests/integration/commands/cases/themes.ts";
import { tribeCases } from "#tests/integration/commands/cases/tribes.ts";

/** One of each command: one that nobody says here how to try doesn't compile. */
export const cases: { [Name in CommandName]: Case<Name> } = {
  ...catalogueCases,
  ...customerCases,
  ...deskCases,
  ...distributionCases,
  ...erasureCases,
  ...importCases,
  ...initiativeCases,
  ...insightCases,
  ...okrCases,
  ...ownCases,
  ...peopleCases,
  ...proposalCases,
  ...roadmapCases,
  ...themeCases,
  ...tribeCases,
};
