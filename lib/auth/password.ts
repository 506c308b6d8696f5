import "server-only";
import { hash, verify } from "@node-rs/argon2";

// argon2id (the library's default) at OWASP's floor or above: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Compared against when nobody has that address, so that the answer takes as long either way.
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export async function passwordMatches(stored: string | null, given: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const matches = await verify(stored ?? (await decoy), given);
  return stored !== null && matches;
}
