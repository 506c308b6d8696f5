import { lexemes } from "#lib/search/lexemes.ts";

// What is asked in one language and written in the other, or by another word for the same: the trade's commonest words,
// a group a line. An entry's own synonyms say what is special to it; these are what every entry would have to repeat.

const groups = `
facture factures facturation facturer invoice invoices invoicing billing bill
devis quote quotes quotation estimate
avoir avoirs refund credit-note
acompte acomptes deposit prepayment
taxe tva vat tax
paiement payer reglement payment pay paying
prix tarif tarifs price pricing cost cout
contrat contrats contract contracts agreement
client clientele account
fournisseur supplier vendor
commande commander order orders purchase
stock stocks pieces piece parts spare inventory warehouse
planning planifier calendrier agenda schedule scheduling planner calendar board rota
tournee tournees route routes round rounds
trajet trajets travel journey driving
rendez-vous rdv appointment appointments booking
intervention interventions job jobs visit visits callout
technicien techniciens engineer engineers technician technicians
equipe equipes team teams crew
conge conges absence absences vacances leave holiday holidays vacation
competence competences habilitation habilitations skill skills qualification certification
urgence urgences urgent emergency emergencies
astreinte astreintes on-call oncall duty standby
escalade escalader relance relancer escalation escalate reminder chase
alerte alertes notification notifications prevenir alert alerts notify warn
heure horodatage horodate horodatee timestamp timestamped time-stamped proof
preuve preuves proof evidence
delai delais sla deadline response
rapport rapports compte-rendu report reports reporting
signature signer signe sign signed signing e-signature
photo photos image images picture pictures
formulaire formulaires form forms checklist
certificat certificats attestation certificate certificates cert certs cp12
hors-ligne horsligne offline
reseau connexion network signal connection coverage
synchro synchronisation synchroniser sync synchronise synchronize
conflit conflits conflict conflicts overwrite ecraser
perdu perdue perdre perte lost lose loss losing missing
appli application mobile app phone telephone smartphone
tablette tablettes tablet tablets ipad
bouton boutons button buttons
gant gants glove gloves
equipement equipements appareil appareils machine machines asset assets equipment device devices
ascenseur ascenseurs lift lifts elevator elevators
chaudiere chaudieres chauffage boiler boilers heating
arbre arborescence hierarchie tree hierarchy nested
maintenance entretien servicing upkeep
renouvellement reconduction renouveler renewal renew
indexation indexer revision indexation uplift
retard retards late overdue due
recurrent recurrente recurrents recurrentes periodique recurring repeat repeating periodic
portail portal
locataire locataires occupant tenant tenants resident residents
bailleur bailleurs proprietaire landlord landlords owner
demande demandes request requests ticket tickets
statut statuts suivi suivre status tracking track follow progress
sso single-sign-on saml login connexion connecter signin sign-in authentification authentication
mot-de-passe password passwords
role roles droit droits permission permissions access acces right rights
agence agences filiale branch branches agency
audit journal log logs history historique trace tracabilite trail
deconnexion deconnecte logout session sessions
connecteur connecteurs integration integrations connector connectors brancher interface connect
webhook webhooks evenement evenements event events
comptable comptabilite compta accounting accountant ledger accounts
export exporter exports extraction telecharger download extract
import importer imports reprise migration reprendre migrate
tableur excel csv spreadsheet xlsx
recherche rechercher chercher search searching find
lent lente lenteur rame slow slowness performance speed
carte cartes map maps
langue langues traduction traduire language languages translation translate
anglais english
courriel mail e-mail email emails message
destinataire destinataires recipient recipients
piece-jointe document documents fichier fichiers attachment attachments file files
signaler declarer fuite report leak
sauvegarde secours backup failover disaster
modele modeles template templates
imprimer impression print printing
dupliquer copier copie duplicate copy
supprimer effacer suppression delete erase removal
automatique automatiquement auto automatic automatically automated
plusieurs multiple several many
deux two both
semaine semaines week weeks weekly
mois month months monthly mensuel
nuit nuits night nights
vocal vocale voix appel appels voice call calls
electronique electronic digital dematerialisee
code-barres barcode barcodes qr scan scanner
temps time duree duration hours heures
sms texto text
api apis
donnees data
couleur couleurs color colour
tableau dashboard dashboards statistiques statistics stats
comment commentaire commentaires comment comments note notes
reduction remise discount
sous-traitant sous-traitants subcontractor subcontractors
vehicule vehicules camion van vans vehicle truck fleet
geolocalisation position gps location geolocation
outillage outil materiel tooling tools
gaz gas
incendie fire
eau water
securite safety security
`;

const known: ReadonlyMap<string, readonly string[]> = groupsByLexeme();

/** Names of the groups that something with these lexemes stands in. */
export function groupsOf(lexemesOfWord: readonly string[]): string[] {
  return [...new Set(lexemesOfWord.flatMap((lexeme) => known.get(lexeme) ?? []))];
}

function groupsByLexeme(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const lines = groups.split("\n").filter(Boolean);
  for (const [at, line] of lines.entries())
    for (const word of line.split(" "))
      for (const lexeme of [...new Set([word, word.replaceAll("-", "")])].flatMap(lexemes)) {
        const names = found.get(lexeme) ?? [];
        if (!names.includes(`=${at}`)) found.set(lexeme, [...names, `=${at}`]);
      }
  return found;
}
