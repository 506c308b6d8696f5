import type { Actor } from "#lib/auth/actor.ts";
import { saveSourceInput } from "#lib/desks/schema.ts";
import { saveSource } from "#lib/desks/writes/commands.ts";
import { newCall } from "#lib/operations/write.ts";
import type { FakeJira } from "#tests/support/fake-jira/server.ts";

export const webhookSecret = "a secret that the desk signs with";

type Wanted = {
  name: string;
  admits?: { projects?: string[]; issueTypes?: string[]; requestTypes?: string[]; query?: string };
  webhookSecret?: string;
};

/** A connection to a fake Jira, as Product Ops would make it; its host must be in TRIBUNE_PRIVATE_HOSTS. @returns its id */
export async function connectTo(fake: FakeJira, actor: Actor, wanted: Wanted): Promise<string> {
  const input = saveSourceInput.parse({
    ...{ id: null, version: null, name: wanted.name, siteUrl: fake.url },
    kind: fake.kind === "cloud" ? "jira-cloud" : "jira-server",
    ...{ account: fake.account.user, apiToken: fake.account.token },
    webhookSecret: wanted.webhookSecret ?? webhookSecret,
    admits: wanted.admits ?? { projects: ["SAV"] },
  });
  return (await saveSource(actor, input, newCall(new Date()))).id;
}
