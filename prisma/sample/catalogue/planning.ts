import { readEntries } from "#prisma/sample/catalogue/entry.ts";

export const planningEntries = readEntries(`
yes -2 astreinte 1
Escalade d'astreinte horodatée
preuve horodatée d'astreinte, heure de prise en compte, garantir 15 minutes, escalade si personne ne répond, time-stamped on-call escalation, proof of response time, SLA proof
Planning, web et mobile, toutes les offres
Chaque demande d'astreinte est horodatée à l'appel, à la prise en compte et à chaque relance. La preuve s'exporte en PDF, par intervention ou par mois.
Un appel vocal seul ne laisse pas d'heure : il faut l'appli ou un SMS. Historique gardé 24 mois.

yes -1 astreinte 2
Alerte d'astreinte qui passe outre le mode silencieux
sonner même en silencieux, téléphone en ne pas déranger, override do not disturb, alert rings on silent phone
Planning, mobile, offre Pro
L'alerte de nuit sonne même si le téléphone est en silencieux, sur iOS comme sur Android.
Le technicien donne son accord une fois, dans les réglages du téléphone.

partly - astreinte 3
Délai d'intervention garanti au contrat
GTI, GTR, engagement de délai, SLA contractuel, guaranteed response time, contract SLA
Planning, web
Le délai du contrat s'affiche sur la demande, avec le temps qui reste.
Affiché, n'alerte personne quand il va être dépassé.

planned 0 astreinte 1
Relève d'astreinte au Royaume-Uni et en Irlande
changement d'heure UK, bank holidays, on-call handover in the UK, Irish on-call rota
Planning, web et mobile
La relève suivra l'heure et les jours fériés du pays.
-
Astreinte au Royaume-Uni et en Irlande : relève, SLA, preuve

planned 1 astreinte 1
Réveiller l'astreinte seulement pour du grave
filtrer les appels de nuit, trop de réveils pour rien, on-call woken for nothing, night call severity filter
Planning
Un tri par gravité arrive ; aujourd'hui, chaque appel réveille.
-
Réveiller seulement pour du grave

no - astreinte 2
Échanger une astreinte depuis l'appli
swap on-call shift, changer de tour d'astreinte entre collègues, troquer sa garde
Planning, mobile
L'échange se fait par le planificateur, en deux clics sur le tableau. Ce n'est pas planifié dans l'appli.
-

yes -2 dispatch 1
Planning du jour sur un seul écran
tableau du matin, vue journée, daily dispatch board, one-screen schedule
Planning, web, toutes les offres
Toute la journée de toutes les équipes tient sur un écran, qui s'ouvre en deux secondes.
-

yes -1 dispatch 2
Planning mis à jour en direct
rafraîchissement automatique, temps réel, live board without reload, real-time schedule
Planning, web
Ce qu'un collègue déplace se voit aussitôt sur les autres écrans.
On ne voit pas encore qui déplace quoi.

planned 0 dispatch 1
Planning à plusieurs mains
deux planificateurs en même temps, s'écraser sur le même tableau, dispatchers overwrite each other, multi-user board, collaborative planning
Planning, web
Chacun verra ce que l'autre tient, et ne pourra plus l'écraser.
-
Planning à plusieurs mains

yes -1 dispatch 1
Vue quinzaine
deux semaines d'un coup, fortnight view, two-week view, chantier de pose sur quinze jours
Planning, web
Le tableau s'affiche sur quatorze jours, pour les chantiers longs.
Pas sur mobile.

planned 0 dispatch 1
Congés et fermetures en un geste
poser les congés de toute l'équipe, fermeture d'agence, planning de Noël, team holidays at once, bulk leave, site closure
Planning, web
Une fermeture se posera pour toute l'équipe d'un coup.
-
Congés et fermetures en un geste

planned 1 dispatch 1
Caser une urgence en deux propositions
insérer un dépannage, replanifier après une panne, fit an emergency job, squeeze in an urgent visit
Planning, web
Le tableau proposera les deux meilleures places, sans refaire la journée.
-
Caser une urgence en deux propositions

yes -2 tournees 8
Visites récurrentes par équipement
entretien annuel, visite trimestrielle, maintenance périodique, recurring visits, repeat service visits
Planning, web
Chaque équipement a son calendrier ; reporter une visite ne décale pas les autres.
-

yes -1 tournees 2
Tournées d'immeubles
regrouper les logements d'un immeuble, trente logements dans la même matinée, building rounds, group flats in one visit
Planning, web
Les logements d'un immeuble se font à la suite, avec un seul avis de passage.
Jusqu'à 60 logements.

yes -2 tournees 7
Secteurs par code postal
zones géographiques, découpage en secteurs, territories by postcode, area assignment
Planning, web
Chaque équipe a ses codes postaux ; une demande arrive dans la bonne.
-

planned 0 tournees 1
Compétences et habilitations dans les tournées
technicien habilité, travail en hauteur, qualification gaz, skills-based routing, certified engineers only, doesn't do heights
Planning, web
La tournée ne proposera que les techniciens habilités.
-
Compétences et habilitations dans les tournées

partly -2 tournees 3
Temps de trajet entre deux interventions
durée de route, distance entre clients, travel time, drive time between jobs
Planning, web et mobile
Le trajet est compté dans la journée.
À vol d'oiseau, sans le trafic : large en ville.
Temps de trajet : sortir du calcul à vol d'oiseau

planned 1 tournees 1
Trafic aux heures de pointe
embouteillages, rocade, traffic jams, rush hour travel
Planning
Les heures de pointe seront comptées.
-
Trafic aux heures de pointe

no - dispatch 2
Suivi GPS des véhicules en continu
géolocaliser les camions, traceur, où est mon technicien sur la carte, vehicle tracking, live van location, fleet GPS
Planning
On situe une intervention à son début et à sa fin, jamais le technicien en continu : c'est un choix, pour les équipes.
-

no - dispatch 3
Planification des sous-traitants par eux-mêmes
accès sous-traitant au planning, subcontractor self-scheduling, external crews
Planning, web
Un sous-traitant reçoit ses interventions par mail et répond par lien ; il n'a pas le tableau.
-
`);
