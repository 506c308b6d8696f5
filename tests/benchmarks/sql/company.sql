-- A company with $ROWS insights of about 1 kB, French and English, as it would be after some years: a tenth in the
-- inbox, the rest with four Tribes, half of those shared out, a third of all answered. Deterministic.

-- A whole number below a limit, that of the row for that purpose.
CREATE FUNCTION pg_temp.chance(g bigint, purpose bigint, below int) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN (hashint8extended(g, purpose) & 2147483647) % below;

INSERT INTO tribe (code, name, position) VALUES
  ('PLA', 'Planning', 1), ('TER', 'Terrain', 2), ('CON', 'Contrats', 3), ('SOC', 'Socle', 4);
INSERT INTO team (name, tribe_id, position) SELECT t.code || ' ' || g, t.id, g FROM tribe t, generate_series(1, 3) g;
INSERT INTO source (name, kind) VALUES ('Service desk', 'csv'), ('Tribune form', 'form');
INSERT INTO organisation (name, revenue_cents, domains)
  SELECT 'Organisation ' || g, g * 10000, '{}' FROM generate_series(1, 400) g;
INSERT INTO person (name, email, password_hash) VALUES ('Bastien Queyroy', 'bastien@bench.example', '$PASSWORD');
INSERT INTO hat (person_id, code, starts_on) SELECT id, 'cpo', '2025-01-01' FROM person;

-- Few words are in many texts and many words in few, as in what people write: sentences are drawn from these.
CREATE TEMP TABLE word AS
  SELECT language, row_number() OVER (PARTITION BY language ORDER BY rank) - 1 AS n, w FROM (
    SELECT 'fr' AS language, w, rank FROM unnest(string_to_array('planning technicien rapport facture devis client agence ascenseur contrat synchro réseau hors-ligne bouton carte tournée astreinte signature photo accent intervention équipement horaire compteur portail locataire bailleur avoir après depuis toujours impossible perdu attendu chaque semaine dossier réponse exporter relance pièce', ' ')) WITH ORDINALITY AS listed(w, rank)
    UNION ALL SELECT 'fr', 'mot' || g, 40 + g FROM generate_series(1, 3960) g
    UNION ALL SELECT 'en', w, rank FROM unnest(string_to_array('dispatcher engineer report invoice board route lift certificate landlord tenant offline sync photo signature contract quote always never twice lost waiting week customer office schedule meter portal credit export reminder part answer please cannot since upgrade morning again still between', ' ')) WITH ORDINALITY AS listed(w, rank)
    UNION ALL SELECT 'en', 'word' || g, 40 + g FROM generate_series(1, 3960) g) AS listed;
CREATE UNIQUE INDEX ON word (language, n);
ANALYZE word;
CREATE TEMP TABLE sentence AS
  SELECT v.language, s AS n, (
    SELECT string_agg((SELECT w FROM word WHERE word.language = v.language
      AND n = floor(4000 * power(pg_temp.chance(s * 100 + k, 1, 100000) / 100000.0, 3))::bigint), ' ')
    FROM generate_series(1, 28) k) AS text
  FROM (VALUES ('fr'), ('en')) v(language), generate_series(0, 2999) s;
CREATE UNIQUE INDEX ON sentence (language, n);
ANALYZE sentence;

-- Words whose share of the texts in their language is known: what the benchmark searches for.
CREATE TEMP TABLE sought (language text, w text, per_thousand int);
INSERT INTO sought VALUES ('fr', 'chaudière', 600), ('fr', 'chaufferie', 100), ('fr', 'radiateur', 10),
  ('en', 'boiler', 600), ('en', 'thermostat', 100), ('en', 'chimney', 10);

INSERT INTO insight (source_id, title, body, kind, language, tribe_id, said_at, updated_at, snoozed_until, answer, answered_at)
SELECT (SELECT id FROM source WHERE name = CASE WHEN pg_temp.chance(g, 2, 50) = 0 THEN 'Tribune form' ELSE 'Service desk' END),
  CASE WHEN pg_temp.chance(g, 3, 25) > 0
    THEN (SELECT left(s.text, 60) FROM sentence s WHERE s.language = l.language AND s.n = pg_temp.chance(g, 4, 3000)) END,
  (SELECT string_agg((SELECT text FROM sentence s
      WHERE s.language = l.language AND s.n = pg_temp.chance(g, k, 3000)), '. ') FROM generate_series(5, 9) k)
    || coalesce((SELECT '. ' || string_agg(w, ', ') FROM sought
      WHERE sought.language = l.language AND pg_temp.chance(g, hashtext(w), 1000) < per_thousand), '')
    -- As rare in a big company as in a small one.
    || CASE WHEN g % ($ROWS / 12) = 0 THEN CASE l.language WHEN 'fr' THEN ' zinguerie' ELSE ' soldering' END ELSE '' END,
  (ARRAY['request', 'request', 'bug', 'bug', 'bug', 'question', 'question', 'problem', 'problem', 'praise'])[1 + pg_temp.chance(g, 10, 10)],
  l.language,
  CASE WHEN pg_temp.chance(g, 11, 10) > 0 THEN (SELECT id FROM tribe WHERE position = 1 + pg_temp.chance(g, 12, 4)) END,
  now() - g * interval '9 minutes', now() - g * interval '9 minutes' * pg_temp.chance(g, 13, 100) / 100,
  CASE WHEN pg_temp.chance(g, 11, 10) = 0 AND pg_temp.chance(g, 14, 20) = 0 THEN current_date + 5 END,
  CASE WHEN pg_temp.chance(g, 15, 3) = 0 AND pg_temp.chance(g, 11, 10) > 0 THEN 'shipped' END,
  CASE WHEN pg_temp.chance(g, 15, 3) = 0 AND pg_temp.chance(g, 11, 10) > 0 THEN now() - g * interval '5 minutes' END
FROM generate_series(1, $ROWS) g, LATERAL (SELECT CASE WHEN pg_temp.chance(g, 16, 3) = 0 THEN 'en' ELSE 'fr' END AS language) l;

INSERT INTO insight_organisation (insight_id, organisation_id)
SELECT i.id, o.id FROM insight i JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM organisation) o
  ON o.n = 1 + (power(pg_temp.chance(i.number, 17, 1000) / 1000.0, 2) * 399)::int WHERE pg_temp.chance(i.number, 18, 25) > 0;
INSERT INTO sharing (insight_id, team_id, quarter)
SELECT i.id, t.id, '2026-Q' || 1 + pg_temp.chance(i.number, 19, 4)
FROM insight i JOIN team t ON t.tribe_id = i.tribe_id AND t.position = 1 + pg_temp.chance(i.number, 20, 3)
WHERE pg_temp.chance(i.number, 21, 2) = 0;
