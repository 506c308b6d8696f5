import "server-only";
import { db } from "#lib/db.ts";
import { companySettings } from "#lib/settings/schema.ts";

/** The largest file taken in, in bytes: what Product Ops chose, else 2 GiB. */
export async function readUploadLimit(): Promise<number> {
  const chosen = await db().setting.findUnique({
    where: { id: "upload-limit" },
    select: { value: true },
  });
  return companySettings["upload-limit"].parse(chosen?.value);
}
