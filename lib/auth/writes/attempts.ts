import { databaseUrl } from "#lib/env.ts";
import "server-only";
import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

// Ten wrong tries an account in five minutes, fifty an address: slow for a guesser, short for an owner.
const windowSeconds = 300;
const perAccount = 10;
const perAddress = 50;

type Limiters = { account: RateLimiterPostgres; address: RateLimiterPostgres };

declare global {
  var tribuneAttempts: Promise<Limiters> | undefined;
}

/** Counts a try to sign in. @returns whether it may go on. `address` is null when no proxy is trusted to name it. */
export async function mayTry(email: string, address: string | null): Promise<boolean> {
  const { account, address: addresses } = await limiters();
  try {
    await account.consume(email.toLowerCase());
    if (address) await addresses.consume(address);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

/** A right password forgets the wrong ones before it. */
export async function forgetTries(email: string): Promise<void> {
  await (await limiters()).account.delete(email.toLowerCase());
}

function limiters(): Promise<Limiters> {
  globalThis.tribuneAttempts ??= prepare();
  return globalThis.tribuneAttempts;
}

async function prepare(): Promise<Limiters> {
  const storeClient = new Pool({
    connectionString: databaseUrl(),
    max: 2,
    connectionTimeoutMillis: 5_000,
  });
  // One that breaks while nobody tries is replaced when somebody does; unheard, it would end the web server.
  storeClient.on("error", () => {});
  const common = {
    storeClient,
    duration: windowSeconds,
    tableName: "sign_in_attempt",
    tableCreated: true,
  };
  return {
    account: new RateLimiterPostgres({ ...common, keyPrefix: "account", points: perAccount }),
    address: new RateLimiterPostgres({ ...common, keyPrefix: "address", points: perAddress }),
  };
}
