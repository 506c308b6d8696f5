import { Prisma } from "#lib/generated/prisma/client.ts";

/**
 * The name of one of our own tables or columns, in SQL.
 * @throws RangeError for what could be anything else
 */
export function identifier(name: string): Prisma.Sql {
  if (!/^[a-z_0-9]+$/.test(name)) throw new RangeError(`not an identifier: ${name}`);
  return Prisma.raw(`"${name}"`);
}
