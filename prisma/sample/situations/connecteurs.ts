import { readSituations } from "#prisma/sample/situations/situation.ts";

export const connecteurs = readSituations(
  "connecteurs",
  `
bug fr export-compta
[Export comptable refusé|Le fichier ne passe pas]
[L'export comptable est refusé par leur logiciel {depuis}|L'export sort des montants avec un point au lieu d'une virgule].
[La clôture est à la fin de la semaine.|La comptable ressaisit tout.]
[|Besoin d'une solution d'ici vendredi.]

bug fr export-compta
[Journal de ventes déséquilibré|Un centime d'écart]
[Le journal de ventes est déséquilibré d'un centime|Le compte client est vide sur les factures de {agence}].
[Import rejeté en bloc.|]
[|]

bug fr sage
[Sage : clients en double|La bêta Sage duplique]
[Le connecteur Sage crée un deuxième client à chaque modification d'adresse|La synchro Sage s'arrête sur un accent dans le nom].
[{n}0 doublons à fusionner.|]
[Oscar est au courant ?|]

bug fr webhooks-perdus
[Webhooks non reçus|Événement jamais arrivé]
[Les webhooks « intervention terminée » n'arrivent plus {depuis}|Quand notre serveur redémarre, les événements de ces minutes-là sont perdus].
[Nos factures ne partent pas.|]
[Un renvoi automatique serait normal.|]

bug fr webhooks-perdus
[API en erreur 500|L'API répond n'importe quoi]
[L'API renvoie une erreur 500 dès qu'on demande plus de cent interventions|Le jeton d'API expire en pleine nuit sans prévenir].
[L'échange du matin échoue un jour sur trois.|]
[|]

bug fr -
[ERP : stock non décompté|Pièces non synchronisées]
[Les pièces posées ne sont pas décomptées dans l'ERP|Le stock du camion de {tech} n'est jamais à jour].
[On commande ce qu'on a déjà.|]
[|]

bug fr -
[Agenda en double|Synchronisation d'agenda]
[Les interventions apparaissent deux fois dans l'agenda du téléphone|L'agenda partagé se décale d'une heure].
[Détail, mais agaçant.|]
[|]

request fr sage
[Connecteur Sage|Brancher notre Sage]
[Brancher Sage pour ne plus ressaisir les factures|Envoyer clients et règlements dans Sage tous les soirs].
[Ils le demandent depuis 2024.|Deux jours de saisie par mois à {ville}.]
[Une date, même lointaine ?|]

request fr export-compta
[Format d'export au choix|Export pour notre comptable]
[Choisir les colonnes de l'export comptable|Un export au format du cabinet comptable].
[Une macro tient tout ça et son auteur est parti.|]
[|]

request fr webhooks-perdus
[Rejouer un événement|Journal des envois]
[Pouvoir renvoyer un webhook manqué|Voir la liste des envois réussis et ratés].
[Notre développeur devine.|]
[Trente jours d'historique suffiraient.|]

request fr -
[API pour les devis|Tout faire par API]
[Créer un devis par l'API|Lire les équipements d'un site par l'API].
[Notre site web propose déjà le formulaire.|]
[|]

request fr -
[Connecter les chaudières|Remontée des alarmes]
[Recevoir les alarmes des chaudières connectées comme des demandes|Ouvrir une intervention quand la sonde de {site} s'affole].
[Le fabricant a une API, il n'attend que nous.|]
[|]

request fr - exists
[Clé d'API par prestataire|Limiter une clé]
[Créer une clé d'API limitée en lecture|Donner un accès par API à un prestataire sans tout ouvrir].
[Leur intégrateur demande un accès complet, hors de question.|]
[|]
Oui : Réglages > API > Nouvelle clé, lecture seule ou par objet, avec une date de fin.

question fr sage
[Sage : c'est pour quand ?|Quelle version de Sage ?]
[Quelles versions de Sage sont prévues ?|La bêta Sage est ouverte à qui ?]
[Le client repousse sa signature là-dessus.|{amount} en attente.]
[Je peux donner une date ou pas ??|]

question fr webhooks-perdus
[Limites de l'API|Combien d'appels ?]
[Combien d'appels par minute sont permis ?|Que se passe-t-il si notre serveur est en panne quand un événement part ?]
[Leur intégrateur attend pour chiffrer.|]
[|]

question fr export-compta
[Quel logiciel comptable ?|Exports disponibles]
[Quels logiciels comptables sont pris en charge ?|Peut-on exporter par agence et par journal ?]
[Rendez-vous avec leur DAF jeudi.|]
[|]

question fr - exists
[Documentation de l'API|Bac à sable]
[Où est la documentation de l'API ?|Avez-vous un environnement de test pour les intégrateurs ?]
[Leur prestataire commence lundi.|]
[|]
Oui : la documentation est publique, et chaque client a un bac à sable gratuit (Réglages > API).

problem fr sage
[Double saisie comptable|Sage d'un côté, nous de l'autre]
[Tout est saisi deux fois, ici et dans Sage|Le client de {ville} garde son ancien outil uniquement pour Sage].
[Ils comparent les prix du coup.|]
[|]

problem fr export-compta
[Chaque mois l'export casse|La compta ne nous fait plus confiance]
[Chaque mois l'export comptable a un nouveau problème|La comptable vérifie chaque ligne parce que l'export a menti une fois].
[Elle a parlé de changer de logiciel.|]
[|]

problem fr webhooks-perdus
[Intégration fragile|Les échanges s'arrêtent la nuit]
[Notre échange de nuit s'arrête sans prévenir et on le découvre à midi|On ne sait jamais si un événement manque].
[Un prestataire vit de nos pannes.|]
[|]

praise fr webhooks-perdus
[Bonne API|Intégration en deux jours]
[API claire, branchée en deux jours par notre stagiaire|Le connecteur nous a supprimé la double saisie].
[Un journal des envois et c'est parfait.|]
[|]

bug en export-compta
[Export rejected|Ledger out by a penny]
[The ledger export is out by a penny and the import fails|Export uses commas where our accounts package wants points].
[Month end is on Friday.|]
[|]

bug en webhooks-perdus
[Webhooks missing|Events lost]
[We stopped getting job-completed webhooks {since}|If our server restarts, the events in between are gone].
[Invoices for {site} never went.|]
[Please retry them.|]

bug en -
[Van stock not synced|Calendar doubled]
[Parts used by {eng} don't come off stock in the ERP|Jobs show twice in the phone calendar].
[We keep ordering what we have.|]
[|]

request en webhooks-perdus
[Replay an event|See failed deliveries]
[Let us replay a webhook we missed|A list of deliveries, good and bad].
[Our developer is guessing.|]
[|]

request en export-compta
[Xero export|Choose export columns]
[An export our accounts package takes as is|Let us choose the columns of the ledger export].
[A macro does it now and its author retired.|]
[|]

request en -
[Create jobs by API|Boiler alarms in]
[Raise a job through the API with photos|Turn alarms from connected boilers into jobs].
[The maker has an API and is keen.|]
[|]

question en webhooks-perdus
[API limits|What if we're down]
[How many calls a minute may we make?|What happens to events while our server is down?]
[Integrator is quoting for it.|]
[|]

question en - exists
[API docs|Sandbox]
[Where are the API docs?|Is there a sandbox for our developer?]
[She starts Monday.|]
[|]
Yes: the docs are public, and every customer has a free sandbox (Settings > API).

problem en export-compta
[Retyping invoices|Accounts by hand]
[Everything is typed twice, here and in accounts|Our bookkeeper in {depot} checks each line because the export lied once].
[She's asking about other software.|]
[|]

problem en webhooks-perdus
[Fragile integration|Stops overnight]
[The overnight feed stops and nobody knows till noon|We never know whether an event is missing].
[|]
[|]

praise en webhooks-perdus
[Nice API|Quick to integrate]
[Integrated in two days, our developer was impressed|API is well thought out].
[A delivery log and it's perfect.|]
[|]
`,
);
