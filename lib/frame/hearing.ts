import "server-only";
import type { NoticeKind } from "#lib/frame/notice-kind.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";

/** Who hears of an operation besides those who follow what it touched, and as what. */
export type Hearing = {
  readonly kind: Exclude<NoticeKind, "changed">;
  /** A SELECT of `person_id`, `subject_kind` and `subject_id`; `changes` are those of the operation, `today` a day, YYYY-MM-DD. */
  readonly who: (changes: Prisma.Sql, today: string) => Prisma.Sql;
};
