import { parseArgs } from "node:util";
import { system } from "#lib/auth/actor.ts";
import { isHatCode } from "#lib/auth/hats.ts";
import { givePassword, requireStrong } from "#lib/auth/writes/passwords.ts";
import { ask } from "#lib/cli/ask.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { moment, now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { ownAddress } from "#lib/door/own-address.ts";
import { UserError } from "#lib/errors.ts";
import { newCall } from "#lib/operations/write.ts";
import { addPersonInput } from "#lib/people/schema.ts";
import { todayOf } from "#lib/quarter.ts";
import { notOverOn } from "#lib/sql/dated.ts";

const options = {
  name: { type: "string" },
  language: { type: "string" },
  hat: { type: "string", multiple: true },
  "no-hat": { type: "string", multiple: true },
  "password-stdin": { type: "boolean", default: false },
  deactivate: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
} as const;

type Values = ReturnType<typeof read>["values"];

/** `user add EMAIL --name NAME [--hat CODE[:TRIBE or TEAM]]`, `user list`, `user set EMAIL …`, `user link EMAIL`. */
export async function user(args: string[], say: Say): Promise<number> {
  const { values, positionals } = read(args);
  const [verb, email] = positionals;
  if (verb === "list") return list(values);
  if (email && verb === "link") return link(email, values, say);
  if (!email || (verb !== "add" && verb !== "set")) throw new CliError(say("cli.usage", {}));
  const password = values["password-stdin"] ? await passwordFromInput() : null;
  const id = verb === "add" ? await add(email, values, password, say) : await find(email);
  if (password !== null)
    await givePassword(system, { personId: id, password }, newCall(now(), "command-line"));
  for (const hat of values.hat ?? []) await give(id, hat, say);
  for (const hat of values["no-hat"] ?? []) await take(id, hat, say);
  if (values.deactivate) await ask("person.deactivate", { id });
  console.log(
    values.json
      ? JSON.stringify({ id, email: email.toLowerCase() })
      : say(`cli.user-${verb}`, { email }),
  );
  return 0;
}

function read(args: string[]) {
  return parseArgs({ args, options, allowPositionals: true });
}

async function add(
  email: string,
  values: Values,
  password: string | null,
  say: Say,
): Promise<string> {
  const input = addPersonInput.safeParse({
    email,
    name: values.name ?? email.split("@")[0],
    ...(values.language ? { language: values.language } : {}),
  });
  if (!input.success) throw new CliError(say("cli.wrong-user", { email }));
  // Before anybody is there: who is refused a password is not added without one.
  if (password !== null) requireStrong(password, input.data);
  const { id } = await ask("person.add", input.data);
  return id;
}

/** A one-time address by which its owner chooses a password: theirs to be given, whoever prints it. */
async function link(email: string, values: Values, say: Say): Promise<number> {
  const personId = await find(email);
  const { token } = await ask("person.invite", { personId });
  const address = new URL(`/password?token=${token}`, ownAddress()).href;
  console.log(
    values.json ? JSON.stringify({ email, address }) : say("cli.link", { email, address }),
  );
  return 0;
}

async function list(values: Values): Promise<number> {
  const people = await db().person.findMany({
    select: {
      email: true,
      name: true,
      deactivatedAt: true,
      hats: {
        where: notOverOn(todayOf(moment())),
        select: { code: true },
      },
    },
    orderBy: { email: "asc" },
  });
  const rows = people.map(({ hats, deactivatedAt, ...person }) => ({
    ...person,
    hats: hats.map((hat) => hat.code),
    active: deactivatedAt === null,
  }));
  if (values.json) console.log(JSON.stringify(rows));
  else
    for (const row of rows)
      console.log([row.email, row.name, row.hats.join(","), row.active ? "" : "–"].join("\t"));
  return 0;
}

async function find(email: string): Promise<string> {
  const person = await db().person.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true },
  });
  if (!person) throw new UserError("cli.no-user", { email });
  return person.id;
}

async function give(personId: string, hat: string, say: Say): Promise<void> {
  const [code = "", where] = hat.split(/:(.*)/s);
  if (!isHatCode(code)) throw new CliError(say("cli.wrong-hat", { hat: code }));
  await ask("hat.give", { personId, code, ...(where ? await placeNamed(where) : {}) });
}

async function take(personId: string, code: string, say: Say): Promise<void> {
  const hats = await db().hat.findMany({
    where: { personId, code, endsOn: null },
    select: { id: true },
  });
  if (hats.length === 0) throw new CliError(say("cli.wrong-hat", { hat: code }));
  for (const { id } of hats) await ask("hat.take", { hatId: id });
}

async function placeNamed(name: string): Promise<{ tribeId: string } | { teamId: string }> {
  const tribe = await db().tribe.findFirst({
    where: { OR: [{ code: name.toUpperCase() }, { name }] },
    select: { id: true },
  });
  if (tribe) return { tribeId: tribe.id };
  const team = await db().team.findUnique({ where: { name }, select: { id: true } });
  if (!team) throw new UserError("cli.no-place", { name });
  return { teamId: team.id };
}

/** Never as an argument: those stand in the shell's history and in every list of processes. */
async function passwordFromInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}
