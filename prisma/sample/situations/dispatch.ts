import { readSituations } from "#prisma/sample/situations/situation.ts";

export const dispatch = readSituations(
  "dispatch",
  `
bug fr planning-a-plusieurs
[Planning non rafraîchi|Le planning ne se met pas à jour entre deux postes]
[Quand {tech} déplace une intervention, l'écran d'à côté ne bouge pas|Le planning ouvert sur le deuxième poste reste figé tant qu'on ne recharge pas la page] {depuis}.
[Résultat : deux techs envoyés sur {site}.|On a doublé un rendez-vous à {ville}.|Personne ne s'en rend compte avant que le tech appelle.]
[Il faudrait que ça bouge tout seul chez tout le monde.|Au minimum un message « quelqu'un a modifié ».]

bug fr planning-a-plusieurs
[Affectation écrasée|Intervention réaffectée sans prévenir]
[On affecte {site} à {tech}, deux minutes après c'est revenu à l'ancien technicien|L'affectation posée ce matin sur {site} a sauté toute seule] sans aucune trace.
[{tech} est parti pour rien.|Le client a attendu toute la matinée.]
[Qui a changé quoi, on voudrait au moins le savoir.|On veut l'historique des changements sur la fiche.]

bug fr -
[Glisser-déposer qui décale d'une heure|L'intervention tombe à côté]
[Quand on lâche une intervention sur 14 h elle se pose à 13 h|Le glisser-déposer pose l'intervention une heure trop tôt] {depuis}[, seulement en vue semaine|, surtout sur le portable avec l'écran zoomé|].
[Les clients reçoivent le mauvais horaire par SMS.|On corrige chaque carte à la main.]
[À corriger avant la saison de chauffe svp.|Merci de regarder vite.]

bug fr -
[Carte vide|La vue carte n'affiche plus rien]
[La vue carte de {agence} est blanche {depuis}|Sur la carte il manque la moitié des interventions de {ville}], [la liste à gauche est bonne pourtant|alors que le planning les montre bien].
[On cherche le tech le plus proche au téléphone, comme avant.|Pour les pannes on travaille à l'aveugle.]
[On peut la récupérer quand ?|Dites-nous si c'est connu.]

bug fr conges-equipe
[Congés qui disparaissent|Absence non bloquante]
[Les congés de {tech} sont bien saisis mais le planning laisse poser des interventions dessus|Une absence saisie en demi-journée s'affiche sur la journée entière] {depuis}.
[Trois clients décommandés.|Le tech reçoit des alertes sur son téléphone pendant ses vacances.]
[Une absence doit bloquer, point.|Il faut que ça prévienne au moment de poser.]

bug fr urgence-caser
[Urgence invisible|Les urgences n'apparaissent pas en rouge]
[Une demande urgente créée depuis le portail arrive en bas de la liste sans couleur|Le filtre « urgences » oublie celles créées par téléphone] {depuis}.
[Ascenseur bloqué à {site}, vu quarante minutes après.|On l'a découverte parce que le client a rappelé furieux.]
[Les urgences en haut, toujours.|Un son ou une bannière, n'importe quoi.]

bug fr -
[Impression du planning coupée|PDF de la semaine illisible]
[Le planning de la semaine s'imprime coupé après le jeudi|L'impression saute les techniciens après la lettre M] [sur Edge|sur Chrome|depuis le changement de version].
[Le chef d'atelier l'affiche au mur depuis dix ans, il râle.|{agence} a ressorti Excel.]
[Une page A3 paysage qui tient, c'est tout.|Juste que le vendredi sorte.]

request fr conges-equipe
[Congés de toute une équipe|Fermeture d'agence en une fois]
[On voudrait poser la fermeture de fin d'année pour toute {agence} d'un coup|Pouvoir sélectionner plusieurs techniciens et leur mettre la même absence].
[Aujourd'hui c'est {n} fiches à ouvrir une par une.|La planificatrice y passe un après-midi chaque été.]
[Un bouton « toute l'équipe » suffirait.|Idéalement avec les jours fériés déjà remplis.]

request fr urgence-caser
[Proposer un créneau pour une urgence|Qui peut prendre la panne ?]
[Quand une panne tombe, le planning devrait proposer qui peut y aller|Il manque une aide pour caser une urgence entre deux visites de contrat].
[On décale tout à la main et on oublie de rappeler les clients.|Le matin à 8 h c'est la panique pendant une heure.]
[Deux ou trois propositions avec le retard que ça crée.|Qu'on voie d'un coup d'œil qui est à moins de vingt minutes.]

request fr -
[Mettre une couleur par type d'intervention|Couleurs du planning]
[Pouvoir choisir la couleur des cartes selon le type : entretien, panne, pose|Distinguer à l'œil les visites de contrat des dépannages sur le planning].
[Tout est bleu, on relit chaque ligne.|À {ville} on imprime et on surligne au stabilo.]
[Réglable par agence si possible.|Même trois couleurs fixes nous iraient.]

request fr planning-a-plusieurs
[Savoir qui regarde le planning|Voir les autres planificateurs]
[On aimerait voir qui est en train de modifier la journée|Afficher le nom de la personne qui tient une carte au moment où on veut la bouger].
[À trois sur le même tableau on se marche dessus tous les matins.|{tech} et sa collègue s'appellent avant chaque déplacement de carte.]
[Comme dans un tableur partagé.|Une pastille avec les initiales, rien de plus.]

request fr -
[Intervention à deux techniciens|Binôme sur le planning]
[Affecter deux techniciens à la même intervention sans la dupliquer|Gérer les binômes : une intervention, deux personnes, une seule carte].
[Le doublon fausse les heures et la facture.|On crée un faux client « binôme », c'est moche.]
[Avec un responsable et un renfort.|Les deux doivent la voir dans l'appli.]

request fr - exists
[Dupliquer une intervention|Copier une intervention sur un autre jour]
[Ce serait bien de pouvoir dupliquer une intervention sur une autre date|Est-ce possible d'ajouter une copie d'intervention sans tout ressaisir].
[On retape l'adresse et le code d'immeuble à chaque fois.|La secrétaire de {agence} le fait {n} fois par jour.]
[Un clic droit « copier » par exemple.|Avec les consignes d'accès si possible.]
Oui : Alt + glisser sur une carte en fait une copie, consignes comprises.

question fr -
[Bloquer un créneau|Réunion d'équipe sur le planning]
[Comment on bloque le vendredi après-midi pour l'atelier sans créer une fausse intervention ?|On peut mettre une réunion dans le planning sans client ?]
[{agence} a créé un client « REUNION », ça fausse leurs chiffres.|Ils le demandent en formation à chaque fois.]
[Si ça n'existe pas dites-le-moi franchement.|Je cherche quoi leur répondre.]

question fr urgence-caser
[Qui est prévenu quand on décale ?|SMS client après un décalage]
[Si je décale une visite pour caser une urgence, le client reçoit un SMS ou il faut l'appeler ?|Est-ce que le client est averti quand son rendez-vous bouge de plus d'une heure ?]
[Deux clients de {ville} ont attendu pour rien.|On n'ose plus rien bouger.]
[Une réponse claire pour l'équipe svp.|]

question fr conges-equipe
[Import des congés depuis la paie|Récupérer les absences du logiciel RH]
[Peut-on récupérer les congés depuis notre logiciel de paie ?|Les absences validées en RH peuvent-elles arriver seules dans le planning ?]
[On saisit tout deux fois.|La RH nous envoie un tableau le vendredi soir…]
[Même un import de fichier nous dépannerait.|]

question fr - exists
[Vue sur deux semaines|Voir quinze jours de planning]
[Est-ce qu'on peut voir deux semaines à la fois ?|Il existe une vue quinzaine ou on est condamné à la semaine ?]
[Pour les chantiers de pose c'est indispensable.|{tech} fait des allers-retours toute la journée entre deux écrans.]
[|Je n'ai rien trouvé dans l'aide.]
Oui, depuis l'an dernier : Affichage > Quinzaine, en haut à droite du planning.

problem fr planning-a-plusieurs
[On se marche dessus|Trois planificateurs, un tableau]
[À {ville} ils sont trois sur le même planning et personne ne sait ce que l'autre vient de faire|Le matin entre 7 h 30 et 8 h 30 le planning change sous nos yeux sans qu'on sache pourquoi].
[Ils ont fini par se répartir les techs par ordre alphabétique pour éviter les collisions.|Deux camions devant {site} la semaine passée.]
[Je ne sais pas quelle est la solution, mais là ça coûte des clients.|C'est le sujet numéro un de leur chef d'agence.]

problem fr urgence-caser
[Une panne et tout le planning est à refaire|Les journées explosent à 9 h]
[Une seule urgence et c'est toute la journée de {agence} qui saute|Chaque panne nous oblige à rebâtir quatre plannings de techs à la main].
[Les visites annuelles glissent, glissent, et finissent en retard de contrat.|{tech} passe sa matinée au téléphone à s'excuser.]
[Il faut une façon de casser moins de choses.|On vit avec, mais on n'en peut plus.]

problem fr -
[Planning illisible au-delà de vingt techniciens|Trop de monde à l'écran]
[Avec plus de vingt techniciens à l'écran on ne lit plus rien|Le planning de {agence} fait quatre écrans de haut], [il faut faire défiler pour comparer deux personnes|les noms disparaissent quand on descend].
[On oublie des gens tout en bas de la liste.|La planificatrice a demandé un deuxième écran… payé par elle.]
[Grouper par secteur aiderait déjà.|Figer les noms serait un début.]

praise fr -
[Bravo pour le planning|Retour positif]
[Le nouveau planning du jour est un vrai plaisir, on a gagné une demi-heure chaque matin|Franchement le glisser-déposer a changé la vie de {tech} au bureau|Depuis qu'on a la vue du jour plus personne n'appelle pour demander où il va].
[Juste dommage que la carte soit sur un autre onglet.|Il ne manque que les congés à côté.]
[Continuez.|Merci à l'équipe !]

bug en planning-a-plusieurs
[Board out of step|Two screens, two truths]
[The day board in {depot} doesn't refresh {since}, you only see the move after F5|Jobs moved by {eng} take minutes to show on the other dispatcher's screen].
[An engineer drove to {town} for a job that had been pulled.|We double-booked {site} because of it.]
[It really needs to be live.|A little "someone changed this" banner would do for now.]

bug en -
[Drag and drop lands on wrong engineer|Card drops one row down]
[When you scroll the board and then drop a job it lands on the engineer below|Dropping a job on {eng} puts it on the next row] [in Edge|on the big wall screen|at 125% zoom].
[Took us a week to realise it wasn't us.|Someone got a job in {town} with no kit for it.]
[Please fix before winter.|Not great when you're busy.]

bug en urgence-caser
[Emergency flag not carried over|Urgent jobs lose their flag]
[A no-heat call logged as urgent turns normal once you reschedule it|The emergency flag drops off when a job moves to another day].
[A tenant at {site} sat two days without heating.|We found out from a complaint, not from you.]
[The flag has to stick.|Can someone confirm it's known?]

request en conges-equipe
[Bank holidays for the whole team|Team leave in one go]
[We'd like to block a bank holiday for all {n} engineers at once|Can we add Christmas shutdown for {depot} in one go].
[Right now it's one person at a time and somebody is always forgotten.|{eng} got booked on Boxing Day last year.]
[UK and Irish bank holidays pre-loaded would be lovely.|A team picker would do.]

request en urgence-caser
[Suggest who can take a breakdown|Nearest free engineer]
[When a breakdown comes in, show who is nearest and can be there within the hour|We need a suggestion of which job to bump when an emergency lands].
[At the moment it's three phone calls and a guess.|{eng} keeps a paper map of {town}. In this day and age.]
[Even just a sorted list.|]

request en -
[Notes on the day|A sticky note on the board]
[Could we pin a note to a day on the board, like "van 4 in garage"|A free-text note at the top of each day for the dispatchers].
[It lives on a whiteboard in {depot} and the other office can't see it.|]
[Nothing fancy.|One line is plenty.]

question en - exists
[Filter by skill on the board|Hide engineers who are off]
[Is there a way to hide engineers who are on leave from the day board?|Can the board show only the engineers who are in today?]
[Half of our screen is grey rows.|Asking for {depot}.]
[|Couldn't find it in the help pages.]
Yes: View > Only those at work today. It is remembered for each person.

question en planning-a-plusieurs
[Who moved my job|Is there a log of moves]
[Is there a log of who moved a job and when?|Can I see what the board looked like at 8 this morning?]
[Customer at {site} swears we cancelled, I'd like to know who did.|{eng} and the weekend cover blame each other.]
[|Need it for a complaint.]

problem en planning-a-plusieurs
[Dispatchers treading on toes|Two offices, one board]
[{depot} and head office both plan the same engineers and neither knows what the other just did|We have two people on the board and they undo each other's work all day].
[Engineers ring to ask which version is right.|I've had to ban one of them from touching it before ten.]
[There must be a better way.|Happy to show you over a call.]

problem en -
[Board unreadable on a laptop|Too much on the board]
[On a 13 inch laptop you can see about six engineers at once|The day board is fine on the wall and hopeless on a laptop].
[{eng} plans from home twice a week and misses jobs.|]
[A compact view, please.|Smaller rows would go a long way.]

praise en -
[Love the new board|Thumbs up]
[The new day board is brilliant, mornings are calm for once|Dispatch in {depot} say the drag and drop is the best thing this year].
[Only grumble: leave is still on another page.|Would be perfect with a map beside it.]
[Well done all.|]
`,
);
