import "server-only";
import type { NoticeKind } from "#lib/frame/notice-kind.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Who hears of an operation besides those who follow what it touched, and as what. */
export type Hearing = {
  readonly kind: Exclude<NoticeKind, "changed">;
  /** A SELECT of `person_id`, `subject_kind` and `subject_id`; `changes` are those of the operation, today's a day. */
  readonly who: (changes: Prisma.Sql, today: Prisma.Sql) => Prisma.Sql;
};

/** Whether a hat `h` is worn on a day. */
export const isWorn = (today: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`h.starts_on <= ${today} AND (h.ends_on IS NULL OR h.ends_on > ${today})`;
