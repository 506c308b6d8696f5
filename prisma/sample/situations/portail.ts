import { readSituations } from "#prisma/sample/situations/situation.ts";

export const portail = readSituations(
  "portail",
  `
bug fr ou-en-est
[Statut figé|Demande toujours « En cours »]
[Le statut de la demande reste sur « En cours » après le passage du technicien|Une demande clôturée chez le prestataire demeure ouverte sur le portail] {depuis}.
[Les locataires de {site} rappellent chaque jour.|Nous ne savons plus quoi répondre.]
[Merci de rétablir la mise à jour.|]

bug fr locataires-perdus
[Lien d'activation expiré|Le locataire ne peut pas entrer]
[Le lien d'activation envoyé aux locataires est expiré à l'ouverture|Le courriel d'activation n'arrive pas chez une partie des locataires de {ville}].
[{n} appels ce matin à l'accueil.|]
[Pouvez-vous relancer les envois ?|]

bug fr signaler-simplement
[Photo refusée|Impossible de joindre une photo]
[La photo jointe à la demande est refusée depuis un téléphone|Le formulaire de signalement revient à zéro après l'ajout d'une photo].
[Les locataires abandonnent et téléphonent.|]
[|]

bug fr -
[Portail en anglais|Textes non traduits]
[Le portail s'affiche en anglais pour des locataires français|Le courriel de confirmation arrive dans une autre langue].
[Plusieurs personnes âgées ont cru à une fraude.|]
[|Merci de corriger.]

bug fr -
[Mauvais logement|Adresse d'un autre locataire]
[Un locataire de {site} voit les demandes de l'ancien occupant|Deux logements sont confondus dans le même escalier].
[C'est un incident de données personnelles.|]
[Réponse attendue sous 24 h.|]

bug fr ou-en-est
[Notification au mauvais moment|Message envoyé la nuit]
[Le message « technicien en route » part après l'intervention|Les locataires reçoivent un SMS à 2 h du matin].
[Plaintes au conseil de résidence.|]
[|]

bug fr -
[Pages trop petites sur téléphone|Portail illisible sur mobile]
[Le bouton d'envoi est caché sous le clavier sur téléphone|Le portail ne s'affiche pas sur les vieux téléphones].
[La plupart de nos locataires n'ont pas d'ordinateur.|]
[|]

request fr ou-en-est
[Statut « pièce commandée »|Donner une date estimée]
[Ajouter un statut « pièce commandée » avec une date estimée|Montrer au locataire l'étape où en est sa demande].
[Le silence entre le diagnostic et la réparation dure parfois trois semaines.|]
[Une phrase et une date suffiraient.|]

request fr signaler-simplement
[Déclarer une panne sans compte|QR code dans le hall]
[Permettre de signaler une panne par un QR code dans le hall, sans compte|Que le gardien puisse déclarer pour les locataires].
[Un locataire sur trois n'a pas d'adresse électronique.|]
[Avec le numéro du logement déjà rempli.|]

request fr locataires-perdus
[Portail aux couleurs du bailleur|Notre nom, pas le vôtre]
[Mettre notre logo et notre nom sur le portail et les messages|Personnaliser le texte d'accueil par résidence].
[Les locataires ne savent pas qui leur écrit.|]
[|]

request fr -
[Rendez-vous en ligne|Choisir son créneau]
[Laisser le locataire choisir son créneau de visite annuelle|Pouvoir déplacer un rendez-vous sans téléphoner].
[Taux d'absence de 20 % à {ville}.|]
[Deux créneaux proposés suffiraient.|]

request fr -
[Tableau de bord du patrimoine|Vue bailleur]
[Disposer d'une vue par résidence : demandes, délais, absences|Exporter les demandes d'un trimestre par prestataire].
[Nous le reconstruisons pour chaque conseil d'administration.|]
[|]

request fr - exists
[Pièces jointes dans une demande|Joindre un document]
[Pouvoir ajouter un document à une demande déjà ouverte|Que le locataire puisse compléter sa demande].
[Ils en créent une deuxième à chaque fois.|]
[|]
Oui : « Compléter ma demande », en bas de la page de suivi, avec texte, photo ou PDF.

question fr ou-en-est
[Que signifie « En cours » ?|Les statuts du portail]
[Que signifie exactement le statut « En cours » ?|Qui change le statut, le technicien ou le bureau ?]
[Nous devons l'expliquer à nos gardiens.|]
[|]

question fr signaler-simplement
[Locataires sans internet|Déclarer par téléphone]
[Comment traite-t-on un locataire sans internet ?|Le standard peut-il saisir une demande au nom du locataire ?]
[Exigence de notre cahier des charges.|]
[|]

question fr -
[Accessibilité du portail|Déclaration d'accessibilité]
[Le portail est-il conforme au RGAA ?|Avez-vous une déclaration d'accessibilité pour le portail ?]
[Demandé à l'article {n} du marché.|C'est éliminatoire.]
[Le document, si possible.|]

question fr - exists
[Prévenir par SMS|Avis de passage]
[Les locataires peuvent-ils être prévenus par SMS ?|L'avis de passage peut-il partir automatiquement ?]
[Aujourd'hui le gardien colle une affiche.|]
[|]
Oui : Portail > Messages, avis de passage par SMS sept jours et un jour avant.

problem fr ou-en-est
[Personne ne sait où en est la demande|Les locataires nous appellent]
[Le locataire appelle le bailleur, le bailleur appelle le prestataire, et personne ne sait|Nos équipes passent leurs matinées à demander où en sont les demandes].
[Le conseil de concertation l'a inscrit à l'ordre du jour.|]
[Nous souhaiterions une solution avant l'hiver.|]

problem fr locataires-perdus
[Le portail est boudé|Très peu d'inscrits]
[À peine un locataire sur dix utilise le portail à {ville}|Les locataires s'inscrivent, ne comprennent pas et rappellent].
[Le marché prévoit 40 % d'usage.|]
[|]

problem fr signaler-simplement
[Trop compliqué pour signaler une fuite|Sept écrans pour une panne]
[Il faut sept écrans et un mot de passe pour déclarer une fuite|Les personnes âgées de {site} renoncent avant la fin].
[Les dégâts, eux, n'attendent pas.|]
[|]

praise fr locataires-perdus
[Bon accueil du portail|Retour des gardiens]
[Les gardiens de {ville} apprécient beaucoup le portail|Le nouveau formulaire est bien plus clair, nos locataires le disent].
[Il manque une date estimée.|]
[|Avec nos remerciements.]

bug en ou-en-est
[Status never changes|Still says in progress]
[Repairs stay on "in progress" long after the engineer has left {site}|The portal doesn't show a job closed {since}].
[Tenants ring us, we ring you.|]
[|It makes us look useless.]

bug en locataires-perdus
[Activation link dead|Tenants can't sign in]
[Activation links are dead by the time tenants click|Invites never reach anyone with an old mail provider].
[{n} calls before ten this morning.|]
[|]

bug en signaler-simplement
[Photo upload fails|Form resets]
[The report form resets after adding a photo|Photo upload fails on older phones].
[They give up and phone {depot}.|]
[|]

request en ou-en-est
[Part on order status|Give tenants a date]
[A "part on order" status with a rough date|Show the tenant which step their repair is at].
[Three weeks of silence is what they complain about.|]
[|]

request en signaler-simplement
[Report without an account|QR code in the lobby]
[Let tenants report a fault from a QR code in the lobby|Report a leak without making an account].
[A third of tenants in {site} have no e-mail.|]
[|]

request en -
[Pick your own slot|Landlord dashboard]
[Let tenants pick a slot for the annual check|A landlord's page with open repairs per block].
[One in five isn't in when we call in {town}.|]
[|]

question en ou-en-est
[Who sets the status|What does in progress mean]
[Who changes the status, the engineer or the office?|What does "in progress" mean exactly?]
[Writing a leaflet for tenants.|]
[|]

question en - exists
[Text the tenants|Appointment texts]
[Can tenants get a text before a visit?|Do you send the appointment letter by text?]
[We still post them.|]
[|]
Yes: Portal > Messages, texts seven days and one day before the visit.

problem en ou-en-est
[Nobody knows where it's at|Chasing repairs]
[Tenant asks us, we ask the contractor, nobody knows|Half of our calls are "where's my repair"].
[The board has noticed.|]
[|]

problem en locataires-perdus
[Hardly anyone uses it|Portal ignored]
[About one tenant in ten has signed up in {town}|Tenants sign up once and never come back].
[We were promised forty percent.|]
[|]

praise en signaler-simplement
[Tenants like it|Nice and simple]
[The new fault form is a big step up, tenants say so|Caretakers at {site} love the portal].
[Now just give them a date.|]
[|]
`,
);
