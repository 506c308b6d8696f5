import { redirect } from "next/navigation";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { currentQuarter } from "#lib/quarter.ts";

export default async function CurrentQuarterPage() {
  await requirePerson("roadmap:read");
  redirect(`/roadmap/${currentQuarter(moment())}`);
}
