import { readEntries } from "#prisma/sample/catalogue/entry.ts";

export const contratsEntries = readEntries(`
planned 1 facture 1
Deux taux de TVA sur un même devis
TVA mixte, un taux par ligne, taux réduit et taux plein, two VAT rates, mixed VAT, different tax per line
Contrats, web
Un taux par ligne arrive. À la main jusque-là : deux devis, un par taux.
-
TVA mixte : un taux par ligne

planned 0 facture 1
Émettre la facture électronique
facturation électronique 2027, factur-x, PDP, e-invoicing, electronic invoices
Contrats, web
L'émission sera prête avant l'échéance légale, PME comprises.
-
Émettre la facture électronique, PME comprises

yes -1 facture 2
Choisir sa plateforme de facturation électronique
plateforme agréée, PDP partenaire, e-invoicing platform choice
Contrats, web
Un guide en cinq questions, et la plateforme se branche depuis les réglages.
-

yes -2 facture 1
Facturation groupée par mois
une seule facture par bailleur, regrouper les factures, monthly consolidated invoice, one bill a month
Contrats, web
Toutes les interventions du mois sur une facture, avec le numéro d'engagement.
-

yes -2 facture 8
Numérotation des factures sans trou
numéros de facture qui se suivent, compteur unique, invoice numbering, gapless sequence
Contrats, web
Un seul compteur, sans trou, contrôlable par un commissaire aux comptes.
-

no - facture 2
Situations de travaux et acomptes
facture d'acompte, avancement de chantier, retenue de garantie, deposit invoice, progress billing, stage payments
Contrats
Pas encore : trois factures à la main. C'est à l'étude, sans trimestre.
-

no - facture 2
Paiement en ligne par carte
payer la facture par CB, Stripe, lien de paiement, pay by card, online payment
Contrats et Portail
Non : la facture porte l'IBAN. Nous ne prenons pas de commission sur les règlements.
-

yes -3 facture 4
Devis signé en ligne
acceptation de devis, signer un devis, accept a quote online, quote e-signature
Contrats et Portail
Le client accepte le devis par un lien ; l'intervention se crée toute seule.
-

yes -2 parc 2
Préavis et reconduction des contrats
renouvellement tacite, résiliation, contract renewal, notice period, auto-renew
Contrats, web
Chaque contrat a son préavis ; un contrat résilié ne se renouvelle plus.
-

yes -1 parc 2
Alertes de fin de contrat
contrat qui expire, échéance de contrat, contract expiry alert, renewal reminder
Contrats, web
Une alerte à 90, 60 et 30 jours, à qui suit le client.
-

yes -1 parc 3
Étiquettes QR à imprimer pour les équipements
code-barres, scanner un appareil, QR codes on assets, asset labels
Contrats et Terrain
L'étiquette s'imprime par planche, et ouvre la fiche d'un coup de téléphone.
-

planned 0 parc 1
Parc en arbre : site, bâtiment, équipement
arborescence, hiérarchie des équipements, ascenseurs par bâtiment, asset hierarchy, equipment tree, parent asset
Contrats, web et mobile
Les équipements se rangeront par site et bâtiment.
-
Du parc à plat au parc en arbre

no - parc 2
Indexation de tous les contrats d'un coup
révision des prix, indice, augmentation annuelle, bulk price indexation, yearly price uplift
Contrats, web
L'indexation se fait contrat par contrat. Le lot n'est pas planifié.
-

partly -2 parc 3
Visites en retard
visites dues, entretien dépassé, retard de maintenance, overdue visits, missed service
Contrats, web
La liste des visites en retard existe par contrat.
Par contrat, pas encore par ascenseur ni par équipement.

yes -2 portail 2
Compléter sa demande sur le portail
ajouter une photo à une demande, modifier un ticket locataire, add a photo to a request, update my request
Portail, web
Le locataire ajoute photo et message à sa demande, sans en créer une autre.
-

yes -1 portail 1
Avis de passage par SMS
prévenir le locataire, SMS de rappel de rendez-vous, appointment text message, visit reminder SMS
Portail
Un SMS la veille et à une heure près le jour même.
France, Royaume-Uni et Irlande.

planned 0 portail 1
Statuts du portail : pièce commandée, date estimée
où en est ma demande, suivi locataire, statut en cours, track my request, part ordered status
Portail, web
Le locataire verra « Pièce commandée », avec une date.
-
Où en est ma demande

planned 1 portail 1
Signaler une fuite sans compte
déclarer un incident sans se connecter, demande anonyme, report a leak without an account, no-login request
Portail, web
Une photo, une adresse, et c'est parti, sans mot de passe.
-
Signaler une fuite sans compte

no - acces 1
SSO pour les locataires
connexion des locataires avec leur compte, tenant single sign-on, tenants log in with own SSO, FranceConnect
Portail
Non, et ce n'est pas prévu : les locataires entrent par un lien, sans compte ni mot de passe.
-
`);
