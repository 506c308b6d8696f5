import "server-only";
import { authServer } from "#lib/auth/noun.server.ts";
import { backupServer } from "#lib/backup/noun.server.ts";
import { catalogueServer } from "#lib/catalogue/noun.server.ts";
import { commentsServer } from "#lib/comments/noun.server.ts";
import { customersServer } from "#lib/customers/noun.server.ts";
import { desksServer } from "#lib/desks/noun.server.ts";
import { distributionServer } from "#lib/distribution/noun.server.ts";
import { dutyServer } from "#lib/duty/noun.server.ts";
import { erasureServer } from "#lib/erasure/noun.server.ts";
import type { Hearing } from "#lib/frame/hearing.ts";
import type { NounServer } from "#lib/frame/noun-server.ts";
import type { Subject } from "#lib/frame/subject.ts";
import { inOrder } from "#lib/frame/table-order.ts";
import { importsServer } from "#lib/imports/noun.server.ts";
import { initiativesServer } from "#lib/initiatives/noun.server.ts";
import { insightsServer } from "#lib/insights/noun.server.ts";
import { noticesServer } from "#lib/notices/noun.server.ts";
import { okrsServer } from "#lib/okrs/noun.server.ts";
import { operationsServer } from "#lib/operations/noun.server.ts";
import { outboxServer } from "#lib/outbox/noun.server.ts";
import { peopleServer } from "#lib/people/noun.server.ts";
import { proposalsServer } from "#lib/proposals/noun.server.ts";
import { roadmapServer } from "#lib/roadmap/noun.server.ts";
import { savedViewsServer } from "#lib/saved-views/noun.server.ts";
import { settingsServer } from "#lib/settings/noun.server.ts";
import { themesServer } from "#lib/themes/noun.server.ts";
import { ticketsServer } from "#lib/tickets/noun.server.ts";
import { tribesServer } from "#lib/tribes/noun.server.ts";

/** Whom others refer to stands before them, as their tables come back. */
const declared = [
  peopleServer,
  tribesServer,
  settingsServer,
  savedViewsServer,
  dutyServer,
  customersServer,
  erasureServer,
  desksServer,
  importsServer,
  ticketsServer,
  insightsServer,
  distributionServer,
  themesServer,
  proposalsServer,
  initiativesServer,
  roadmapServer,
  catalogueServer,
  okrsServer,
  commentsServer,
  operationsServer,
  noticesServer,
  outboxServer,
  authServer,
  backupServer,
] as const satisfies readonly NounServer[];

/** Exactly what each of them declares. */
export type DeclaredServer = (typeof declared)[number];

/** What the nouns bring that needs the database. */
export const nounServers: readonly NounServer[] = declared;

/** What stands in the texts of every table. */
export const texts = nounServers.flatMap(({ tables = [], staying = [] }) => [
  ...tables,
  ...staying,
]);

/** What something may be said about, and what one hears of, by kind. */
export const subjects: ReadonlyMap<string, Subject> = new Map(
  nounServers.flatMap((one) => Object.entries(one.subjects ?? {})),
);

/** Who hears of what, by operation. */
export const hearings: ReadonlyMap<string, Hearing> = new Map(
  nounServers.flatMap((one) => Object.entries(one.hearings ?? {})),
);

/** Everything that leaves, in an order in which it can come back. */
export const tables = inOrder(nounServers.map((one) => one.tables ?? []));
