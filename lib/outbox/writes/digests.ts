import "server-only";
import { db } from "#lib/db.ts";
import { isSilenced } from "#lib/outbox/reads/withheld.ts";
import { dayOf, type Moment } from "#lib/quarter.ts";
import { holdsOn } from "#lib/sql/dated.ts";

// What doesn't press is told once: on weekdays, or on Mondays, at 8:30 where the person lives, of what is unread and came
// since the digest before, with what awaits them. Whoever was not reached by noon is told the next time. Nothing new, no
// digest; but the week begins with one for whoever has a part in the work, if something awaits them.

const from = "08:30";
const until = "12:00";
/** Without a digest before, in days. */
const farthestBack = 7;

/** Puts the digests that are due into the outbox: one a person and day, however often it is asked. */
export async function makeDigests({ now, timeZone }: Moment): Promise<number> {
  return db().$executeRaw`
    INSERT INTO outbox (channel, kind, recipient_id, notice_ids, idempotency_key, not_before, made_at)
    SELECT p.messages, 'digest', p.id, news.ids, 'digest ' || p.id || ' ' || here.now::date, ${now}, ${now}
    FROM person p
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz AT TIME ZONE coalesce(p.time_zone, ${timeZone}) AS now) AS here
    CROSS JOIN LATERAL (
      SELECT greatest(max(d.made_at), ${now}::timestamptz - make_interval(days => ${farthestBack}::int)) AS at
      FROM outbox d WHERE d.recipient_id = p.id AND d.kind = 'digest') AS last
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(n.id ORDER BY n.at DESC), '{}') AS ids FROM notice n
      WHERE n.person_id = p.id AND n.read_at IS NULL AND n.at > last.at AND n.at <= ${now} AND NOT ${isSilenced}
        AND NOT EXISTS (SELECT FROM outbox o WHERE o.kind = 'notice' AND o.notice_ids @> ARRAY[n.id]
          AND o.operation_id = n.operation_id AND o.state <> 'failed' AND o.failure IS DISTINCT FROM 'told-before')) AS news
    WHERE p.messages <> 'none' AND p.deactivated_at IS NULL
      AND (news.ids <> '{}' OR extract(isodow FROM here.now) = 1 AND EXISTS (
        SELECT FROM hat h WHERE h.person_id = p.id AND ${holdsOn("h", dayOf(now, timeZone))}))
      AND here.now::time BETWEEN ${from}::time AND ${until}::time
      AND CASE p.digest WHEN 'weekdays' THEN extract(isodow FROM here.now) < 6 WHEN 'weekly' THEN extract(isodow FROM here.now) = 1 END
    ON CONFLICT (idempotency_key) DO NOTHING`;
}
