import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { actPermissions } from "#components/insight/acts/acts.ts";
import { Inbox } from "#components/insight/inbox/inbox.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { listDutyWeeks } from "#lib/duty/reads.ts";
import { holderOf } from "#lib/duty/rota.ts";
import { addressOf, isWholeState } from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { placingOnDuty } from "#lib/insights/list/on-duty.ts";
import { numberOf } from "#lib/insights/number.ts";
import {
  findFilterChoices,
  listInsightDetails,
  listTribeChoices,
} from "#lib/insights/reads/insights.ts";
import { countInsights, listInsights } from "#lib/insights/reads/list.ts";
import { countPlaced } from "#lib/insights/reads/placing.ts";
import { currentQuarter, shiftQuarter, todayOf } from "#lib/quarter.ts";
import { listSavedViews } from "#lib/saved-views/reads.ts";

/** What a tall window shows; the browser asks for the rest of the first page by itself. */
const FIRST_ROWS = 20;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("insights.title");
  return { title: t("inbox") };
}

export default async function InsightsPage({ searchParams }: Props) {
  const viewer = await requirePerson("insight:list");
  const given = await searchParams;
  const asked = listFilterOf(given);
  const at = moment();
  const duty = await listDutyWeeks(viewer, at);
  const beginsOnDuty = addressOf(asked) === "" && holderOf(duty, todayOf(at))?.id === viewer.id;
  const placed = beginsOnDuty || asked.placing === "unsure" ? await countPlaced(viewer, at) : null;
  const filter = placed && beginsOnDuty ? { ...asked, placing: placingOnDuty(placed) } : asked;
  const [page, counts, tribes, choices, savedViews] = await Promise.all([
    listInsights(viewer, filter, at, { limit: FIRST_ROWS }),
    countInsights(viewer, ["inbox", "tribe", "snoozed"], at),
    listTribeChoices(viewer),
    findFilterChoices(viewer, filter),
    listSavedViews(viewer, "insights"),
  ]);
  const openNumber = typeof given.open === "string" ? numberOf(given.open) : null;
  const open = page.rows.find((row) => row.number === openNumber) ?? page.rows[0];
  const query = addressOf(filter);
  const quarter = currentQuarter(at);
  return (
    <WithMessages of={["insights", "themes", "comments"]}>
      <Inbox
        // Another list is another screen: what was selected in the last one is not.
        key={query}
        rows={page.rows}
        total={page.total ?? (isWholeState(filter) ? (counts[filter.state] ?? null) : null)}
        next={page.next}
        // Not awaited: the list is drawn meanwhile.
        coming={open ? listInsightDetails(viewer, [open.id]) : null}
        openId={open?.id ?? null}
        isNamed={open !== undefined && open.number === openNumber}
        filter={filter}
        query={query}
        tribes={tribes}
        today={todayOf(at)}
        now={at.now.toISOString()}
        viewerName={viewer.name}
        may={actPermissions.filter((permission) => can(viewer, permission))}
        header={{
          filter,
          counts,
          savedViews,
          sureElsewhere: filter.placing === "unsure" ? (placed?.sure ?? null) : null,
          duty: {
            weeks: duty,
            viewerId: viewer.id,
            mayGive: can(viewer, "duty:give"),
            today: todayOf(at),
          },
          choices: {
            tribes,
            ...choices,
            quarters: [1, 0, -1, -2, -3].map((steps) => shiftQuarter(quarter, steps)),
          },
        }}
      />
    </WithMessages>
  );
}
