import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** Asks the database, again as long as it is away; a wrong answer of ours is thrown at once. */
export function patientClient(url: string) {
  let open: Promise<Client> | null = null;

  async function connected(): Promise<Client> {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on("error", () => {
      open = null;
    });
    await client.connect();
    return client;
  }

  return {
    async ask<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer> {
      for (const until = performance.now() + 60_000; ; ) {
        try {
          open ??= connected();
          return await question(await open);
        } catch (error) {
          if (!isAway(error) || performance.now() > until) throw error;
          open = null;
          await sleep(20);
        }
      }
    },
    async end(): Promise<void> {
      await (await open)?.end();
    },
  };
}

export type PatientClient = ReturnType<typeof patientClient>;

/** The connection is gone, or the server is going or coming. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(ECONN|EPIPE|57P|08)/.test(code) || /terminated|not queryable|timeout/i.test(error.message)
  );
}
