import { readInitiatives } from "#prisma/sample/initiatives/initiative.ts";

/** The last quarter, closed: 20 initiatives, 2 of them top-down. */
export const lastInitiatives = readInitiatives(`
Le planning du jour en direct, première version
dispatch product bottom-up 310 2 80 PLA-352 PD1.1
-1 dispatch 6
planning-a-plusieurs
Le deuxième écran restait figé jusqu'au rechargement.
310 clients ont plusieurs planificateurs.
Sans verrou ni présence, gardés pour la suite.

Vue quinzaine
dispatch product bottom-up 120 1 100 PLA-355
-1 dispatch 3
-
Les chantiers de pose ne tiennent pas dans une semaine.
120 clients font de la pose.
Même composant que la semaine.

Tournées d'immeubles
tournees product bottom-up 140 2 50 PLA-357
-1 tournees 5
visites-recurrentes
Trente logements d'un même immeuble faits en quatre fois.
140 clients entretiennent du collectif.
Regroupement avant calcul.

Secteurs : couper l'ancien calcul
tournees tech bottom-up 300 0.5 80 PLA-359
-1 tournees 3.5
trajets-faux
L'ancien calcul tournait encore la nuit pour rien.
300 clients découpent par secteur.
Supprimer, puis surveiller.

Une alerte qui passe outre le silencieux
astreinte product bottom-up 260 2 100 PLA-361
-1 astreinte 4
alertes-nuit
La nuit, l'alerte restait muette.
260 clients ont une astreinte.
Autorisations des deux plateformes obtenues.

Une seule file d'alertes
astreinte tech bottom-up 260 0.5 80 PLA-363
-1 astreinte 3
alertes-nuit
Une même alerte partait par trois chemins.
Les mêmes.
File commune avec les notifications.

Appeler, écrire, y aller d'un appui long
mobile product bottom-up 600 0.5 100 TER-251
-1 mobile 4.5
premier-client
Les techniciens recopiaient le numéro sur la main.
600 clients utilisent l'appli chaque jour.
Petit geste, deux plateformes.

Suivre les nouvelles versions d'iOS et d'Android
mobile tech bottom-up 900 0.5 100 TER-253
-1 mobile 4
-
Sans cela, plus de mise à jour possible dans les magasins.
Tous les techniciens.
Imposé par le calendrier.

Sept jours de planning dans le téléphone
horsligne product bottom-up 380 2 80 TER-255 PD1.1
-1 horsligne 6.5
sous-sol
Sans réseau, même l'adresse manquait.
380 clients ont des sites sans réseau.
Préchargement la nuit en wifi.

Mesurer chaque rapport perdu
horsligne tech bottom-up 420 1 80 TER-257 PD1.2
-1 horsligne 2.5
rapports-perdus
On ne savait pas combien de rapports se perdaient.
420 clients travaillent en sous-sol.
Un compteur honnête avant de corriger.

Faire signer plus tard
preuves product bottom-up 410 1 80 TER-260
-1 preuves 7
-
La moitié des visites se font sans personne pour signer.
410 clients font signer leurs rapports.
Lien sécurisé de sept jours.

Alertes de fin de contrat
parc product bottom-up 700 1 100 CON-160 PC1.1
-1 parc 4.5
visites-dues
Des contrats se perdaient par simple oubli.
700 clients renouvellent chaque mois.
Trois rappels, réglables.

Étiquettes QR à imprimer
parc product bottom-up 220 1 80 CON-163
-1 parc 4
-
Retrouver le bon appareil prenait dix minutes.
220 clients collent déjà leurs propres étiquettes.
Planches A4 et lecture dans l'appli.

Choisir sa plateforme de facturation
facture product top-down 900 1 100 CON-165 PC1.2
-1 facture 9
facture-electronique
Personne ne savait par où commencer.
900 clients français facturent depuis Soupape.
Annuaire, choix guidé, preuve pour le comptable.
Échéance légale du 1er septembre 2027.

Avis de passage par SMS
portail product bottom-up 180 1 80 CON-168
-1 portail 6
locataires-perdus
Un locataire sur cinq absent au rendez-vous.
180 bailleurs et syndics.
Envoi à J-7 et J-1.

Un journal d'audit qui dit tout
acces tech top-down 400 1 80 SOC-105 PC1.2
-1 acces 7.5
-
On ne pouvait pas dire qui avait supprimé un contrat.
400 clients de plus de vingt utilisateurs.
Repris de bout en bout, treize mois gardés.
Exigé par les grands comptes au renouvellement.

API v2 : lire
connecteurs tech bottom-up 130 1 80 SOC-108
-1 connecteurs 5
-
La v1 s'arrêtait au-delà de cent lignes.
130 clients ont une clé d'API.
Lecture seule d'abord.

Connecteur Sage : la bêta
connecteurs product bottom-up 210 1 50 SOC-110 PC1.1
-1 connecteurs 4.5
sage export-compta
Double saisie comptable.
210 clients ont demandé Sage.
Sept clients volontaires.

Le rapport du lundi
donnees product bottom-up 280 0.5 100 SOC-112
-1 donnees 4
exports-excel
Les patrons n'ouvrent jamais le logiciel.
280 clients envoient des chiffres par e-mail à la main.
N'importe quel rapport peut partir seul.

Accents et fautes dans la recherche
donnees tech bottom-up 640 0.5 100 SOC-114
-1 donnees 5
recherche-lente
Chercher sans accent ne trouvait rien.
640 clients cherchent chaque jour.
Reprise de tout l'index, la nuit.
`);
