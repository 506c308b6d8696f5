import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { companySettings } from "#lib/settings/schema.ts";

export type CompanySettings = {
  revenueVisibility: { value: "all" | "product"; version: number };
  /** Bytes. */
  uploadLimit: { value: number; version: number };
};

/** What the company chose; version 0 where it holds to what we propose. */
export async function readCompanySettings(_viewer: Actor): Promise<CompanySettings> {
  const rows = await db().setting.findMany({
    where: { id: { in: Object.keys(companySettings) } },
    select: { id: true, value: true, version: true },
  });
  const found = (id: string) => rows.find((row) => row.id === id);
  const revenue = found("revenue-visibility");
  const upload = found("upload-limit");
  return {
    revenueVisibility: {
      value: companySettings["revenue-visibility"].parse(revenue?.value),
      version: revenue?.version ?? 0,
    },
    uploadLimit: {
      value: companySettings["upload-limit"].parse(upload?.value),
      version: upload?.version ?? 0,
    },
  };
}
