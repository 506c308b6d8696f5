import "server-only";
import { customersServer } from "#lib/customers/noun.server.ts";
import { desksServer } from "#lib/desks/noun.server.ts";
import type { NounServer } from "#lib/frame/noun-server.ts";
import { initiativesServer } from "#lib/initiatives/noun.server.ts";
import { insightsServer } from "#lib/insights/noun.server.ts";
import { okrsServer } from "#lib/okrs/noun.server.ts";
import { peopleServer } from "#lib/people/noun.server.ts";
import { roadmapServer } from "#lib/roadmap/noun.server.ts";
import { themesServer } from "#lib/themes/noun.server.ts";
import { tribesServer } from "#lib/tribes/noun.server.ts";

/** What the nouns bring that needs the database. */
export const nounServers: readonly NounServer[] = [
  peopleServer,
  tribesServer,
  customersServer,
  insightsServer,
  themesServer,
  initiativesServer,
  roadmapServer,
  okrsServer,
  desksServer,
];
