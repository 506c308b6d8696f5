import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase } from "#lib/db.ts";
import { keepSecret } from "#lib/desks/writes/keep-secret.ts";
import { root } from "#lib/launcher/paths.mjs";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { type Delivery, deliver, issueEvent } from "#tests/support/fake-jira/webhooks.ts";
import type { Bench } from "./bench.ts";
import { fillCompany } from "./company.ts";
import { type Figure, milliseconds, seconds } from "./figure.ts";
import { startProduct } from "./product.ts";
import { median, percentile } from "./requests.ts";

const COMPANY = 1_000;
const TICKETS = 200;
const PER_SECOND = 20;
const SECONDS = 30;
const WARM_UP = 40;
const SECRET = "the secret of this benchmark";

/**
 * Events of a desk, so many a second whether or not those before are answered, each from its sending to its answer;
 * the worker takes them in meanwhile, as it does in life.
 */
export async function benchmarkWebhooks({ databaseUrl, say }: Bench): Promise<Figure[]> {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("hex");
  const installation = process.env.NEXTAUTH_SECRET;
  const fake = await startFakeJira({ tickets: TICKETS });
  await fillCompany(databaseUrl, COMPANY);
  const source = await connect(databaseUrl, fake);
  const product = await startProduct(databaseUrl, installation);
  const worker = startWorker(databaseUrl, installation, fake);
  try {
    const to = `${product.url}/api/webhooks/jira/${source}`;
    const events = eventsOf(fake, WARM_UP + PER_SECOND * SECONDS);
    for (const event of events.slice(0, WARM_UP)) await deliver(to, event, SECRET);
    const answers = await sendSteadily(to, events.slice(WARM_UP));
    const sent = performance.now();
    const times = answers.map(({ ms }) => ms);
    const refused = answers.filter(({ status }) => status !== 200).length;
    say(`${answers.length} events, ${refused} refused, p50 ${milliseconds(median(times))}`);
    await allTaken(databaseUrl);
    return [
      {
        what: `Webhooks, ${PER_SECOND} a second for ${SECONDS} s while the worker takes them in: answered within`,
        measured: `${milliseconds(percentile(times, 0.99))} (p99), ${milliseconds(median(times))} (p50), ${refused} of ${answers.length} not kept`,
        promised: "at most 50 ms (p99), none not kept",
      },
      {
        what: "The last of them taken in, after it was sent",
        measured: seconds(performance.now() - sent),
        promised: "–",
      },
    ];
  } finally {
    worker.kill("SIGTERM");
    await once(worker, "exit");
    await product.stop();
    await fake.close();
  }
}

async function connect(databaseUrl: string, fake: FakeJira): Promise<string> {
  const database = createDatabase(databaseUrl, 1);
  try {
    const now = new Date();
    const { id } = await database.source.create({
      data: {
        ...{ name: "Desk", kind: "jira-cloud", siteUrl: fake.url, account: fake.account.user },
        ...{ admits: { projects: ["SAV"] }, state: { create: {} } },
      },
    });
    await database.$transaction(async (tx) => {
      const { token } = fake.account;
      await keepSecret(tx, { sourceId: id, name: "api-token", text: token, now });
      await keepSecret(tx, { sourceId: id, name: "webhook", text: SECRET, now });
    });
    return id;
  } finally {
    await database.$disconnect();
  }
}

function startWorker(databaseUrl: string, installation: string, fake: FakeJira) {
  return spawn(process.execPath, ["--conditions=react-server", join(root, "lib/jobs/worker.ts")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: installation },
      TRIBUNE_PRIVATE_HOSTS: fake.host,
    },
  });
}

/** Each ticket changes again and again. */
function eventsOf(fake: FakeJira, count: number): Delivery[] {
  const flavour = { base: fake.url, server: false };
  return Array.from({ length: count }, (_, index) => {
    const { id } = fake.site.all()[index % TICKETS] ?? { id: "" };
    const ticket = fake.site.change(id, { title: `Change ${index}` });
    return { identifier: `bench-${index}`, body: issueEvent("updated", ticket, flavour) };
  });
}

async function sendSteadily(to: string, events: Delivery[]) {
  const begun = performance.now();
  const answers: ReturnType<typeof deliver>[] = [];
  for (const [index, event] of events.entries()) {
    const wait = begun + (index * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    answers.push(deliver(to, event, SECRET));
  }
  return Promise.all(answers);
}

async function allTaken(databaseUrl: string): Promise<void> {
  const database = createDatabase(databaseUrl, 1);
  try {
    for (let tries = 0; tries < 1200; tries += 1) {
      if ((await database.webhookEvent.count({ where: { handledAt: null } })) === 0) return;
      await sleep(100);
    }
    throw new Error("the worker does not take the events in");
  } finally {
    await database.$disconnect();
  }
}
