import { readEntries } from "#prisma/sample/catalogue/entry.ts";

export const socleEntries = readEntries(`
partly -1 connecteurs 1
Connecteur Sage
brancher Sage, Sage 100, liaison Sage, Sage connector, Sage integration, Sage accounting
Socle, web, bêta
En bêta avec huit clients : demander Oscar Lindqvist.
Factures et avoirs, pas encore les règlements.
Connecteur Sage : de la bêta à tous

yes -3 connecteurs 7
Export comptable CSV
export compta, écritures, journal de vente, accounting export, ledger export, FEC
Contrats, web
Les écritures du mois s'exportent en CSV et en FEC.
-

yes -1 connecteurs 2
API pour lire ses données
API REST, documentation développeur, read API, developer API
Socle, offre Pro
L'API v2 lit interventions, équipements et factures, par pages.
Lecture seule ; l'écriture est en v1.

planned 0 connecteurs 1
API v2 qui écrit, et événements rejoués
webhooks perdus, rejouer un événement, replay webhooks, write API, missing events
Socle
Chaque événement pourra être rejoué pendant sept jours.
-
API v2 : écrire, rejouer, limiter

yes -2 connecteurs 3
Bac à sable pour les intégrateurs
environnement de test, compte de démonstration, sandbox, test environment
Socle, offre Pro
Chaque intégrateur a un compte de test, remis à zéro la nuit.
-

no - connecteurs 2
Connecteur Salesforce
brancher le CRM, HubSpot, Salesforce integration, CRM connector
Socle
Non : l'API et les webhooks suffisent à nos intégrateurs, qui en ont fait deux.
-

yes -3 acces 2
SSO pour les collaborateurs
connexion unique, SAML, Azure AD, Entra, Google Workspace, single sign-on for staff, OIDC
Socle, offre Enterprise
OpenID Connect avec Entra, Google et Okta.
Pas SAML.

planned 0 acces 1
Chaque agence chez elle
cloisonner les agences, droits par filiale, une agence ne voit pas les clients des autres, branch permissions, separate branches
Socle, web
Une agence ne verra plus les clients et les prix des autres.
-
Chaque agence chez elle

yes -1 acces 2
Journal d'audit
qui a supprimé quoi, traçabilité, historique des modifications, audit log, who deleted it, audit trail
Socle, offre Enterprise
Qui, quoi, quand, avant et après, gardé 12 mois et exportable.
-

yes -2 acces 3
Hébergement avec site de secours
plan de reprise, PRA, sauvegarde, disaster recovery, failover, hosted in France
Socle
Deux sites en France, bascule répétée deux fois par an, en moins d'une heure.
-

planned 1 acces 1
Rester connecté sur le terrain
déconnecté en plein travail, retaper le mot de passe, stay logged in, session timeout, logged out all the time
Socle, mobile
La session durera trente jours sur le téléphone.
-
Rester connecté sur le terrain

yes -1 donnees 1
Rapport du lundi par e-mail
synthèse hebdomadaire, rapport automatique au patron, weekly report by email, Monday summary
Socle
Chaque lundi à 7 h, les chiffres de la semaine, à qui on veut.
-

yes -1 donnees 2
Recherche sans accents et avec fautes
recherche tolérante, fautes de frappe, typo-tolerant search, search without accents
Socle, web et mobile
On trouve sans accents et malgré une faute par mot.
-

planned 0 donnees 1
Recherche d'équipements rapide
ça rame, recherche lente par numéro de série, slow asset search, serial number search
Socle, web et mobile
Moins d'une seconde pour un parc de cent mille appareils.
-
Recherche d'équipements : nouvel index

planned 0 donnees 1
Tableaux de bord sans Excel
chiffres refaits dans Excel, statistiques, indicateurs, dashboards, KPIs, BI reporting
Socle, web
Les dix chiffres que tout le monde refait seront sur un écran.
-
Les chiffres que tout le monde refait dans Excel

planned 1 donnees 1
Reprendre ses données soi-même
import des anciennes données, migration depuis un autre logiciel, import contacts from Excel, data migration
Socle, web
L'import se fera seul, avec un essai à blanc. D'ici là, nous le faisons en trois semaines.
-
Reprendre ses données soi-même

partly -3 donnees 9
Interface en anglais
logiciel en anglais, langue anglaise, English interface, English version
Toutes, web et mobile
Planning, Terrain et Contrats sont en anglais.
Le Portail est en français, en anglais pour les SMS seulement.

no - donnees 3
Interface en espagnol
logiciel en espagnol, Barcelone, Spanish interface, Spanish version
Toutes
Non, ni en catalan. L'équipe de Barcelone vend en anglais.
-

no - acces 2
Hébergement chez le client
installation sur site, on-premise, self-hosted, serveur interne
Socle
Non : un seul hébergement, en France, avec un site de secours.
-
`);
