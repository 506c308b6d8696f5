import { readSituations } from "#prisma/sample/situations/situation.ts";

export const tournees = readSituations(
  "tournees",
  `
bug fr trajets-faux
[Temps de trajet à zéro|Trajets faux]
[Les temps de trajet entre {ville} et le dépôt sont à zéro {depuis}|La tournée compte 4 minutes pour traverser {ville} à 17 h, c'est n'importe quoi].
[Les techs finissent à 20 h.|Le dernier client de la journée est décommandé un jour sur deux.]
[Au moins prendre l'heure de pointe en compte.|Il faut recalculer.]

bug fr visites-recurrentes
[Visite annuelle créée deux fois|Doublon de visites récurrentes]
[La visite annuelle de {site} apparaît en double {depuis}|Le renouvellement du contrat a recréé toutes les visites récurrentes, on les a deux fois].
[Deux avis de passage envoyés au même client.|{tech} est passé lundi et son collègue jeudi.]
[Merci de nettoyer les doublons.|Je peux envoyer la liste.]

bug fr visites-recurrentes
[Récurrence qui saute un mois|Visite trimestrielle décalée]
[Une visite prévue tous les trois mois tombe tous les quatre mois après un report|Dès qu'on décale une visite, toutes les suivantes se décalent aussi] [à {ville}|chez ce client|].
[On n'est plus dans les clous du contrat.|Le client nous l'a fait remarquer en réunion.]
[Le report d'une visite ne doit pas toucher les autres.|]

bug fr competences
[Habilitation ignorée|Tech non habilité dans la tournée]
[La tournée automatique a mis {tech} sur du gaz alors que son habilitation est périmée|L'optimisation ne regarde pas la compétence « fluides » {depuis}].
[On l'a vu par hasard.|En cas de contrôle on est morts.]
[Bloquant pour nous.|Il faut au moins une alerte rouge.]

bug fr -
[Secteur mal découpé|Code postal dans deux secteurs]
[Le code postal de {ville} est dans deux secteurs et la tournée prend le mauvais|Les communes nouvelles n'ont pas de secteur, les visites restent sans technicien].
[{n} visites oubliées le mois dernier.|On s'en aperçoit quand le client appelle.]
[Pouvoir corriger nous-mêmes serait bien.|]

bug fr -
[Optimisation qui tourne sans fin|La tournée ne se calcule plus]
[Le calcul de tournée de {agence} tourne depuis vingt minutes et s'arrête sans message|Au-delà de quarante visites le bouton « optimiser » ne rend jamais la main].
[On a fait la semaine à la main.|]
[Une barre d'avancement au minimum.|Un message d'erreur serait déjà pas mal.]

bug fr trajets-faux
[Point de départ faux|La tournée part du siège]
[Toutes les tournées partent du siège au lieu du domicile du technicien {depuis}|Le point de départ de {tech} est resté sur son ancienne adresse malgré la modification].
[Quarante kilomètres de trop par jour.|Ils refusent de suivre l'ordre proposé.]
[Merci de remettre comme avant.|]

request fr competences
[Compétences dans l'optimisation|Ne pas envoyer n'importe qui]
[Tenir compte des habilitations quand la tournée se calcule : gaz, électricité, travail en hauteur|On voudrait mettre des compétences obligatoires sur un type d'intervention].
[On repasse derrière chaque proposition.|Un apprenti envoyé seul à {site}, ça ne doit plus arriver.]
[Avec la date de fin de l'habilitation.|Même une simple liste de cases.]

request fr trajets-faux
[Trafic réel|Temps de trajet selon l'heure]
[Prendre les bouchons en compte dans les tournées de {ville}|Des temps de trajet différents le matin et l'après-midi].
[Sur la rocade le calcul est faux du simple au double.|Les créneaux promis ne sont jamais tenus.]
[Un coefficient par tranche horaire suffirait.|]

request fr visites-recurrentes
[Regrouper les visites d'un immeuble|Même adresse, même jour]
[Regrouper automatiquement les visites d'une même copropriété le même jour|Quand on a trente logements à {site}, la tournée devrait tout mettre à la suite].
[On y retourne quatre fois dans le mois.|Le gardien en a assez d'ouvrir.]
[Par adresse ou par gardien.|]

request fr -
[Clients à heure fixe|Respecter les contraintes des clients]
[Pouvoir dire qu'une école se fait seulement le mercredi|Enregistrer les jours interdits d'un client et que la tournée les respecte].
[Cuisine de cantine en plein service, le tech s'est fait mettre dehors.|C'est dans la tête de {tech} et nulle part ailleurs.]
[Un champ « jours possibles » sur le site.|]

request fr -
[Pause déjeuner dans la tournée|Tournée sans pause]
[Ajouter une pause de midi dans les tournées|La tournée enchaîne de 8 h à 17 h sans pause, il en faudrait une réglable].
[Les techs la prennent de toute façon, donc tout est décalé.|Les représentants du personnel l'ont mis à l'ordre du jour.]
[Réglable par agence.|Entre 12 h et 14 h, 45 minutes.]

request fr - exists
[Partir de chez le technicien|Domicile comme point de départ]
[On aimerait que la tournée commence du domicile du technicien|Pouvoir choisir le point de départ de chaque technicien].
[Nos gars rentrent avec le camion.|Personne ne passe au dépôt le matin à {ville}.]
[|Ça changerait tout pour les tournées rurales.]
Oui : fiche du technicien > Départ et retour, domicile ou dépôt, un choix par jour.

question fr competences
[Où saisir les habilitations ?|Dates d'habilitation]
[Où est-ce qu'on saisit les habilitations des techs ?|Est-ce que la date de fin d'une habilitation électrique est prise en compte quelque part ?]
[{agence} a un audit sécurité le mois prochain.|Leur tableau de suivi a {n} onglets.]
[|Si c'est non, je leur dis quoi ?]

question fr trajets-faux
[D'où viennent les temps de trajet ?|Calcul des distances]
[Sur quoi vous basez les temps de trajet ?|Les temps de trajet sont calculés à vol d'oiseau ou par la route ?]
[On a un doute sur toute la montagne autour de {ville}.|Leur responsable d'exploitation n'y croit plus.]
[|Une phrase que je puisse leur transférer ?]

question fr -
[Nombre maximum de visites|Combien de visites par tournée]
[Combien de visites peut-on mettre dans une tournée automatique ?|Il y a une limite au nombre de techniciens optimisés d'un coup ?]
[Le prospect en a 140 et un concurrent lui a dit illimité.|Ça s'est arrêté sans rien dire à {ville}.]
[|Réponse à donner vite.]

question fr - exists
[Figer une visite|Verrouiller un rendez-vous]
[Peut-on figer un rendez-vous pour que l'optimisation n'y touche pas ?|Existe-t-il un cadenas sur les visites promises au client ?]
[Le directeur de {site} a été déplacé deux fois.|]
[|Je suis sûr de l'avoir vu en démo mais où ?]
Oui : le cadenas sur la carte, ou la touche L. L'optimisation contourne les visites figées.

problem fr competences
[Les habilitations sont dans la tête du chef|Personne ne sait qui a le droit de faire quoi]
[Le chef d'agence de {ville} refait chaque tournée parce que lui seul sait qui est habilité|Les compétences des techs sont dans un classeur, la tournée n'en sait rien].
[Le jour où il est en vacances, plus rien ne part.|Ils ont coupé l'optimisation.]
[C'est dommage, ils l'ont payée.|On les perd si ça continue.]

problem fr visites-recurrentes
[Visites en retard qui s'accumulent|Le retard ne se rattrape jamais]
[Les visites reportées s'entassent et personne ne les replace|Une visite non faite en {mois} disparaît du radar jusqu'à ce que le client râle].
[{agence} a découvert {n} chaudières oubliées.|Le contrat prévoit des pénalités.]
[Il faudrait les remettre d'office dans la tournée suivante.|]

problem fr trajets-faux
[La tournée n'est pas faisable|Tournées irréalistes]
[Les tournées proposées sont infaisables en vrai : stationnement, étages, clés à récupérer|Sur le papier six visites, en vrai quatre, tous les jours à {ville}].
[Les techs n'écoutent plus le planning.|Le standard passe son temps à rappeler des clients.]
[Laisser une marge réglable serait un début.|]

praise fr competences
[Merci pour les tournées|Moins de kilomètres]
[Depuis les tournées automatiques on fait une visite de plus par jour et par tech|On a rendu un camion grâce à l'optimisation de {ville}|{tech} finit à l'heure, sa femme vous remercie].
[Il faudrait juste qu'elle sache qui est habilité gaz.|Par contre les apprentis se retrouvent seuls.]
[Beau boulot.|]

bug en trajets-faux
[Drive times way off|Ferry treated as road]
[Drive time from {town} to the depot shows 6 minutes, it's forty|The planner sends {eng} across the estuary as if there were a bridge].
[He missed two calls and we ate the penalty.|Nobody trusts the order any more.]
[Please use real roads.|]

bug en visites-recurrentes
[Recurring visit duplicated|Annual service shows twice]
[The annual service at {site} is on the schedule twice {since}|Quarterly visits doubled up after we renewed the contract].
[Customer got two letters and rang to ask if we were drunk.|We've been deleting them by hand.]
[How do we clean this up?|]

bug en competences
[Expired card still routed|Planner ignores Gas Safe expiry]
[The route put {eng} on a gas job and his Gas Safe card ran out|An engineer without F-gas was planned on a chiller at {site}].
[That's our licence on the line.|We only spotted it because the tenant asked for the card.]
[It has to refuse.|This one is serious.]

request en competences
[Skills on routes|Match engineer to job by ticket]
[Routes should respect tickets and cards: gas, oil, working at height|Let us mark a job type as "two years' experience or more"].
[Our planner keeps a sheet taped to her monitor.|We override a third of what it suggests.]
[With an expiry date, please.|]

request en visites-recurrentes
[Same building same day|Group flats in one block]
[Group all the flats in {site} on the same day|If a block has thirty boilers, plan them back to back].
[The caretaker let us in four times last month.|]
[Would save a day a week in {town}.|]

request en -
[Two-man jobs in routes|Lunch break in routes]
[Routes run straight through lunch, could you leave half an hour|Let the route planner pair two engineers for heavy lifts].
[{eng} is eating at the wheel.|]
[Surely others ask for this.|]

question en competences
[Where do skills live|Does it know about certificates]
[Does the route planner know about certificates?|Where do I record who may work on oil?]
[Setting up {depot} this week.|]
[|Not urgent.]

question en - exists
[Lock a visit|Pin an appointment]
[Can I pin a visit so the planner leaves it alone?|Is there a lock for appointments promised to a customer?]
[{site} got moved twice.|]
[|]
Yes: the padlock on the card, or the L key. The planner works around locked visits.

problem en trajets-faux
[Routes look fine, days don't|Plans nobody can keep]
[On paper it's seven visits, in {town} traffic it's four|The day plan never survives past eleven o'clock].
[Customers are told a slot we can't keep.|Engineers go back to doing it their own way.]
[Some slack would help.|]

problem en competences
[Apprentices on their own|Wrong person for the job]
[We keep finding apprentices sent alone to {site}|The plan is quick but it doesn't know people, so {eng} ends up on jobs he can't sign].
[Second visit every time.|]
[I'd rather have fewer jobs and the right person.|]

praise en trajets-faux
[Less diesel|Routes doing well]
[Fuel is down by a tenth since we use the route planner|Honestly the Monday routes out of {depot} are spot on].
[Now if it knew about the school run traffic…|]
[Cheers.|]
`,
);
