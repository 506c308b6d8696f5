import "server-only";
import type { Permission } from "#lib/auth/policy.ts";
import type { Reach } from "#lib/export/reads/reach.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { visibleSql } from "#lib/insights/reads/insights.ts";

/** Null: as it is, or all of it. */
export type Rule = (reach: Reach) => Prisma.Sql | null;

export type Table = {
  name: string;
  /** Of the two files, without their ending. */
  file: string;
  /** Each with the key of its meaning where that is not the column's own name: `code=tribe-code`. */
  columns: { name: string; meaning: string }[];
  /** What the rules below call a row. */
  alias: string;
  key: readonly string[];
  permission: Permission | null;
  /** Which rows, where not all. */
  rows: Rule;
  /** What stands in a column for those who may not see it. */
  instead: Record<string, Rule>;
  /** References of which a row has one: it goes where what it is about goes. */
  ties: readonly string[];
};

const all: Rule = () => null;

export function table(
  name: string,
  file: string,
  columns: string,
  more: Partial<Omit<Table, "name" | "file" | "columns">> = {},
): Table {
  const described = columns.split(/\s+/).map((column) => {
    const [own = "", meaning = own.replaceAll("_", "-")] = column.split("=");
    return { name: own, meaning };
  });
  const usual = { alias: "t", key: ["id"], permission: null, rows: all, instead: {}, ties: [] };
  return { name, file, columns: described, ...usual, ...more };
}

export const unless =
  (permission: Permission, instead: Prisma.Sql): Rule =>
  ({ may }) =>
    may(permission) ? null : instead;

/** Of a person: for those who keep the org chart and for the person. */
export const ownOnly =
  (column: Prisma.Sql, instead: Prisma.Sql): Rule =>
  ({ may, me }) =>
    may("people:manage")
      ? null
      : Prisma.sql`CASE WHEN t.id = ${me} THEN ${column} ELSE ${instead} END`;

export const revenueOnly: Rule = ({ seesRevenue }) => (seesRevenue ? null : Prisma.sql`NULL`);
export const nothing = Prisma.sql`NULL`;
export const noObject = Prisma.sql`'{}'::jsonb`;

/** The insights that are the viewer's, for those who don't see all. */
export const byInsight =
  (rows: (visible: Prisma.Sql) => Prisma.Sql): Rule =>
  ({ viewer, may }) =>
    may("insight:list") ? null : rows(visibleSql(viewer));
