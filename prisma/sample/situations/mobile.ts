import { readSituations } from "#prisma/sample/situations/situation.ts";

export const mobile = readSituations(
  "mobile",
  `
bug fr -
[L'appli se ferme à l'ouverture|Plantage au démarrage]
[L'appli se ferme toute seule à l'ouverture sur {device} {depuis}|Terrain plante dès qu'on ouvre une intervention avec plus de dix photos].
[{tech} travaille avec le téléphone de sa femme.|Toute l'équipe de {ville} est au papier.]
[Une solution vite svp.|On a déjà réinstallé deux fois.]

bug fr notifs
[Plus de notifications|Le tech n'est pas prévenu]
[Les notifications n'arrivent plus sur {device} {depuis}|Quand le planning change, {tech} l'apprend en ouvrant l'appli, pas avant].
[Il s'est présenté à l'ancien rendez-vous.|On rappelle tout le monde par téléphone.]
[Connu de vos services ?|]

bug fr gants
[Bouton « terminer » qui ne répond pas|Appui pas pris en compte]
[Il faut appuyer quatre fois sur « terminer » pour que ça prenne|Le bouton de pause et celui de fin sont collés, on clôture sans le vouloir].
[Des heures fausses à {agence}.|{tech} a clôturé trois chantiers par erreur.]
[Les écarter suffirait.|]

bug fr -
[Batterie vidée à midi|L'appli mange la batterie]
[L'appli vide la batterie, à midi {device} est à 10 %|Le GPS reste allumé en continu {depuis}].
[Ils coupent la localisation, donc la carte du bureau est fausse.|]
[Ça chauffe aussi.|À regarder.]

bug fr -
[Écran tourné|L'affichage reste en paysage]
[Après une photo l'écran reste en paysage et on ne voit plus le bouton valider|Sur la tablette le clavier cache le champ commentaire].
[Il faut quitter et revenir, en perdant la saisie.|]
[Pénible mais pas bloquant.|]

bug fr premier-client
[Mauvaise adresse ouverte dans le GPS|Itinéraire vers le siège du client]
[Le bouton itinéraire ouvre l'adresse de facturation au lieu du site|« Y aller » envoie dans la rue d'à côté à {ville}].
[Vingt minutes à tourner pour {tech}.|]
[Prendre l'adresse d'intervention, non ?|]

bug fr notifs
[Badge bloqué|Compteur de messages faux]
[La pastille rouge affiche {n} alors qu'il n'y a rien de nouveau|Les messages du bureau restent non lus même après ouverture].
[Du coup plus personne ne regarde.|]
[Petit truc mais agaçant.|]

request fr gants
[Boutons plus gros|Mode gants]
[Un mode gros boutons pour travailler avec des gants|Agrandir les boutons début et fin d'intervention].
[En chaufferie on ne retire pas les gants pour un téléphone.|{tech} tape avec le nez, je ne plaisante pas.]
[Deux boutons, toute la largeur.|]

request fr premier-client
[Ouvrir directement sur le prochain client|Ma journée en premier]
[L'appli devrait s'ouvrir sur le prochain rendez-vous|Voir mon premier client sans trois clics].
[Tous les matins dans le camion, moteur tournant.|]
[Adresse, code, téléphone, rien d'autre.|]

request fr notifs
[Prévenir quand la journée change|Alerte de modification]
[Être prévenu d'un changement de planning avec ce qui a changé|Une notification claire quand un rendez-vous est ajouté ou retiré].
[« Planning modifié », oui mais quoi ?|Il relit toute sa journée à chaque fois.]
[Avec un bouton « vu ».|]

request fr -
[Mode sombre|Lisible en plein soleil]
[Un mode sombre pour les caves et un mode très contrasté pour les toits|On ne voit rien en plein soleil sur les terrasses de {ville}].
[Les frigoristes passent leur vie sur les toits.|]
[Automatique si possible.|]

request fr -
[Dicter le commentaire|Saisie vocale]
[Pouvoir dicter le compte rendu au lieu de le taper|Un micro à côté du champ observations].
[Nos techs ne sont pas des dactylos.|Les commentaires font trois mots : « RAS fait ok ».]
[Même imparfait.|]

request fr - exists
[Appeler le client depuis l'appli|Bouton téléphone]
[Ajouter un bouton pour appeler le client sans recopier le numéro|Pouvoir téléphoner au client depuis l'intervention].
[Ils notent le numéro sur la main.|]
[|Ce serait top.]
Oui : un appui long sur le nom du client propose appel, SMS et itinéraire.

question fr -
[Quels téléphones sont supportés ?|Version minimum d'Android]
[Quelle version minimum d'Android pour Terrain ?|On renouvelle {n} téléphones, lesquels prendre ?]
[Achats à passer cette semaine.|]
[|Une liste officielle existe ?]

question fr notifs
[Pourquoi je reçois les alertes des autres ?|Notifications d'équipe]
[Pourquoi un technicien reçoit les notifications de toute l'équipe ?|Peut-on régler quelles notifications on reçoit le week-end ?]
[{tech} a tout coupé.|]
[|]

question fr premier-client
[Voir la journée de demain|Accès au planning du lendemain]
[Est-ce que le tech peut voir sa journée du lendemain la veille au soir ?|À partir de quelle heure le planning de demain est visible dans l'appli ?]
[Pour charger le camion.|]
[|]

question fr - exists
[Appli sur tablette|Ça marche sur iPad ?]
[Ça marche sur tablette ou seulement téléphone ?|Peut-on avoir l'appli sur l'iPad du chef d'équipe en plus de son téléphone ?]
[Question posée par {agence}.|]
[|]
Oui : la même appli, deux appareils par personne, tablette comprise.

problem fr gants
[Trop de gestes pour un gars en bleu|L'appli est faite pour un bureau]
[Il faut onze appuis pour clôturer une simple visite|L'appli est pensée pour quelqu'un d'assis, pas accroupi devant une chaudière].
[Ils remplissent tout le soir à la maison, de mémoire.|Les anciens de {ville} refusent de s'en servir.]
[Venez passer une journée avec eux.|]

problem fr premier-client
[Le matin on cherche|Perdu dans l'appli]
[Le matin {tech} passe par trois écrans avant d'avoir son adresse|Les nouveaux ne trouvent pas leur première intervention].
[C'est le bureau qui leur dicte par téléphone.|]
[Un seul écran devrait suffire.|]

problem fr notifs
[Trop de bruit, donc plus rien|Ils ont coupé les notifs]
[À force de recevoir tout et n'importe quoi ils ont coupé les notifications|Le planning change dans la journée et le tech ne le sait jamais à temps].
[Un client de {ville} a pris une demi-journée pour rien.|]
[|]

praise fr premier-client
[L'appli est top|Enfin une appli simple]
[Même mon collègue de 61 ans s'en sert|appli rapide et claire rien à dire|Les techs de {ville} ne reviendraient en arrière pour rien au monde].
[Si seulement les boutons étaient plus gros.|]
[|Continuez comme ca]

bug en -
[App crashes on open|Crash when adding photos]
[App closes as soon as {eng} opens a job on {device}|Terrain crashes after the fourth photo {since}].
[Back to paper in {town}.|]
[Tried reinstalling. Twice.|]

bug en notifs
[No notifications|Push stopped working]
[Push notifications stopped on {device} {since}|Engineers aren't told when a job is pulled].
[{eng} stood outside {site} for half an hour.|]
[Is it us or you?|]

bug en gants
[Finish button too close to pause|Taps not registering]
[Finish and pause are so close that jobs get closed by accident|Taps don't register with wet hands].
[Our hours are all wrong.|]
[Move them apart, please.|]

request en gants
[Big button mode|Works with gloves on]
[A big-button mode for engineers in gloves|Make start and finish the full width of the screen].
[Nobody takes gloves off on a plant room roof in {town}.|]
[Two buttons. That's it.|]

request en premier-client
[Open on the next job|One tap to the address]
[The app should open on the next job with the address and gate code|Put the first visit of the day on the home screen].
[Three taps with a van running outside {site}.|]
[|Simple but it would make their morning.]

request en -
[Dictate the notes|Voice notes]
[Let engineers dictate the job notes|A microphone on the comments box].
["All good" is not a report, but it's what we get.|]
[Even rough text would do.|]

question en -
[Which phones are supported|Rugged phones]
[Which phones do you support, we're buying {n}|Does the app run on rugged Android handsets?]
[Order goes in on Thursday.|]
[|]

question en - exists
[Call the customer|Ring from the app]
[Can the engineer ring the customer from the job?|Is there a way to text the tenant from the app?]
[They copy the number onto their hand.|]
[|]
Yes: press and hold the customer's name for call, text and directions.

problem en gants
[Made for an office|Too many taps]
[It takes eleven taps to close a simple service|The app is lovely at a desk and hopeless up a ladder].
[So they do it all at home at night, from memory.|]
[Come out with {eng} for a day.|]

problem en notifs
[Muted everything|Told too late]
[They get so many pings they've muted the lot|Changes during the day reach the engineer after the fact].
[A tenant in {town} took the day off for nothing.|]
[|]

praise en premier-client
[Great app|Engineers like it]
[Even {eng}, who hates phones, uses it now|App is quick and does what it says].
[Bigger buttons and it's five stars.|]
[|]
`,
);
