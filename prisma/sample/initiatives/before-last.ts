import { readInitiatives } from "#prisma/sample/initiatives/initiative.ts";

/** The quarter before last, closed: 16 initiatives, 1 of them top-down. */
export const beforeLastInitiatives = readInitiatives(`
Le planning du jour, refait
dispatch product bottom-up 700 2 80 PLA-301 OD1.1
-2 dispatch 9
-
Le planning du matin se lisait sur quatre écrans.
700 clients l'ouvrent avant 8 h 30.
Le plus gros morceau de l'année pour l'équipe.

Visites récurrentes : un calendrier par équipement
tournees product bottom-up 480 1 80 PLA-304
-2 tournees 5
visites-recurrentes
Un report décalait toute la série.
480 clients ont des visites trimestrielles.
Modèle simple, reprise longue.

Secteurs : une seule carte des codes postaux
tournees tech bottom-up 300 0.5 100 PLA-306
-2 tournees 3
-
Trois tables de codes postaux se contredisaient.
300 clients découpent par secteur.
Nettoyage et tests.

Escalade d'astreinte horodatée
astreinte product bottom-up 260 2 80 PLA-309 OD1.2
-2 astreinte 7
sla-preuve
Sans réponse de la première personne, l'appel se perdait.
260 clients ont une astreinte de nuit.
Voix, SMS et journal.

Appli : une seule base de code pour l'écran d'intervention
mobile tech bottom-up 900 0.5 80 TER-201
-2 mobile 5
-
Chaque correction se faisait deux fois.
Tous les techniciens.
Deux plateformes, un trimestre serré.

Tablette et téléphone, deux appareils par personne
mobile product bottom-up 150 1 80 TER-204
-2 mobile 4.5
-
Changer d'appareil déconnectait l'autre.
150 clients équipent leurs chefs d'équipe de tablettes.
Sessions et notifications à partager.

File de synchro locale
horsligne tech bottom-up 420 1 50 TER-207
-2 horsligne 4
conflits-synchro
L'envoi dépendait d'une connexion continue.
420 clients travaillent en sous-sol.
Fondation de la bêta hors-ligne.

Bêta hors-ligne avec cinq clients
horsligne product bottom-up 120 2 50 TER-209 OD1.1
-2 horsligne 5
sous-sol
Rien ne marche au deuxième sous-sol.
120 clients candidats à la bêta.
Beaucoup d'accompagnement sur place.

Formulaires : règles et champs obligatoires
preuves product bottom-up 340 1 100 TER-212
-2 preuves 7.5
-
Les relevés oubliés se découvrent au bureau.
340 clients ont leurs propres formulaires.
Moteur de règles réutilisé du portail.

Contrats : préavis et reconduction
parc product bottom-up 800 1 80 CON-110
-2 parc 9.5
-
Un contrat résilié se renouvelait tout seul.
800 clients gèrent plus de cinquante contrats.
Beaucoup de cas de droit, relus par un juriste.

Facturation groupée par mois
facture product bottom-up 350 1 100 CON-113
-2 facture 6
-
Un bailleur recevait soixante factures par mois.
350 clients facturent des bailleurs ou syndics.
Regroupement puis numéro d'engagement.

Numérotation des factures : un seul compteur
facture tech bottom-up 900 0.5 100 CON-114
-2 facture 3.5
avoirs-acomptes
Deux compteurs laissaient des trous.
Tous ceux qui facturent.
Court mais délicat en fin de mois.

Portail : compléter sa demande
portail product bottom-up 160 1 80 CON-117
-2 portail 5
locataires-perdus
Les locataires créaient une deuxième demande pour ajouter une photo.
160 bailleurs et syndics.
Formulaire et pièces jointes.

Hébergement : deuxième site de secours
acces tech top-down 1380 1 100 SOC-090 OC1.2
-2 acces 8
-
Une panne du site principal arrêtait tout le monde.
Tous les clients.
Deux répétitions générales comprises.
Exigé par l'assureur et par trois grands comptes.

Bac à sable pour les intégrateurs
connecteurs product bottom-up 110 1 80 SOC-094
-2 connecteurs 6
-
Les intégrateurs essayaient en production.
110 clients ont une clé d'API.
Environnement, jeu de données, documentation.

Anciens rapports : archiver et couper
donnees tech bottom-up 500 0.5 80 SOC-097
-2 donnees 7
-
Deux moteurs de rapports donnaient deux chiffres.
500 clients ouvrent un rapport par mois.
Comparer avant de couper.
`);
