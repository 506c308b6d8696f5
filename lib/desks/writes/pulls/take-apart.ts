import "server-only";
import { asideReasonOf, isDesks, mayBeTickets } from "#lib/desks/aside-reason.ts";
import { instantOf } from "#lib/desks/jira/issues/instant.ts";
import type { JiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import { readAside } from "#lib/desks/reads/asides.ts";
import { putAside } from "#lib/desks/writes/asides.ts";
import { type Asking, type Kept, takeIssues } from "#lib/desks/writes/pulls/write-issues.ts";
import type { Counts } from "#lib/tickets/target.ts";

/** When not one of so many goes in, it is not the tickets. */
const mostAsideAtOnce = 20;

/**
 * Takes in what is not known to be impossible; when that fails, one by one, so that only the ticket that is the cause is
 * put aside, with its reason.
 * @param retries takes those too that were put aside as they are now: whatever was in their way may be mended
 */
export async function takeApart(
  asking: Asking,
  found: JiraIssue[],
  kept: Kept,
  now: Date,
  { retries = false } = {},
): Promise<Counts> {
  const issues = retries ? found : await withoutAside(asking.source.id, found);
  try {
    return await takeIssues(asking, issues, kept, now);
  } catch (error) {
    if (!mayBeTickets(error) || issues.length === 0) throw error;
    console.error(`issues ${asking.source.id}: one by one`, error);
    return oneByOne(asking, issues, kept, now);
  }
}

async function oneByOne(
  asking: Asking,
  issues: JiraIssue[],
  kept: Kept,
  now: Date,
): Promise<Counts> {
  const total: Counts = { created: 0, updated: 0, unchanged: 0 };
  const failed: { issue: JiraIssue; error: unknown }[] = [];
  for (const issue of issues) {
    try {
      const counts = await takeIssues(asking, [issue], ofOne(kept), now);
      total.created += counts.created;
      total.updated += counts.updated;
      total.unchanged += counts.unchanged;
    } catch (error) {
      if (!mayBeTickets(error)) throw error;
      // What stops a desk that answers nothing is not this ticket.
      if (isDesks(error)) await asking.jira.myself();
      failed.push({ issue, error });
      if (failed.length === issues.length && failed.length > mostAsideAtOnce) throw error;
    }
  }
  for (const { issue, error } of failed)
    await putAside(asking.source.id, asideOf(issue), asideReasonOf(error, issue.id), now);
  await takeIssues(asking, [], kept, now);
  return total;
}

/** The page's cursor moves once, when all of it is done; what came in is counted with each. */
function ofOne({ run, count }: Kept): Kept {
  return { first: async () => {}, isNoted: false, run, count, last: async () => {} };
}

function asideOf({ id, key, fields }: JiraIssue) {
  return { externalId: id, key: key ?? null, changedAt: instantOf(fields?.updated) };
}

/** Without those that have not changed since they were put aside. */
async function withoutAside(sourceId: string, issues: JiraIssue[]): Promise<JiraIssue[]> {
  const aside = await readAside(
    sourceId,
    issues.map(({ id }) => id),
  );
  return issues.filter(({ id, fields }) => {
    const before = aside.get(id);
    const changed = instantOf(fields?.updated);
    return !before || changed === null || changed.getTime() !== before.getTime();
  });
}
