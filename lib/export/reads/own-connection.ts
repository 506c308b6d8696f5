import { databaseUrl } from "#lib/env.ts";
import "server-only";
import { Client } from "pg";

/**
 * A connection for work that takes as long as it takes, in the forms an export is written in: UTC, exact numbers.
 * Ended when the work is, whatever became of it.
 */
export async function withOwnConnection<Result>(
  work: (client: Client) => Promise<Result>,
  url = databaseUrl(),
): Promise<Result> {
  const client = new Client({ connectionString: url });
  // What is lost with the connection shows at the next statement.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(
      `SET TIME ZONE 'UTC'; SET bytea_output = 'hex'; SET extra_float_digits = 1; SET statement_timeout = 0;
       SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0`,
    );
    return await work(client);
  } finally {
    await client.end();
  }
}
