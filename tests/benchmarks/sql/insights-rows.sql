-- :rows insights of about 1 kB in French and English, spread as a company's would be after some years: a tenth in
-- the inbox, the rest with four Tribes, half of those shared out, a third of all answered.
INSERT INTO tribe (code, name, position) SELECT c, n, p FROM (VALUES ('PLA','Planning',1),('TER','Terrain',2),('CON','Contrats',3),('SOC','Socle',4)) v(c,n,p) ON CONFLICT DO NOTHING;
INSERT INTO team (name, tribe_id, position) SELECT t.code || ' ' || g, t.id, g FROM tribe t, generate_series(1,3) g ON CONFLICT DO NOTHING;
INSERT INTO source (name, kind) VALUES ('Service desk','csv'), ('Tribune form','form') ON CONFLICT DO NOTHING;
INSERT INTO organisation (name, revenue_cents, domains) SELECT 'Organisation ' || g, g * 10000, '{}' FROM generate_series(1, 400) g ON CONFLICT DO NOTHING;
CREATE TEMP TABLE word AS SELECT row_number() OVER () - 1 AS n, w FROM unnest(string_to_array(
 'planning technicien rapport facture devis client agence chaudière ascenseur contrat export synchro réseau hors-ligne bouton carte tournée astreinte signature photo accent intervention équipement horaire compteur portail locataire bailleur avoir TVA the dispatcher loses reports when going offline engineer certificate landlord tenant invoice board route lift boiler twice', ' ')) w;
INSERT INTO insight (source_id, title, body, kind, language, tribe_id, said_at, updated_at, answer, answered_at, answer_note)
SELECT (SELECT id FROM source WHERE name = CASE WHEN g % 500 = 0 THEN 'Tribune form' ELSE 'Service desk' END),
  CASE WHEN g % 25 > 0 THEN (SELECT string_agg(w, ' ') FROM word WHERE (n * 7 + g) % 11 = 0) || ' ' || g END,
  (SELECT string_agg((SELECT w FROM word WHERE n = (g * 31 + k * k * 17 + k * (g % 97)) % 48), ' ') FROM generate_series(1, 140) k)
    || CASE WHEN g % 9000 = 0 THEN ' wombat' ELSE '' END,
  (ARRAY['request','request','bug','bug','bug','question','question','problem','problem','praise'])[1 + g % 10],
  CASE WHEN g % 4 = 0 THEN 'en' ELSE 'fr' END,
  CASE WHEN g % 10 > 0 THEN (SELECT id FROM tribe WHERE position = 1 + g % 4) END,
  now() - g * interval '9 minutes', now() - (g * 7919 % 100000) * interval '9 minutes',
  CASE WHEN g % 3 = 0 THEN 'shipped' END, CASE WHEN g % 3 = 0 THEN now() - g * interval '5 minutes' END, NULL
FROM generate_series(1, :rows) g;
INSERT INTO insight_organisation (insight_id, organisation_id)
SELECT i.id, o.id FROM insight i JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM organisation) o
  ON o.n = 1 + (power(i.number % 1000 / 1000.0, 2) * 399)::int WHERE i.number % 25 > 0;
INSERT INTO sharing (insight_id, team_id, quarter)
SELECT i.id, t.id, '2026-Q' || (1 + i.number % 4) FROM insight i JOIN team t ON t.tribe_id = i.tribe_id AND t.position = 1 + i.number % 3
WHERE i.number % 2 = 0;
ANALYZE;
