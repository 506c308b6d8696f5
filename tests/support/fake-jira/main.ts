import { parseArgs } from "node:util";
import { z } from "zod";
import { startFakeJira } from "./server.ts";
import { commentEvent, deliver, issueEvent } from "./webhooks.ts";

// A fake Jira to connect by hand, and to break while looking at the screens:
//   node tests/support/fake-jira/main.ts --port 8099 --tickets 500 --kind cloud --delay 200
// Then a word a line on its standard input, for instance:
//   status 429 5 30        the next 5 searches answer 429 with Retry-After: 30
//   cut 2 | reset 2 | page 2 | slow 5000
//   revoke | restore       the token
//   touch SAV-3 New title  |  done SAV-3  |  move SAV-3  |  remove SAV-3  |  add
//   hook http://localhost:3000/api/webhooks/jira/<source> <secret>   sends an event after each of those

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8099" },
    tickets: { type: "string", default: "50" },
    kind: { type: "string", default: "cloud" },
    delay: { type: "string", default: "0" },
  },
});
const jira = await startFakeJira({
  port: Number(values.port),
  tickets: Number(values.tickets),
  kind: z.enum(["cloud", "server"]).parse(values.kind),
  delayMs: Number(values.delay),
});
const flavour = { base: jira.url, server: jira.kind === "server" };
let hook: { url: string; secret: string } | null = null;
let sent = 0;

console.log(`${jira.url} user ${jira.account.user} token ${jira.account.token}`);

const words: Record<string, (args: string[]) => Promise<void> | void> = {
  status: ([status = "503", times = "1", after]) => {
    const headers: Record<string, string> = after === undefined ? {} : { "retry-after": after };
    jira.misbehave({
      on: "any",
      times: Number(times),
      as: { kind: "status", status: Number(status), headers },
    });
  },
  cut: ([times = "1"]) =>
    jira.misbehave({ on: "search", times: Number(times), as: { kind: "cut" } }),
  reset: ([times = "1"]) =>
    jira.misbehave({ on: "any", times: Number(times), as: { kind: "reset" } }),
  page: ([times = "1"]) =>
    jira.misbehave({ on: "any", times: Number(times), as: { kind: "page" } }),
  slow: ([ms = "1000"]) => jira.setDelay(Number(ms)),
  behave: () => jira.behave(),
  revoke: () => jira.setValid(false),
  restore: () => jira.setValid(true),
  touch: ([key = "", ...title]) =>
    tell("updated", jira.site.change(key, { title: title.join(" ") || "Changed" })),
  done: ([key = ""]) => tell("updated", jira.site.setStatus(key, "done")),
  move: ([key = ""]) => tell("updated", jira.site.move(key)),
  add: () => tell("created", jira.site.add()),
  remove: async ([key = ""]) => {
    const gone = jira.site.find(key);
    jira.site.remove(key);
    if (gone) await tell("deleted", gone);
  },
  comment: async ([key = ""]) => {
    const ticket = jira.site.find(key);
    const comment = ticket?.comments[0];
    if (ticket && comment) await send(commentEvent("created", ticket, comment, flavour));
  },
  hook: ([url = "", secret = ""]) => {
    hook = { url, secret };
  },
};

process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  for (const line of String(chunk).split("\n")) {
    const [word = "", ...args] = line.trim().split(/\s+/);
    if (word === "") continue;
    try {
      await words[word]?.(args);
      console.log(words[word] ? "done" : `words: ${Object.keys(words).join(" ")}`);
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
    }
  }
}

function tell(event: "created" | "updated" | "deleted", ticket: Parameters<typeof issueEvent>[1]) {
  return send(issueEvent(event, ticket, flavour));
}

async function send(body: string) {
  if (hook === null) return;
  sent += 1;
  console.log(
    await deliver(
      hook.url,
      { identifier: `by-hand-${Date.now()}-${sent}`, body },
      hook.secret || null,
    ),
  );
}
