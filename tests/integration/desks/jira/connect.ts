import { onTestFinished } from "vitest";
import { type JiraOptions, openJira } from "#lib/desks/jira/open-jira.ts";
import type { IssuePage } from "#lib/desks/jira/page-reads.ts";
import { UserError } from "#lib/errors.ts";
import { type FakeOptions, startFakeJira } from "#tests/support/fake-jira/server.ts";

export const desk = { projects: ["SAV"], issueTypes: [], jql: null };

/** A fake Jira, ours to talk to it, and the pauses (ms) that ours would have made. */
export async function connect(fakeOptions: FakeOptions = {}, options: Partial<JiraOptions> = {}) {
  const fake = await startFakeJira(fakeOptions);
  onTestFinished(() => fake.close());
  const pauses: number[] = [];
  const jira = openJira({
    siteUrl: fake.url,
    kind: fake.kind,
    auth: { kind: "basic", ...fake.account },
    privateHosts: [fake.host],
    sleep: async (ms) => void pauses.push(ms),
    random: () => 0,
    ...options,
  });
  return { fake, jira, pauses };
}

export async function all(pages: AsyncIterable<IssuePage>): Promise<IssuePage[]> {
  const found: IssuePage[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

export function idsOf(pages: IssuePage[]): string[] {
  return pages.flatMap(({ issues }) => issues.map(({ id }) => id));
}

/** The key of the refusal and what it says. */
export async function refusalOf(going: Promise<unknown>) {
  try {
    await going;
  } catch (error) {
    if (error instanceof UserError)
      return { key: error.key.replace("jiraErrors.", ""), params: error.params };
    throw error;
  }
  throw new Error("It was not refused");
}
