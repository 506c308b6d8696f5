import { Client } from "pg";

// What each table says, with names where the rows have ids: ids are the database's, all else is the sample's.
const contents: Record<string, string> = {
  people: `SELECT p.name, p.email, p.language, d.name AS department, m.name AS manager, p.created_at
    FROM person p LEFT JOIN department d ON d.id = p.department_id LEFT JOIN person m ON m.id = p.manager_id`,
  hats: `SELECT p.name, h.code, b.code AS tribe, t.name AS team, d.name AS department, h.starts_on
    FROM hat h JOIN person p ON p.id = h.person_id LEFT JOIN tribe b ON b.id = h.tribe_id
    LEFT JOIN team t ON t.id = h.team_id LEFT JOIN department d ON d.id = h.department_id`,
  memberships: `SELECT p.name, t.name AS team, m.role, m.starts_on
    FROM membership m JOIN person p ON p.id = m.person_id JOIN team t ON t.id = m.team_id`,
  tribes: "SELECT code, name, mission, position, band_low, band_high FROM tribe",
  customers:
    "SELECT name, state, lost_reason, revenue_cents, at_stake_cents, segment, country, domains, created_at FROM organisation",
  insights: `SELECT i.number, i.title, i.body, i.kind, i.language, i.severity, s.name AS source, k.key, k.status, k.labels,
      b.code AS tribe, t.name AS team, f.number AS split_from, m.number AS merged_into, i.said_at, i.received_at,
      i.answer, i.answer_note, i.answered_at, a.name AS answered_by,
      ARRAY(SELECT o.name FROM insight_organisation l JOIN organisation o ON o.id = l.organisation_id
        WHERE l.insight_id = i.id ORDER BY o.name) AS organisations,
      ARRAY(SELECT r.name FROM insight_requester l JOIN requester r ON r.id = l.requester_id
        WHERE l.insight_id = i.id ORDER BY r.name) AS requesters
    FROM insight i JOIN source s ON s.id = i.source_id LEFT JOIN ticket k ON k.id = i.ticket_id
    LEFT JOIN tribe b ON b.id = i.tribe_id LEFT JOIN team t ON t.id = i.team_id LEFT JOIN person a ON a.id = i.answered_by_id
    LEFT JOIN insight f ON f.id = i.split_from_id LEFT JOIN insight m ON m.id = i.merged_into_id`,
  sharings: `SELECT i.number, t.name AS team, s.quarter, p.name AS by, s.shared_at
    FROM sharing s JOIN insight i ON i.id = s.insight_id JOIN team t ON t.id = s.team_id LEFT JOIN person p ON p.id = s.shared_by_id`,
  themes: `SELECT h.title, t.name AS team, h.created_at, i.number, l.added_at
    FROM theme h LEFT JOIN team t ON t.id = h.team_id LEFT JOIN theme_insight l ON l.theme_id = h.id
    LEFT JOIN insight i ON i.id = l.insight_id`,
  initiatives: `SELECT i.number, i.title, i.problem, i.kind, i.origin, i.origin_reason, t.name AS team, i.epic_key, i.created_at,
      ARRAY(SELECT h.title FROM initiative_theme l JOIN theme h ON h.id = l.theme_id WHERE l.initiative_id = i.id ORDER BY h.title),
      ARRAY(SELECT r.title FROM initiative_key_result l JOIN key_result r ON r.id = l.key_result_id
        WHERE l.initiative_id = i.id ORDER BY r.title)
    FROM initiative i JOIN team t ON t.id = i.team_id`,
  scores: `SELECT i.number, v.factor, v.value, v.reason, p.name AS by, v.set_at
    FROM rice_version v JOIN initiative i ON i.id = v.initiative_id LEFT JOIN person p ON p.id = v.set_by_id`,
  roadmaps: `SELECT i.number, t.name AS team, r.quarter, r.effort_half_months, r.position, r.placed_at
    FROM roadmap_item r JOIN initiative i ON i.id = r.initiative_id JOIN team t ON t.id = r.team_id`,
  capacities: `SELECT t.name, c.quarter, c.half_months, c.reserve_half_months FROM capacity c JOIN team t ON t.id = c.team_id`,
  quarters: `SELECT b.code, q.quarter, q.state, q.committed_at, p.name AS by, q.closed_at
    FROM tribe_quarter q JOIN tribe b ON b.id = q.tribe_id LEFT JOIN person p ON p.id = q.committed_by_id`,
  catalogue: `SELECT e.title, e.answer, e.quarter, t.name AS team, i.number, p.name AS by, e.verified_at
    FROM catalogue_entry e LEFT JOIN team t ON t.id = e.team_id LEFT JOIN initiative i ON i.id = e.initiative_id
    LEFT JOIN person p ON p.id = e.verified_by_id`,
  objectives: `SELECT o.quarter, o.title, o.level, o.commitment, o.position, u.title AS parent, p.name AS owner, o.created_at,
      k.title AS key_result, k.direction, k.start, k.target, k.unit, c.value, c.confidence, c.note, c.at, w.name AS by
    FROM objective o LEFT JOIN objective u ON u.id = o.parent_id LEFT JOIN person p ON p.id = o.owner_id
    LEFT JOIN key_result k ON k.objective_id = o.id LEFT JOIN check_in c ON c.key_result_id = k.id
    LEFT JOIN person w ON w.id = c.by_id`,
  operations:
    "SELECT o.name, o.actor_kind, p.name AS by, o.at FROM operation o LEFT JOIN person p ON p.id = o.actor_id",
};

/** Of every main table, how many rows it has and a hash of what they say, whatever their ids. */
export async function fingerprintOf(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found: Record<string, string> = {};
  try {
    for (const [what, query] of Object.entries(contents)) {
      const { rows } = await client.query(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(q::text, E'\\n' ORDER BY q::text COLLATE "C"), '')) AS said FROM (${query}) AS q`,
      );
      found[what] = String(rows[0]?.said);
    }
  } finally {
    await client.end();
  }
  return found;
}
