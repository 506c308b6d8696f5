import "server-only";
import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { sourcesOfEpic } from "#lib/desks/epic-source.ts";
import { isJiraError } from "#lib/desks/jira/http/errors.ts";
import { deliveryOf } from "#lib/desks/jira/issues/delivery.ts";
import type { FieldMap } from "#lib/desks/jira/issues/fields.ts";
import type { JiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import type { Jira } from "#lib/desks/jira/open-jira.ts";
import { epicOps } from "#lib/desks/noun.ts";
import { admits, connectionKinds } from "#lib/desks/schema.ts";
import { UserError } from "#lib/errors.ts";
import type { Fields } from "#lib/operations/rows.ts";
import { newCall, write } from "#lib/operations/write.ts";

const everyMs = 15 * 60_000;

type Asking = { source: { id: string; name: string }; jira: Jira; map: FieldMap };

/**
 * Reads how the epics stand that initiatives are linked to, those that are due: every quarter of an hour, or when an
 * event told of them. Only what differs from before is an operation.
 * @returns how many had changed
 * @throws UserError of `jiraErrors` for what concerns the whole connection; what concerns one epic is kept with it.
 */
export async function readEpics(asking: Asking, now: () => Date): Promise<number> {
  const { source } = asking;
  const began = now();
  const before = new Map(
    (await db().epic.findMany({ where: { sourceId: source.id } })).map((row) => [row.key, row]),
  );
  const oldest = began.getTime() - everyMs;
  const due = (await listKeys(source.id)).filter((key) => {
    const row = before.get(key);
    return !row?.readAt || row.dueAt !== null || row.readAt.getTime() <= oldest;
  });
  const read: Read[] = [];
  for (const key of due) read.push(await readOne(asking, key));
  const changed = read.filter((one) => isDifferent(before.get(one.key), one));
  if (changed.length > 0) {
    const params = { source: source.name, count: changed.length };
    await write(
      system,
      newCall(now()),
      { operation: epicOps.read, params, work: "desk" },
      async (w) => {
        const made = changed.filter(({ key }) => !before.has(key));
        await w.insert(
          "epic",
          made.map((one) => ({ sourceId: source.id, ...one })),
        );
        for (const { key, ...fields } of changed) {
          const id = before.get(key)?.id;
          if (id) await w.update("epic", [id], fields);
        }
        return { count: changed.length };
      },
    );
  }
  // An event that came while they were read leaves its epic due.
  await db().$executeRaw`
    UPDATE epic SET read_at = ${now()}, due_at = CASE WHEN due_at > ${began} THEN due_at END
    WHERE source_id = ${source.id}::uuid AND key = ANY (${due})`;
  return changed.length;
}

/** Keys of the epics of open initiatives that this connection is asked for. */
async function listKeys(sourceId: string): Promise<string[]> {
  const [linked, connected, found] = await Promise.all([
    db().initiative.findMany({
      where: { epicKey: { not: null }, archivedAt: null },
      select: { epicKey: true },
      orderBy: { number: "asc" },
    }),
    db().source.findMany({
      where: { kind: { in: [...connectionKinds] }, archivedAt: null, pausedAt: null },
      select: { id: true, admits: true },
      orderBy: { createdAt: "asc" },
    }),
    db().epic.findMany({
      where: { externalId: { not: null } },
      select: { key: true, sourceId: true },
    }),
  ]);
  const sources = connected.map((one) => ({
    id: one.id,
    projects: admits.catch(admits.parse({})).parse(one.admits).projects,
  }));
  const foundIn = new Map(found.map((epic) => [epic.key, epic.sourceId]));
  const keys = new Set(linked.flatMap(({ epicKey }) => epicKey ?? []));
  return [...keys].filter((key) => sourcesOfEpic(key, sources, foundIn).includes(sourceId));
}

type Read = { key: string } & Fields<"epic">;

const unread = {
  ...{ externalId: null, title: null, status: null, statusCategory: null },
  ...{ childrenTotal: 0, childrenDone: 0, startsOn: null, dueOn: null },
  ...{ resolvedAt: null, deskUpdatedAt: null },
};

async function readOne({ jira, map }: Asking, key: string): Promise<Read> {
  const fields = ["summary", "status", "duedate", "resolutiondate", "updated", "issuetype"];
  try {
    const epic = await jira.issue(key, map.startDate ? [...fields, map.startDate] : fields);
    if (epic === null)
      return {
        key,
        ...unread,
        failure: { key: "epic-not-found", params: { key, host: jira.host } },
      };
    const children: JiraIssue[] = [];
    for await (const page of jira.children(epic.key ?? key, map)) children.push(...page.issues);
    const told = deliveryOf(epic, children, map);
    return {
      ...{ key, externalId: told.externalId, title: told.title, status: told.status },
      ...{ statusCategory: told.statusCategoryKey, failure: null },
      ...{ childrenTotal: told.childrenTotal, childrenDone: told.childrenDone },
      ...{ startsOn: day(told.startOn), dueOn: day(told.dueOn) },
      ...{ resolvedAt: told.resolvedAt, deskUpdatedAt: told.updatedAt },
    };
  } catch (error) {
    if (!(error instanceof UserError) || !concernsOne(error)) throw error;
    return { key, ...unread, failure: { key: error.key, params: error.params } };
  }
}

function concernsOne(error: UserError): boolean {
  return (["bad-query", "forbidden", "not-found", "refused"] as const).some((code) =>
    isJiraError(error, code),
  );
}

function day(written: string | null): Date | null {
  return written === null ? null : new Date(`${written}T00:00:00Z`);
}

function isDifferent(before: Fields<"epic"> | undefined, read: Read): boolean {
  if (!before) return true;
  const pick = (epic: Fields<"epic">) =>
    JSON.stringify(
      Object.keys(read)
        .toSorted()
        .map((name) => Object.entries(epic).find(([key]) => key === name)?.[1] ?? null),
    );
  return pick(before) !== pick(read);
}
