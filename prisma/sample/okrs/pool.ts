import { readObjectives } from "#prisma/sample/okrs/objective.ts";

/** Two quarters looked back on, the current one, and the first drafts of the next. */
export const objectives = readObjectives(`
OC1 -2 committed company Hélène_Castaing -
Nos grands comptes dorment tranquilles
less 9 3 3 pannes | Interruptions de plus de dix minutes
hit 0 1 1 - | Deuxième site de secours répété en vrai
keep 98 98 98 % | Rétention nette des grands comptes

OC2 -2 aspirational company Hélène_Castaing -
Le matin se prépare en cinq minutes
more 12 60 44 % | Clients dont le planning est prêt à 7 h 30
less 22 8 11 min | Temps médian pour préparer la journée

OD1 -2 committed tribe:PLA Clara_Vasseur OC2
Le planning du jour répond avant le café
more 0 700 655 clients | Clients passés au nouveau planning du jour
more 0 100 100 % | Appels d'astreinte avec une heure prouvée

OD2 -2 committed craft:engineering Viktor_Halász OC1
A release is a non-event
less 14 4 5 retours | Releases rolled back
more 55 90 86 % | Services with a rehearsed rollback

OD3 -2 aspirational department:sales Sylvain_Rochefort -
Chaque démo commence par le métier du prospect
more 18 50 31 % | Démos préparées avec un insight du même métier

OI1 -2 aspirational person:Manon_Duval Manon_Duval - Ondine_Ferrari
Cinq matinées passées avec des planificateurs
more 0 5 5 matinées

PC1 -1 committed company Hélène_Castaing -
On garde les clients qu'on a
less 31 18 19 clients | Clients perdus dans le trimestre
more 20 70 63 % | Clients français informés de la facture électronique

PC2 -1 aspirational company Hélène_Castaing -
Ireland and the UK hear us in English
more 3 10 7 customers | Customers onboarded in English
hit 0 1 1 - | English help centre published

PD1 -1 committed tribe:TER Yanis_Ould-Amar PC1
Sans réseau, la journée continue
more 20 70 58 % | Techniciens avec sept jours de planning dans le téléphone
hit 0 1 1 - | Chaque rapport perdu est compté

PD2 -1 committed craft:qa Driss_Amrani -
No bug waits for a quarter
more 64 95 91 % | Bugs resolved within seven days
keep 0 0 0 bugs | Critical bugs older than two days

PD3 -1 committed department:customer-support Maëlle_Jourdan PC1
Une réponse, pas un transfert
more 48 70 66 % | Demandes résolues sans transfert
less 26 10 12 h | Délai médian de la première réponse utile

PD4 -1 aspirational tribe:CON Maud_Thépaut PC1
Le comptable nous recommande
more 0 25 14 cabinets | Cabinets comptables qui nous recommandent

PI1 -1 aspirational person:Louis_Marchetti Louis_Marchetti - Clara_Vasseur
Dix entretiens de planificateurs, écrits et partagés
more 0 10 8 entretiens

PI2 -1 committed person:Salomé_Arnaud Salomé_Arnaud - Joséphine_Vial
Chaque renouvellement préparé deux mois avant
more 40 100 95 %

C1 0 committed company Hélène_Castaing -
La facture électronique ne nous coûte aucun client
keep 0 0 1 clients | Clients perdus pour motif « facturation »
more 34 100 58 % | Clients français qui ont choisi leur plateforme
more 0 120 71 k€ | ARR signé avec Devis & factures

C2 0 aspirational company Hélène_Castaing -
Ireland and the UK stop being an experiment
more 96 108 99 % | Net retention UK and IE
more 0 10 4 customers | Customers live without a French speaker in the room
hit 0 1 0 - | English terms and DPA published

D1 0 committed tribe:TER Yanis_Ould-Amar C2
Le rapport est fini avant de remonter dans le camion
less 41 15 27 min | Temps médian de la fin d'intervention à la signature
less 23 0 6 rapports | Rapports perdus à la synchro
more 0 5 3 clients | Clients en bêta hors-ligne

D2 0 committed craft:qa Driss_Amrani -
We know why before we fix
more 40 100 82 % | High and critical bugs with their cause noted
hit 0 1 1 - | Mobile regression suite runs on every release

D3 0 committed department:customer-support Maëlle_Jourdan -
Plus jamais un faux « non »
less 7 0 2 cas | Faux « non » signalés par les Sales
more 20 60 35 % | « Est-ce qu'on a… ? » répondus depuis le catalogue

I1 0 aspirational person:Manon_Duval Manon_Duval - Ondine_Ferrari
La vision du planning à plusieurs mains est testée par 20 collègues
more 0 20 12 collègues

I2 0 committed person:Louis_Marchetti Louis_Marchetti - Clara_Vasseur
Chaque insight de Dispatch a sa réponse en trois semaines
more 45 100 72 %

I3 0 aspirational person:Salomé_Arnaud Salomé_Arnaud - Joséphine_Vial
Trois clients prêts à témoigner du hors-ligne
more 0 3 1 clients

NC1 1 committed company Hélène_Castaing -
Un devis part juste du premier coup
less 38 10 38 % | Devis corrigés hors du logiciel

NC2 1 aspirational company Hélène_Castaing -
Ireland and the UK grow on their own
more 0 15 0 customers | Customers won by referral

ND1 1 committed tribe:TER Yanis_Ould-Amar NC1
Le technicien sait avant de partir
less 9 2 9 % | Déplacements pour rien

ND2 1 aspirational craft:product-management Grégoire_Noblet -
Chaque thème a un entretien de moins d'un mois
more 30 90 30 %
`);
