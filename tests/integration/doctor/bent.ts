/** For each rule, what breaks it in the sample company once the database's own rules are off. */
export const bent: Readonly<Record<string, readonly string[]>> = {
  "insight-merged-once": [
    `UPDATE insight i SET merged_into_id = chosen.into_id FROM (
       SELECT id, lead(id) OVER (ORDER BY id) AS into_id FROM insight ORDER BY id LIMIT 3) AS chosen
     WHERE i.id = chosen.id AND chosen.into_id IS NOT NULL`,
  ],
  "insight-asleep-in-inbox": [
    "ALTER TABLE insight DROP CONSTRAINT insight_asleep_in_inbox",
    "UPDATE insight SET snoozed_until = now() WHERE id = (SELECT id FROM insight WHERE tribe_id IS NOT NULL LIMIT 1)",
  ],
  "insight-team-of-its-tribe": [
    `UPDATE insight i SET team_id = (SELECT id FROM team WHERE tribe_id <> i.tribe_id LIMIT 1)
     WHERE id = (SELECT id FROM insight WHERE team_id IS NOT NULL LIMIT 1)`,
  ],
  "insight-team-follows-sharing": [
    "UPDATE insight SET team_id = NULL WHERE id = (SELECT id FROM insight WHERE team_id IS NOT NULL LIMIT 1)",
  ],
  "sharing-within-tribe": [
    `UPDATE sharing SET quarter = '2999-Q1', team_id = (
       SELECT t.id FROM team t JOIN insight i ON i.tribe_id <> t.tribe_id WHERE i.id = insight_id LIMIT 1)
     WHERE id = (SELECT id FROM sharing LIMIT 1)`,
  ],
  "insight-of-its-tickets-source": [
    `UPDATE insight i SET source_id = (SELECT id FROM source s WHERE s.id <> i.source_id LIMIT 1)
     WHERE id = (SELECT id FROM insight WHERE ticket_id IS NOT NULL LIMIT 1)`,
  ],
  "theme-team-of-its-tribe": [
    `UPDATE theme h SET team_id = (SELECT id FROM team WHERE tribe_id <> h.tribe_id LIMIT 1)
     WHERE id = (SELECT id FROM theme LIMIT 1)`,
  ],
  "epic-of-one-initiative": [
    "DROP INDEX initiative_epic_idx",
    `UPDATE initiative SET epic_key = 'EP-1', archived_at = NULL WHERE id IN (SELECT id FROM initiative LIMIT 2)`,
  ],
  "factors-as-last-given": [
    `UPDATE initiative SET reach = reach + 1
     WHERE id = (SELECT initiative_id FROM rice_version WHERE factor = 'reach' AND value IS NOT NULL LIMIT 1)`,
  ],
  "objective-aligned-upwards": [
    `UPDATE objective o SET parent_id = (SELECT id FROM objective p WHERE p.level = 'individual' AND p.id <> o.id LIMIT 1)
     WHERE id = (SELECT id FROM objective WHERE level = 'company' LIMIT 1)`,
  ],
  "objectives-in-no-circle": [
    `UPDATE objective p SET parent_id = o.id FROM objective o
     WHERE o.parent_id = p.id AND o.id = (SELECT id FROM objective WHERE parent_id IS NOT NULL LIMIT 1)`,
  ],
  "individual-key-result-untied": [
    `UPDATE initiative_key_result SET key_result_id = (
       SELECT k.id FROM key_result k JOIN objective o ON o.id = k.objective_id WHERE o.level = 'individual' LIMIT 1)
     WHERE id = (SELECT id FROM initiative_key_result LIMIT 1)`,
  ],
  "check-in-retracts-its-own": [
    `INSERT INTO check_in (key_result_id, retracts_id)
     SELECT k.id, c.id FROM check_in c JOIN key_result k ON k.id <> c.key_result_id LIMIT 1`,
  ],
  "managers-in-no-circle": [
    `UPDATE person m SET manager_id = p.id FROM person p
     WHERE p.manager_id = m.id AND p.id = (SELECT id FROM person WHERE manager_id IS NOT NULL LIMIT 1)`,
  ],
  "deputy-for-a-time": [
    "ALTER TABLE hat DROP CONSTRAINT hat_deputy_for_a_time",
    "UPDATE hat SET code = 'deputy', ends_on = NULL WHERE id = (SELECT id FROM hat WHERE tribe_id IS NOT NULL LIMIT 1)",
  ],
  "tribe-of-teams-is-there": [
    `UPDATE tribe SET archived_at = now()
     WHERE id = (SELECT tribe_id FROM team WHERE archived_at IS NULL LIMIT 1)`,
  ],
  "customer-merged-once": [
    `UPDATE organisation o SET archived_at = now(), merged_into_id = chosen.into_id FROM (
       SELECT id, lead(id) OVER (ORDER BY id) AS into_id FROM organisation ORDER BY id LIMIT 3) AS chosen
     WHERE o.id = chosen.id AND chosen.into_id IS NOT NULL`,
  ],
  "nothing-tied-to-a-merged-customer": [
    `UPDATE organisation o SET archived_at = now(), merged_into_id = (SELECT id FROM organisation k WHERE k.id <> o.id LIMIT 1)
     WHERE id = (SELECT organisation_id FROM insight_organisation LIMIT 1)`,
  ],
  "somebody-may-change-settings": ["UPDATE hat SET code = 'pm' WHERE code = 'product-ops'"],
  "private-change-is-marked": [
    `INSERT INTO change (operation_id, table_name, row_id, after)
     SELECT (SELECT id FROM operation WHERE visibility = 'all' LIMIT 1), 'objective', id::text, '{"title": "Mine"}'
     FROM objective WHERE level = 'individual' LIMIT 1`,
  ],
};
