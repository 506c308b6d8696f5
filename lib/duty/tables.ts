import "server-only";
import { table } from "#lib/frame/table.ts";

export const dutyTables = [
  table("duty_week", "duty", "id week person_id version", { permission: "insight:list" }),
];
