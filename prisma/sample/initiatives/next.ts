import { readInitiatives } from "#prisma/sample/initiatives/initiative.ts";

/** The draft of the next quarter, then what still waits for a place. */
export const nextInitiatives = readInitiatives(`
Caser une urgence en deux propositions
dispatch product bottom-up 360 2 80 PLA-451
1 dispatch 6
urgence-caser
Une panne à 9 h et toute la journée est à refaire.
360 clients reçoivent au moins deux urgences par jour.
Le calcul de tournée sait déjà chiffrer le retard.

Trafic aux heures de pointe
tournees product bottom-up 280 1 50 PLA-455
1 tournees 4
trajets-faux
Sur la rocade le trajet est faux du simple au double.
280 clients travaillent dans une grande ville.
Après le nouveau calcul des trajets.

Réveiller seulement pour du grave
astreinte product bottom-up 260 1 80 PLA-458
1 astreinte 4.5
alertes-nuit
Sur dix réveils, deux utiles.
260 clients ont une astreinte de nuit.
Seuils par contrat, puis apprentissage.

Prévenu à temps, et de ce qui a changé
mobile product bottom-up 520 1 80 TER-331 ND1.1
1 mobile 6
notifs
« Planning modifié », mais quoi ?
520 clients dont la journée change après 9 h.
Textes courts, accusé de lecture.

Choisir entre deux versions
horsligne product bottom-up 160 2 50 TER-333
1 horsligne 5
conflits-synchro
Le bureau écrase le technicien sans prévenir.
160 clients ont eu un conflit ce trimestre.
Dépend du journal unique.

Photos lisibles et légères
preuves tech bottom-up 340 1 80 TER-336
1 preuves 4
photos-illisibles
Des rapports de 40 Mo que la messagerie refuse.
340 clients joignent plus de dix photos.
Compression à la prise de vue.

TVA mixte : un taux par ligne
facture product bottom-up 540 2 100 CON-231 NC1.1
1 facture 6
tva-mixte
Une pompe à chaleur et un dépannage sur le même devis, un seul taux.
540 clients ont émis un devis corrigé à la main.
La facture électronique pose déjà la structure.

Signaler une fuite sans compte
portail product bottom-up 190 1 80 CON-234
1 portail 5
signaler-simplement
Sept écrans et un mot de passe pour une fuite.
190 bailleurs et syndics.
QR code dans le hall.

Rester connecté sur le terrain
acces tech bottom-up 700 1 80 SOC-150
1 acces 4.5
deconnexions
Un mot de passe à retaper avec les mains pleines de suie.
700 clients de plus de dix techniciens.
Possible une fois l'ancienne connexion fermée.

Reprendre ses données soi-même
donnees product bottom-up 90 2 50 SOC-155
1 donnees 6
imports-reprise
Chaque rachat d'entreprise est un projet de trois mois.
90 clients ont racheté une société en deux ans.
Aperçu, correction, reprise.

Dicter son compte rendu
mobile product bottom-up 450 1 20 -
-
-
« RAS fait ok » n'est pas un compte rendu.
450 clients dont les commentaires font moins de cinq mots.
À estimer après un essai de deux semaines.

Indexer tous les contrats d'un coup
parc product bottom-up 500 1 80 -
-
indexation
Deux semaines de saisie chaque janvier.
500 clients indexent chaque année.
Pas encore chiffré.

Situations de travaux et acomptes
facture product bottom-up ? 1 50 -
-
avoirs-acomptes
Chaque pose fait trois factures à la main.
À mesurer : nous ne savons pas qui fait de la pose.
Pas encore chiffré.

SSO des locataires
acces product bottom-up 25 2 50 -
-
sso-locataires
Les bailleurs veulent leur propre connexion sur le portail.
25 bailleurs et quatre prospects l'ont demandé.
Deux fournisseurs d'identité par bailleur : à chiffrer.

Échanger une astreinte depuis l'appli
astreinte product bottom-up 140 1 80 -
-
qui-est-astreinte
Les échanges se font par SMS et le standard ne le sait pas.
140 clients tournent à plus de quatre.
Pas encore chiffré.

Couper l'API v1
connecteurs tech bottom-up 130 0.25 80 -
-
-
Deux versions à corriger à chaque fois.
130 clients ont une clé, la moitié en v1.
Après un an de préavis.
`);
