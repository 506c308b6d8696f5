import { readEntries } from "#prisma/sample/catalogue/entry.ts";

export const terrainEntries = readEntries(`
partly -2 horsligne 1
Travailler hors-ligne
sans réseau, sous-sol, chaufferie, zone blanche, pas de connexion, offline mode, no signal, basement
Terrain, mobile, bêta sur demande
Les sept jours à venir sont dans le téléphone, et la bêta ferme un rapport sans réseau.
Bêta avec cinq clients ; demander Nour Haddad.

yes -1 horsligne 2
Sept jours de planning dans le téléphone
consulter son planning sans réseau, adresse hors connexion, week of jobs on the phone, cached schedule
Terrain, mobile, toutes les offres
Adresses, consignes et historique des sept jours à venir s'ouvrent sans réseau.
-

planned 0 horsligne 1
Ne plus jamais perdre un rapport
rapport perdu, compte rendu disparu, saisie perdue en fermant l'appli, lost reports, report vanished after sync
Terrain, mobile
Chaque champ sera gardé dès qu'il est saisi. D'ici là : attendre la coche avant de fermer l'appli.
-
Ne plus jamais perdre un rapport

planned 1 horsligne 1
Choisir entre deux versions d'un rapport
conflit de synchro, le bureau écrase le technicien, sync conflicts, two versions of a report
Terrain, web et mobile
Les deux versions seront montrées côte à côte.
-
Choisir entre deux versions

yes -2 mobile 3
Tablette et téléphone pour la même personne
deux appareils, iPad et smartphone, two devices per user, tablet and phone
Terrain, mobile
On reste connecté sur les deux, et le travail passe de l'un à l'autre.
Deux appareils au plus.

yes -1 mobile 2
Appeler, écrire ou ouvrir l'itinéraire d'un appui long
appel en un clic, lancer Waze, long press to call, open directions
Terrain, mobile
Un appui long sur le client propose appel, SMS et itinéraire.
-

planned 0 mobile 1
Ma journée en un geste, même avec des gants
gros boutons, boutons trop petits, trois clics avant le premier client, usable with gloves, bigger buttons
Terrain, mobile
Le premier client sera à un geste, sur des boutons de la taille d'un pouce.
-
Ma journée en un geste, même avec des gants

planned 1 mobile 1
Notification qui dit ce qui a changé au planning
planning modifié mais quoi, prévenir le technicien à temps, schedule change notification, what changed alert
Terrain, mobile
La notification dira quoi, et ne partira plus pour rien.
-
Prévenu à temps, et de ce qui a changé

no - mobile 2
Dicter son compte rendu
dictée vocale, reconnaissance vocale, speech to text, voice report
Terrain, mobile
La dictée du téléphone marche dans chaque champ ; la nôtre n'est pas planifiée.
-

partly -1 mobile 3
Anciens téléphones Android
vieux Android, version minimale, old Android phones, minimum Android version
Terrain, mobile
Android 10 et plus récent.
Android 8 et 9 ne reçoivent plus que des corrections, jusqu'à la fin du trimestre.
Quitter les vieux Android

yes -2 preuves 1
Formulaires avec champs obligatoires et règles
champ obligatoire, check-list, questionnaire conditionnel, mandatory fields, conditional forms, checklists
Terrain, web et mobile
Un champ peut être obligatoire, ou apparaître selon une réponse.
-

yes -1 preuves 1
Faire signer plus tard
signature à distance, client absent, signer par lien, remote signature, sign by link, e-signature later
Terrain et Portail
Le client absent reçoit un lien, et signe quand il veut.
Le lien vaut 30 jours.

yes 0 preuves 1
Envoyer un rapport à plusieurs destinataires
rapport au bailleur et au locataire, copie au syndic, send report to several people, landlord and tenant copy, CP12 to landlord and tenant
Terrain, web et mobile
Jusqu'à cinq destinataires par rapport, chacun dans sa langue.
Pas de copie cachée.

planned 0 preuves 1
Certificats gaz britanniques CP12
gas safety certificate, landlord gas safety record, CP12 right first time, attestation gaz UK
Terrain, mobile
Le CP12 sera vérifié à la saisie.
-
CP12 right first time

planned 1 preuves 1
Photos lisibles et légères dans les rapports
compresser les images, rapport trop lourd, photo floue, compress pictures, report too big to e-mail
Terrain
Les photos seront allégées sans perdre les plaques signalétiques.
-
Photos lisibles et légères

yes -3 preuves 9
Photos avant et après intervention
prendre des images du chantier, before and after pictures, job photos
Terrain, mobile, toutes les offres
Jusqu'à vingt photos par intervention, datées.
-

no - preuves 2
Réalité augmentée et assistance vidéo
visio avec un expert, lunettes connectées, remote video assistance, augmented reality, smart glasses
Terrain
Ce n'est pas prévu : nos clients gardent leur visio, et en collent le lien sur l'intervention.
-

no - mobile 4
Pointage des heures et paie
badgeuse, feuille d'heures, temps de travail, timesheet, payroll, clock in
Terrain
On exporte les heures d'intervention ; la paie se fait dans l'outil de paie.
-
`);
