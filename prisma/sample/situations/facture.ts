import { readSituations } from "#prisma/sample/situations/situation.ts";

export const facture = readSituations(
  "facture",
  `
bug fr tva-mixte
[Un seul taux de TVA|TVA fausse sur devis mixte]
[Un devis avec une PAC et un dépannage sort avec un seul taux|Le taux réduit ne s'applique qu'à la première ligne du devis] {depuis}.
[Ils corrigent dans Word avant d'envoyer.|Le comptable de {agence} a tout bloqué.]
[Un taux par ligne, c'est la base.|]

bug fr avoirs-acomptes
[Acompte non déduit|L'acompte n'apparaît pas]
[L'acompte de 30 % n'est pas déduit de la facture finale|Un avoir partiel remet la facture entière en impayé].
[Le client a payé deux fois.|On passe pour des amateurs.]
[|À corriger avant la clôture.]

bug fr avoirs-acomptes
[Numéros d'avoirs qui se suivent mal|Trou dans la numérotation]
[Il y a un trou dans la numérotation des factures de {mois}|Un avoir annulé garde son numéro, la suite saute].
[Le commissaire aux comptes demande une explication.|]
[Il nous faut une réponse écrite.|]

bug fr facture-electronique
[Facture rejetée par la plateforme|Rejet sans raison]
[La facture électronique est rejetée, sans motif lisible|Le SIRET du destinataire est refusé alors qu'il est juste].
[{n} factures bloquées pour {site}.|]
[Au moins traduire le message d'erreur.|]

bug fr -
[Devis à zéro|Prix des pièces à zéro]
[Les pièces ajoutées depuis l'appli arrivent à 0 € sur la facture|La remise s'applique aussi sur la main-d'œuvre {depuis}].
[On a facturé {n} dépannages sans pièces.|]
[Qui paie la différence ?|]

bug fr -
[Relances à des clients à jour|Relance envoyée à tort]
[Une relance est partie chez un client qui avait payé|Les relances partent le dimanche à 6 h].
[{site} a très mal pris la chose.|]
[Peut-on les arrêter d'ici la correction ?|]

bug fr -
[Mise en page du devis|Devis coupé entre deux pages]
[Le total du devis se retrouve seul sur la deuxième page|Les conditions générales sont coupées à l'impression].
[Pas présentable.|]
[|]

request fr tva-mixte
[Un taux par ligne|Plusieurs TVA par devis]
[Pouvoir mettre 5,5, 10 et 20 sur le même devis|Choisir la TVA ligne par ligne, avec l'attestation du client].
[C'est notre quotidien depuis les pompes à chaleur.|]
[Avec le récapitulatif en bas.|]

request fr facture-electronique
[Choisir notre plateforme|Facture électronique avec notre plateforme]
[Brancher la plateforme de dématérialisation que notre comptable a choisie|Envoyer nos factures au format électronique sans passer par un autre logiciel].
[L'échéance approche et on n'a rien.|Leur fédération leur met la pression.]
[Un mode d'emploi d'une page aiderait.|]

request fr avoirs-acomptes
[Factures d'acompte en série|Situations de travaux]
[Gérer les situations de travaux : 30, 60, 100 %|Facturer un acompte à la signature du devis, automatiquement].
[Chaque pose fait trois factures à la main.|]
[|]

request fr -
[Devis depuis le camion|Le technicien fait le devis]
[Permettre au technicien de faire un devis simple sur place|Un bouton « proposer le remplacement » depuis l'intervention].
[Le temps que le bureau l'envoie, le client a signé ailleurs.|]
[Trois modèles suffiraient.|]

request fr -
[Paiement en ligne|Lien de paiement sur la facture]
[Mettre un lien de paiement sur la facture|Encaisser par carte chez le particulier].
[{agence} court après {n} petits impayés.|]
[|]

request fr - exists
[Facturation groupée|Une facture par mois]
[Regrouper les interventions d'un client sur une facture par mois|Avoir une seule facture mensuelle par bailleur].
[Ils en reçoivent 60 par mois et nous maudissent.|]
[|]
Oui : fiche client > Facturation > groupée par mois, par site ou par bon de commande.

question fr facture-electronique
[Sommes-nous prêts ?|Facture électronique, on en est où ?]
[Est-ce que le logiciel sera prêt pour la facture électronique ?|Que doit faire un client de trois salariés pour la facture électronique ?]
[Question posée à chaque rendez-vous désormais.|Son expert-comptable lui demande une attestation.]
[Il me faut une phrase officielle.|]

question fr tva-mixte
[Deux taux sur un devis ?|TVA réduite]
[Comment faire deux taux de TVA sur un devis ?|Le taux à 5,5 % est-il géré pour l'entretien d'une PAC ?]
[Je leur ai dit de faire deux devis, c'est nul.|]
[|]

question fr avoirs-acomptes
[Annuler une facture|Faire un avoir partiel]
[Comment annuler une facture déjà envoyée ?|On peut faire un avoir sur une seule ligne ?]
[Erreur de quantité pour {site}.|]
[|Je suis perdue.]

question fr - exists
[Bon de commande obligatoire|Numéro d'engagement]
[Peut-on rendre le bon de commande obligatoire avant facturation ?|Où mettre le numéro d'engagement pour une mairie ?]
[Facture refusée par {ville}.|]
[|]
Oui : fiche client > Facturation > « bon de commande exigé ». Le numéro suit jusqu'à la plateforme.

problem fr tva-mixte
[On refait les devis dans Word|TVA, chaque semaine]
[À cause de la TVA tous les devis de pose sont refaits dans Word|Nos commerciaux n'utilisent plus les devis dès qu'il y a deux taux].
[Plus aucun suivi derrière.|]
[|]

problem fr facture-electronique
[Personne ne comprend|L'échéance leur fait peur]
[Nos petits clients ne comprennent pas ce qu'ils doivent faire et cherchent ailleurs|On nous demande chaque jour une date et nous n'en avons pas].
[Deux résiliations motivées par ça.|]
[Il faut communiquer vite.|]

problem fr avoirs-acomptes
[La compta ne tombe jamais juste|Écarts en fin de mois]
[Les acomptes et avoirs ne tombent jamais juste en fin de mois|La comptable pointe tout à la main {depuis}].
[Deux jours par mois.|]
[|]

praise fr -
[Devis envoyé en deux minutes|La facturation groupée]
[Un devis en deux minutes, signé avant le soir, merci|La facturation groupée nous a fait gagner une journée par mois].
[Reste la TVA à deux taux.|]
[|Bravo]

bug en avoirs-acomptes
[Deposit not deducted|Credit note doubled]
[The deposit isn't taken off the final invoice|A part credit puts the whole invoice back to unpaid].
[Customer at {site} paid twice.|]
[|Please sort before month end.]

bug en -
[Parts priced at zero|VAT wrong on labour]
[Parts added by {eng} in the app come through at £0|Discount applies to labour as well {since}].
[We gave away {n} jobs.|]
[|]

bug en -
[Chasing paid invoices|Reminder sent by mistake]
[A reminder went to a customer who had already paid|Reminders go out at six on a Sunday].
[{site} were not happy.|]
[Can you pause them?|]

request en tva-mixte
[Two VAT rates|VAT per line]
[We need VAT per line: 0, 5 and 20 on one quote|Heat pumps at zero and repairs at twenty on the same quote].
[Right now we send two quotes and confuse people.|]
[|]

request en avoirs-acomptes
[Staged invoices|Deposits on acceptance]
[Staged invoices for installs: deposit, first fix, completion|Raise the deposit invoice as soon as a quote is accepted].
[Every install in {town} is three invoices by hand.|]
[|]

request en -
[Quote from the van|Card payment link]
[Let the engineer quote a replacement on the spot|A pay-now link on invoices].
[By the time the office sends it they've gone elsewhere.|]
[|]

question en tva-mixte
[Reverse charge|Zero-rated heat pumps]
[How do we do zero-rated heat pumps?|Do you support the reverse charge for construction?]
[Our accountant asks.|]
[|]

question en - exists
[Monthly invoice|One invoice a month]
[Can a housing association get one invoice a month?|Can I group jobs on a single invoice per site?]
[They hate getting sixty.|]
[|]
Yes: customer > Invoicing > grouped by month, by site or by order number.

problem en avoirs-acomptes
[Books never balance|Month end pain]
[Deposits and credits never balance at month end|Our bookkeeper in {depot} ticks every line by hand].
[Two days each month.|]
[|]

problem en tva-mixte
[Quotes done elsewhere|Back to Word]
[As soon as there are two VAT rates we leave the software and use Word|Sales in {town} won't touch the quotes because of VAT].
[Then nobody can follow them up.|]
[|]

praise en -
[Quotes are quick|Nice invoices]
[Quote out in two minutes, accepted before I was back in {depot}|Grouped invoices saved us a day a month].
[Now VAT per line and I'm sold.|]
[|]
`,
);
