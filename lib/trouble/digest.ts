import "server-only";
import { Busy } from "#lib/busy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { troubleOf } from "#lib/trouble/trouble.ts";
import { digestOf } from "#lib/troubles.ts";

// Of an error on the server Next tells a page its digest and nothing else; it makes one up where the error has none.

/** Has errors that are nobody's fault say so by their digest. */
export function giveDigests(): void {
  const kinds = [
    Busy,
    Prisma.PrismaClientKnownRequestError,
    Prisma.PrismaClientUnknownRequestError,
  ];
  for (const { prototype } of kinds)
    Object.defineProperty(prototype, "digest", {
      configurable: true,
      get() {
        const trouble = troubleOf(this);
        return trouble ? digestOf(trouble) : undefined;
      },
      set(value: unknown) {
        Object.defineProperty(this, "digest", { value, writable: true, configurable: true });
      },
    });
}
