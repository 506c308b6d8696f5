import { readSituations } from "#prisma/sample/situations/situation.ts";

export const parc = readSituations(
  "parc",
  `
bug fr visites-dues
[Visite due affichée faite|Date de prochaine visite fausse]
[La prochaine visite de {site} est affichée en {mois} alors qu'elle est passée|Une visite annulée compte comme faite dans le contrat].
[On a failli rater l'obligation annuelle.|]
[Qui d'autre est touché ?|]

bug fr parc-arbre
[Équipement rattaché au mauvais site|Appareils mélangés]
[Après la fusion de deux sites, les équipements sont tous sur le premier|Un brûleur apparaît sur deux chaudières à {site}].
[L'historique est mélangé, illisible.|]
[Comment les remettre ?|]

bug fr indexation
[Indexation appliquée deux fois|Prix indexé faux]
[L'indexation annuelle a été appliquée deux fois sur les contrats de {agence}|La formule d'indexation arrondit à l'euro supérieur].
[{n} clients ont reçu un mauvais avis.|]
[À corriger avant l'envoi des échéances.|]

bug fr -
[Contrat résilié qui se renouvelle|Renouvellement malgré la résiliation]
[Un contrat résilié en {mois} s'est renouvelé tout seul|La tacite reconduction ignore la date de préavis].
[Le client menace d'un courrier d'avocat.|]
[|]

bug fr -
[Numéro de série perdu|Champ équipement effacé]
[Le numéro de série s'efface quand on change la marque de l'appareil|Les garanties saisies sur les équipements ont disparu {depuis}].
[{tech} refait le tour des chaufferies de {ville}.|]
[|]

bug fr visites-dues
[Liste des visites dues incomplète|Il manque des appareils]
[La liste des visites dues oublie les appareils ajoutés en cours d'année|Le filtre « en retard » renvoie zéro alors qu'on en a plein].
[On s'en rend compte par le client.|]
[|]

bug fr parc-arbre
[Étiquettes QR en double|Le QR ouvre le mauvais appareil]
[Le QR code collé à {site} ouvre l'appareil d'un autre client|Deux équipements ont la même étiquette QR].
[Rapport fait sur la mauvaise machine.|]
[Grave pour la confidentialité en plus.|]

request fr parc-arbre
[Parc en arbre|Chaufferie > chaudière > brûleur]
[Ranger les équipements en arbre : bâtiment, chaufferie, chaudière, brûleur|Pouvoir rattacher une pièce à une machine et la machine à un local].
[Sur {site} on a une liste de 300 lignes à plat.|]
[Comme dans notre ancien logiciel…|]

request fr visites-dues
[Retards par appareil|Voir les visites en retard]
[Voir les visites en retard par appareil, pas seulement par contrat|Un tableau des obligations à venir dans les trois mois].
[Le responsable fait ça dans un tableur le dimanche.|]
[Avec un export.|]

request fr indexation
[Indexer tous les contrats d'un coup|Campagne d'indexation]
[Lancer l'indexation de tous les contrats d'un même indice en une fois|Voir l'ancien et le nouveau prix avant de valider l'indexation].
[Chaque janvier c'est deux semaines de saisie.|]
[Avec la lettre au client.|]

request fr -
[Avenants au contrat|Ajouter un appareil en cours d'année]
[Gérer un avenant sans refaire le contrat|Ajouter un appareil au prorata dans un contrat en cours].
[On résilie et on recrée, l'historique saute.|]
[|]

request fr -
[Documents sur l'équipement|Pièces jointes par appareil]
[Attacher la notice et la facture d'achat à l'appareil|Ranger les photos de plaque signalétique au même endroit].
[Chacun a ses photos dans son téléphone.|]
[|]

request fr - exists
[Alerte fin de contrat|Prévenir avant l'échéance]
[Être prévenu trois mois avant la fin d'un contrat|Un rappel automatique des contrats qui arrivent à terme].
[On en a perdu deux par oubli à {ville}.|]
[Par mail au commercial.|]
Oui : Contrats > Alertes, un rappel à 120, 90 et 30 jours, au choix de l'agence.

question fr visites-dues
[Comment sortir les visites obligatoires ?|Obligations de l'année]
[Comment sortir la liste des visites obligatoires restant à faire cette année ?|Les deux visites annuelles d'un ascenseur sont comptées séparément ?]
[Contrôle prévu chez {site}.|]
[|]

question fr indexation
[Quel indice ?|Formules d'indexation]
[Quels indices sont disponibles pour l'indexation ?|Peut-on mettre une formule à deux indices avec une part fixe ?]
[C'est écrit au marché, noir sur blanc.|]
[|Sinon je note « non » au dossier.]

question fr parc-arbre
[Combien d'équipements ?|Reprise d'un parc de 12 000 appareils]
[On sait reprendre un parc de 12 000 appareils avec leurs sous-ensembles ?|Combien de niveaux d'équipement sont possibles ?]
[{amount} sur la table.|]
[Réponse pour lundi svp ??|]

question fr - exists
[QR codes|Étiquettes sur les appareils]
[Est-ce qu'on sait imprimer des étiquettes QR pour les appareils ?|On a les QR codes ou c'est encore en projet ?]
[Le prospect l'a vu chez un concurrent.|]
[|]
Oui : Équipements > Étiquettes, planches A4 prêtes à imprimer.

problem fr parc-arbre
[Impossible de s'y retrouver|300 lignes à plat]
[Sur les gros sites personne ne retrouve le bon appareil|Chaque technicien nomme les machines à sa façon, on a {n} « chaudière 1 » à {site}].
[Les historiques sont faux du coup.|]
[|]

problem fr visites-dues
[On découvre les retards trop tard|Obligations manquées]
[On apprend qu'une visite est en retard quand le client nous le dit|Impossible de savoir en début de mois ce qui est dû].
[Pénalités à {ville} le mois dernier.|]
[|]

problem fr indexation
[Janvier, l'enfer|Tout dans un tableur]
[L'indexation se fait entièrement dans un tableur, puis on recopie|Chaque année on oublie d'indexer une partie des contrats].
[Estimé à 30 k€ de manque à gagner.|]
[|]

praise fr visites-dues
[Les alertes de contrat|Merci pour les échéances]
[Les rappels d'échéance nous ont fait garder {n} contrats|Enfin une vue propre du parc, le directeur est content].
[À quand l'arborescence ?|]
[|]

bug en visites-dues
[Due date wrong|Cancelled visit counts as done]
[A cancelled visit counts as done, so the next due date is a year off|Assets added mid-year never show as due].
[We nearly missed a LOLER inspection at {site}.|]
[|That one scared us.]

bug en -
[Serial numbers wiped|Contract renewed after notice]
[Serial numbers vanish when you change the make|A contract cancelled in {month} renewed itself].
[{eng} is walking round {town} reading plates again.|]
[|]

bug en indexation
[Price uplift wrong|Uplift applied twice]
[The annual uplift was applied twice for {depot}|Uplift rounds up to the pound, customers notice].
[I've had {n} calls already.|]
[|]

request en parc-arbre
[Assets in a tree|Parent and child assets]
[Let us nest assets: building, plant room, boiler, burner|A lift has doors, motor, controller: we'd like them under one asset].
[Three hundred flat lines for {site}.|]
[|]

request en visites-dues
[What's due next quarter|Overdue by asset]
[Show what's due in the next three months, per asset|An overdue list per lift instead of per contract].
[I keep it in a spreadsheet at home.|]
[|]

request en indexation
[Uplift in bulk|Annual price increase]
[Do the annual price increase for all contracts in one go|Preview old and new price before we send letters].
[Two weeks of typing every January.|]
[|]

question en parc-arbre
[How many levels|Import our asset tree]
[How many levels of assets can we have?|Can you import our asset tree as it is?]
[Twelve thousand assets across {town} and around.|]
[|]

question en - exists
[QR labels|Contract end reminder]
[Can we print QR labels for assets?|Do you do stickers we can scan on a boiler?]
[Competitor showed it last week.|]
[|]
Yes: Assets > Labels, A4 sheets ready to print.

problem en visites-dues
[Find out too late|Missed services]
[We find out a service is overdue when the client tells us|No way to see on the first of the month what's due].
[Penalty at {site} last month.|]
[|]

problem en parc-arbre
[Can't find the asset|Too flat]
[Engineers pick the wrong asset because the list is endless|Everything at {site} is called "boiler 1"].
[Histories are nonsense by now.|]
[|]

praise en visites-dues
[Reminders saved a contract|Good view of assets]
[Contract reminders kept us {n} renewals this year|The asset page is finally something I can show a client].
[A tree view would top it.|]
[|]
`,
);
