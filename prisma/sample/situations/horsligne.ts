import { readSituations } from "#prisma/sample/situations/situation.ts";

export const horsligne = readSituations(
  "horsligne",
  `
bug fr rapports-perdus
[Rapport perdu|Compte rendu effacé]
[Le compte rendu saisi en chaufferie à {site} a disparu en remontant|{tech} a fermé l'appli avant d'avoir du réseau et son rapport est vide].
[Il a tout refait de mémoire, sans les mesures.|Le client attend son rapport depuis {n} jours.]
[Peut-on le récupérer quelque part ?|C'est bloquant.]

bug fr rapports-perdus
[Photos envoyées sans le texte|Rapport à moitié arrivé]
[Les photos arrivent mais pas le texte du rapport|Le rapport de {site} est arrivé sans les relevés] quand la synchro se fait [en 3G|sur le parking|le soir à la maison].
[On facture sur des rapports vides.|Le bureau croit que le tech n'a rien écrit.]
[Tout ou rien, ce serait mieux.|]

bug fr conflits-synchro
[Deux versions|La version du bureau écrase celle du tech]
[Le bureau a corrigé l'adresse pendant que {tech} était hors ligne et son rapport a été écrasé|À la synchro c'est la version du bureau qui gagne, sans prévenir].
[Une heure de saisie partie.|]
[Montrer les deux et laisser choisir.|]

bug fr conflits-synchro
[Synchro bloquée à 99 %|La file de synchro n'avance plus]
[La synchro reste à 99 % {depuis} sur {device}|Une intervention supprimée au bureau bloque toute la file du technicien].
[{n} rapports coincés dans le téléphone.|Il n'ose plus éteindre.]
[Comment on débloque ?|]

bug fr sous-sol
[Équipement introuvable sans réseau|Fiche vide au sous-sol]
[Hors ligne la fiche de la chaudière est vide alors qu'il l'avait ouverte au bureau|Sans réseau on ne voit pas l'historique de l'ascenseur].
[Remonter quatre étages pour lire une référence…|]
[Garder au moins les fiches du jour.|]

bug fr sous-sol
[Signature impossible hors ligne|Le client ne peut pas signer]
[Sans réseau le bouton signature est grisé|La signature prise au sous-sol de {site} ne s'enregistre pas].
[Le gardien doit revenir signer dehors, sous la pluie.|]
[C'est pourtant le moment où on en a besoin.|]

bug fr rapports-perdus
[Brouillon effacé après mise à jour|Mise à jour qui vide l'appli]
[La mise à jour automatique a effacé les brouillons non envoyés|Après la déconnexion forcée de lundi, plus aucun rapport en attente].
[Une matinée de travail pour {n} techs de {ville}.|]
[Inadmissible, désolé de le dire.|]

request fr rapports-perdus
[Savoir si le rapport est parti|Accusé d'envoi]
[Afficher clairement si le rapport est envoyé ou encore dans le téléphone|Une coche verte quand le bureau a bien reçu].
[Ils appellent le bureau pour vérifier, à chaque fois.|]
[Comme dans une messagerie.|]

request fr sous-sol
[Télécharger la journée le matin|Tout avoir sans réseau]
[Pouvoir charger toute la journée en wifi avant de partir|Emporter fiches, plans et historiques hors ligne].
[Les trois quarts de nos sites n'ont pas de réseau en bas.|]
[Un bouton « je pars ».|]

request fr conflits-synchro
[Choisir entre deux versions|Comparer avant d'écraser]
[Voir les deux versions côte à côte quand il y a conflit|Demander au technicien quelle version garder].
[Aujourd'hui c'est au hasard.|]
[Champ par champ idéalement.|]

request fr -
[Créer une intervention hors ligne|Nouveau bon sans réseau]
[Pouvoir créer une intervention sur place sans réseau|Ouvrir un bon de dépannage depuis la cave, même sans connexion].
[Le client en profite souvent pour montrer une deuxième panne.|]
[On complétera au bureau.|]

request fr -
[Plans disponibles hors ligne|Notices dans l'appli]
[Avoir les schémas et notices sur le téléphone sans réseau|Garder les PDF d'un équipement en local].
[{tech} a trente notices en photo dans sa galerie.|]
[|]

request fr - exists
[Forcer la synchro|Bouton synchroniser]
[Il manque un bouton pour forcer la synchro|Pouvoir relancer l'envoi à la main quand on retrouve du réseau].
[Ils redémarrent le téléphone pour que ça parte.|]
[|Simple et utile.]
Oui : tirer la liste du jour vers le bas relance l'envoi, le nombre en attente s'affiche.

question fr rapports-perdus
[Où sont les rapports pas encore envoyés ?|Récupérer un rapport]
[Où sont stockés les rapports tant qu'il n'y a pas de réseau ?|Si le téléphone casse avant la synchro, le rapport est perdu ?]
[{tech} a fait tomber le sien dans une fosse.|]
[|Que dire au client ?]

question fr sous-sol
[Combien de temps hors ligne ?|Durée sans réseau]
[Combien de temps peut-on rester hors ligne ?|On peut tenir une semaine sans réseau, par exemple en station l'hiver ?]
[Appel d'offres pour des sites de montagne.|]
[Il me faut un chiffre.|]

question fr conflits-synchro
[Qui gagne en cas de conflit ?|Règle de synchro]
[Qui gagne si le bureau et le technicien modifient la même fiche ?|Il y a une règle écrite pour les conflits ?]
[Leur informatique veut un document.|]
[|]

question fr - exists
[Consulter le planning sans réseau|Planning hors ligne]
[Le technicien voit-il son planning sans réseau ?|Hors ligne, est-ce qu'on a au moins les adresses du jour ?]
[Prospect sur {ville}, très méfiant là-dessus.|]
[|]
Oui : planning, adresses et consignes des sept prochains jours sont dans le téléphone.

problem fr rapports-perdus
[Ils n'ont plus confiance|Retour au papier]
[À {ville} les techs font tout en double, papier et appli, de peur de perdre|Depuis l'histoire des rapports perdus, {agence} a ressorti les carnets].
[Le chef d'agence compare avec l'ancien logiciel à chaque réunion.|Le renouvellement se joue là-dessus.]
[Il faut les rassurer vite.|]

problem fr sous-sol
[Rien ne marche en bas|Nos sites sont sous terre]
[Les trois quarts du travail se font au deuxième sous-sol, sans réseau|Parking, chaufferie, machinerie : l'appli n'est utile qu'à l'air libre].
[Ils saisissent tout le soir dans le camion.|]
[C'est pourtant notre métier à tous.|]

problem fr conflits-synchro
[On ne sait plus quelle version est la bonne|Fiches incohérentes]
[Entre le bureau et le terrain on ne sait plus quelle version du rapport est la bonne|Le même rapport existe en deux versions différentes chez le client et chez nous].
[Litige en cours avec {site}.|]
[|]

praise fr sous-sol
[Ça marche au sous-sol !|Bêta hors-ligne]
[Bêta hors-ligne : trois semaines en sous-sol, zéro perte|{tech} a fait toute sa journée en cave sans réseau et tout est parti le soir].
[Il manque encore la signature.|]
[On signe pour la suite.|]

bug en rapports-perdus
[Lost the report|Job sheet gone]
[{eng} filled in the sheet in the basement of {site} and it was gone when he came up|Reports vanish if you close the app before signal comes back].
[He wrote it all again from memory.|The client is still waiting.]
[Can you get it back?|]

bug en conflits-synchro
[Sync stuck|Sync stops at 99%]
[Sync has been stuck at 99% on {device} {since}|One deleted job in the office blocks everything behind it].
[He's scared to switch the phone off.|]
[How do we clear it?|]

bug en sous-sol
[Can't sign offline|Asset blank offline]
[Signature is greyed out with no signal|Lift history is blank once you're in the motor room].
[Which is where you need it, to be fair.|]
[|]

request en rapports-perdus
[Show me it's sent|Sent or not sent]
[Show plainly whether a report has reached the office|A tick when the sheet is really sent].
[They ring {depot} to check, every single time.|]
[Like any chat app does.|]

request en sous-sol
[Download the day|Take the day offline]
[Let engineers download the whole day on wifi before they leave|Keep the assets for the week on the phone].
[No signal in half the blocks in {town}.|]
[|]

request en -
[Raise a job with no signal|Offline manuals]
[Raise a new job from a plant room with no signal|Keep manuals on the phone for when there's no coverage].
[There are forty photos of manuals on {eng}'s phone.|]
[|]

question en sous-sol
[How long offline|Days without signal]
[How long can an engineer stay offline?|Would it cope with three days on an island with no signal?]
[Bid for ferry terminals, they asked twice.|]
[|A number would help.]

question en - exists
[Force a sync|Send now button]
[Is there a button to force a sync?|How do I make it send now?]
[They turn the phone off and on.|]
[|]
Yes: pull the day's list down. It shows how many are still waiting.

problem en rapports-perdus
[Back to carbon pads|No faith in the app]
[The lads in {town} fill in paper as well, just in case|After losing a few sheets nobody trusts the app underground].
[Double the work and I can't blame them.|]
[|]

problem en conflits-synchro
[Two versions of the truth|Which sheet is right]
[The office and the engineer end up with two versions of the same sheet|We sent the client one report and billed from another].
[Embarrassing, frankly.|]
[|]

praise en sous-sol
[Offline beta is great|Works underground]
[Offline beta: three weeks in basements in {town}, nothing lost|First time the app has worked under {site}].
[Signature next, please.|]
[|]
`,
);
