import { redirect } from "next/navigation";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { now } from "#lib/clock.ts";
import { quarterOf } from "#lib/quarter.ts";

export default async function CurrentQuarterPage() {
  await requirePerson("insight:list");
  redirect(`/distribution/${quarterOf(now())}`);
}
