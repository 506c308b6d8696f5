// What the environment asks of a start; what can't be is refused before anything is installed or started.
import { dataFolder } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** With a server of its own a company's Tribune listens to the network; else this machine alone reaches it. */
const EVERYWHERE = "0.0.0.0";

/** Throws a Refusal that says what is missing or wrong and how to give it; never shows a secret. */
export function readSettings(env = process.env) {
  const port = readPort(env.PORT || "3000");
  const externalUrl = env.DATABASE_URL || undefined;
  const secret = env.NEXTAUTH_SECRET || undefined;
  if (externalUrl !== undefined) {
    refuseForeignDatabase(externalUrl);
    if (secret === undefined) refuse("NEXTAUTH_SECRET", secretRemedy);
    if (!env.NEXTAUTH_URL) refuse("NEXTAUTH_URL", addressRemedy);
  }
  if (secret !== undefined && secret.length < 32)
    throw new Refusal(`NEXTAUTH_SECRET is too short: at least 32 characters, ${secretRemedy}.`);
  if (env.NEXTAUTH_URL && !isAddress(env.NEXTAUTH_URL, /^https?:$/))
    throw new Refusal(`NEXTAUTH_URL is no address: ${addressRemedy}.`);
  const here = `http://localhost:${port}`;
  const address = env.NEXTAUTH_URL || here;
  const host = env.TRIBUNE_HOST || EVERYWHERE;
  return { port, here, address, externalUrl, secret, host, dataDir: dataFolder(env) };
}

/** Throws a Refusal that names what the product would not take of its environment. To be called once zod is installed. */
export async function refuseWrongSettings(env) {
  const { parseEnvironment } = await import("../env.ts");
  const { wrong } = parseEnvironment(env);
  if (wrong.length > 0)
    throw new Refusal(
      `Wrong settings in the environment: ${wrong.join(", ")}. README.md says what each is for.`,
    );
}

const secretRemedy =
  "a long random text that stays the same, such as what `openssl rand -base64 32` prints";
const addressRemedy =
  "the address that people type, such as https://tribune.example.com (or http://localhost:3000 to try it)";

function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Refusal(`PORT=${text} is no port. Give a number from 1 to 65535.`);
}

function refuse(name, remedy) {
  throw new Refusal(`With DATABASE_URL, Tribune needs ${name} as well: ${remedy}.`);
}

function refuseForeignDatabase(url) {
  if (isAddress(url, /^postgres(ql)?:$/)) return;
  throw new Refusal(
    "DATABASE_URL is no PostgreSQL address. It looks like postgresql://user:password@host:5432/database.",
  );
}

function isAddress(text, protocol) {
  return URL.canParse(text) && protocol.test(new URL(text).protocol);
}
