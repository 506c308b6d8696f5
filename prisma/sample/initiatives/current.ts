import { readInitiatives } from "#prisma/sample/initiatives/initiative.ts";

/** The committed quarter: 22 initiatives, 109.5 person-months, 34 of them tech. */
export const currentInitiatives = readInitiatives(`
Planning à plusieurs mains
dispatch product bottom-up 310 2 80 PLA-412 C2.1
0 dispatch 4
planning-a-plusieurs
Deux planificateurs sur le même tableau s'écrasent sans le savoir.
310 clients ont deux planificateurs ou plus connectés en même temps (journal de septembre).
Votes de l'équipe : 3, 4, 4, 5 ; sans le chat.

Congés et fermetures en un geste
dispatch product bottom-up 240 1 80 PLA-418
0 dispatch 3, 0 tournees 1
conges-equipe
Poser la fermeture d'une agence demande d'ouvrir chaque fiche une par une.
240 clients ont au moins une agence de plus de cinq techniciens.
Le calendrier existe ; un mois de plus pour que les tournées le lisent.

Glisser-déposer : un seul moteur pour le tableau et la carte
dispatch tech bottom-up 640 0.5 100 PLA-421
0 dispatch 2.5
-
Deux moteurs donnent deux heures différentes pour le même geste.
Tous ceux qui planifient au quotidien.
Le moteur de la carte est déjà écrit, reste à l'étendre.

Compétences et habilitations dans les tournées
tournees product bottom-up 180 1 50 PLA-430
0 tournees 3.5
competences
La tournée envoie des techniciens qui n'ont pas le droit d'intervenir.
180 clients font du gaz et du froid à la fois.
Saisie simple ; le calcul sait déjà exclure un technicien.

Temps de trajet : sortir du calcul à vol d'oiseau
tournees tech bottom-up 420 1 80 PLA-433
0 tournees 3.5
trajets-faux
Le calcul ignore les rivières, les cols et les heures de pointe.
420 clients utilisent l'optimisation chaque semaine.
Le fournisseur de cartes est choisi, la reprise des données compte pour moitié.

Astreinte au Royaume-Uni et en Irlande : relève, SLA, preuve
astreinte product top-down 90 2 80 PLA-440 C2.1 C2.2
0 astreinte 7.5
sla-preuve qui-est-astreinte
Hors de France, la relève tombe à la mauvaise heure et la preuve n'est pas recevable.
90 clients ont un contrat d'astreinte hors de France ou en cours de signature.
Deux développeurs : tout le trimestre.
Objectif C2 du COMEX : tenir l'Irlande et le Royaume-Uni.

Ma journée en un geste, même avec des gants
mobile product bottom-up 520 1 80 TER-301 D1.1
0 mobile 8
gants premier-client
Trois appuis avant la première adresse, et des boutons trop petits pour des gants.
520 clients dont les techniciens ouvrent l'appli avant 8 h.
Écran d'accueil refait, deux plateformes, une semaine sur le terrain.

Quitter les vieux Android
mobile tech bottom-up 60 0.5 100 TER-305
0 mobile 2
-
Chaque version coûte une semaine pour des téléphones que presque plus personne n'a.
60 clients ont encore un téléphone de cette génération.
Prévenir, remplacer, supprimer.

Ne plus jamais perdre un rapport
horsligne product bottom-up 420 3 80 TER-310 D1.2
0 horsligne 6
rapports-perdus
Sans réseau, un rapport fermé trop tôt disparaît.
420 clients ont eu au moins un rapport rejoué ce trimestre (journal de synchro).
Estimé à trois développeurs, deux mois ; la file locale est prête.

Un seul journal de synchro
horsligne tech bottom-up 420 0.5 80 TER-312 D1.2
0 horsligne 2.5
conflits-synchro
Trois journaux différents : personne ne peut dire où un rapport s'est arrêté.
Les mêmes que les rapports perdus.
Écrit pour moitié pendant la bêta.

Un rapport, plusieurs destinataires
preuves product bottom-up 260 1 100 TER-320
0 preuves 1.5
plusieurs-destinataires
Bailleur, syndic et locataire réclament le même rapport, un seul le reçoit.
260 clients transfèrent des rapports à la main (boîtes de copie).
Le modèle d'envoi sait déjà faire, il manque l'écran.

CP12 right first time
preuves product top-down 70 2 80 TER-322 C2.2
0 preuves 6, 0 horsligne 1
certificats-gaz
Gas certificates are filled in twice because agents send ours back.
70 customers in the UK issue certificates every week.
Half of it is the legal wording, checked by two customers.
Objectif C2 du COMEX : tenir l'Irlande et le Royaume-Uni.

Du parc à plat au parc en arbre
parc tech bottom-up 1380 0.5 80 CON-210 C2.1
0 parc 6, 1 parc 4
parc-arbre
Trois cents lignes à plat : personne ne retrouve le bon appareil.
Tous les clients, puisque tous ont un parc.
Migration en deux temps, avec Données, Connecteurs, le support et les CSM.

Émettre la facture électronique, PME comprises
facture product top-down 900 2 100 CON-215 C1.2
0 facture 9
facture-electronique
Sans émission électronique, nos clients français devront facturer ailleurs.
900 clients français facturent depuis Soupape.
Chiffré par lots, le dernier dépend de la plateforme.
Échéance légale du 1er septembre 2027.

Où en est ma demande
portail product bottom-up 190 2 80 CON-221 C1.1
0 portail 5.5, 0 parc 4, 0 facture 1
ou-en-est
Le statut « En cours » ne dit rien, et tout le monde appelle tout le monde.
190 bailleurs et syndics ont au moins une demande ouverte depuis plus de deux semaines.
Le parc donne la pièce et la date, la facture dit si le devis est accepté.

Statuts du portail : quitter l'ancien moteur
portail tech bottom-up 190 0.5 80 CON-224
0 portail 4
-
Ajouter un statut demande aujourd'hui deux semaines et une nuit de mise en production.
Les bailleurs et syndics du portail.
Trois écrans à déplacer, pas de Lead Developer pour l'instant.

Chaque agence chez elle
acces product bottom-up 150 2 80 SOC-118
0 acces 4.5
agences-cloisons
Les agences et filiales voient les clients et les prix les unes des autres.
150 clients ont plusieurs agences ou des franchisés.
La politique de droits est prête, restent les écrans.

Fermer l'ancienne connexion (sessions v1)
acces tech bottom-up ? 1 80 SOC-121
0 acces 4
deconnexions
Deux systèmes de sessions vivent côte à côte, et l'ancien déconnecte.
Portée inconnue : l'ancien système ne compte pas ses utilisateurs.
Inventaire fait, migration en trois vagues.

Connecteur Sage : de la bêta à tous
connecteurs product bottom-up 210 1 80 SOC-130
0 connecteurs 3.5
sage
Tout est saisi deux fois, ici et dans Sage.
210 clients ont demandé Sage ou s'en servent à côté.
La bêta tourne chez sept clients ; restent les doublons et l'aide.

API v2 : écrire, rejouer, limiter
connecteurs tech bottom-up 130 1 80 SOC-133 C2.2
0 connecteurs 6.5
webhooks-perdus
Quand un serveur redémarre, les événements de ces minutes sont perdus.
130 clients ont une clé d'API active.
Rejeu, journal d'envoi, et la migration des vieux jetons.

Les chiffres que tout le monde refait dans Excel
donnees product bottom-up 380 1 80 SOC-140
0 donnees 6.5
exports-excel
Chaque réunion commence par discuter du bon chiffre.
380 clients exportent plus d'une fois par semaine.
Quatre rapports, une seule source de vérité.

Recherche d'équipements : nouvel index
donnees tech bottom-up 640 1 80 SOC-142
0 donnees 3
recherche-lente
Chercher une chaudière par numéro de série prend plus de vingt secondes.
640 clients cherchent un équipement chaque jour.
Prototype fait : vingt secondes deviennent une demie.
`);
