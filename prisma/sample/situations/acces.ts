import { readSituations } from "#prisma/sample/situations/situation.ts";

export const acces = readSituations(
  "acces",
  `
bug fr deconnexions
[Déconnecté sans arrêt|Session qui saute]
[On est déconnecté toutes les dix minutes {depuis}|La session saute en plein devis et la saisie est perdue].
[{agence} a compté {n} fois dans la journée.|]
[Rallonger la durée au moins.|]

bug fr agences-cloisons
[Une agence voit les clients d'une autre|Cloison entre agences percée]
[Un planificateur de {ville} voit les clients de toutes les agences|Dans la recherche, les contrats des autres agences apparaissent].
[Le directeur régional est furieux.|]
[C'est un sujet de sécurité.|]

bug fr -
[Droits perdus|Rôle remis à zéro]
[Le rôle de {tech} revient à « lecture » à chaque connexion|Un chef d'équipe a perdu l'accès au planning {depuis}].
[On remet la case tous les matins.|]
[|]

bug fr sso-locataires
[SSO en boucle|Connexion d'entreprise qui tourne]
[La connexion d'entreprise tourne en boucle après le changement de certificat|Le SSO renvoie sur la page d'accueil sans message].
[Plus personne n'entre à {ville}.|]
[Bloquant.|]

bug fr deconnexions
[Mot de passe oublié inopérant|Mail de réinitialisation absent]
[Le mail de réinitialisation n'arrive pas|Le lien de mot de passe oublié dit « expiré » tout de suite].
[{tech} est bloqué depuis hier.|]
[|]

bug fr -
[Utilisateur parti encore actif|Compte non fermé]
[Un technicien parti en {mois} peut encore se connecter|Désactiver un compte ne ferme pas l'appli du téléphone].
[Il est passé à la concurrence…|]
[À traiter d'urgence.|]

bug fr -
[Journal d'audit incomplet|Il manque des lignes au journal]
[Le journal d'audit ne dit pas qui a supprimé le contrat de {site}|Les exports n'apparaissent pas dans le journal].
[On nous le demande pour une enquête interne.|]
[|]

request fr agences-cloisons
[Droits par agence|Cloisonner les agences]
[Limiter chaque agence à ses clients et ses techniciens|Donner un rôle différent selon l'agence].
[On a racheté deux sociétés, elles ne doivent pas se voir.|]
[Avec une exception pour le siège.|]

request fr sso-locataires
[SSO pour les locataires|Connexion avec notre compte bailleur]
[Que nos locataires entrent avec leur compte du bailleur|Brancher notre connexion unique sur le portail].
[Un mot de passe de plus et ils n'y vont pas.|]
[|C'est dans notre schéma directeur.]

request fr deconnexions
[Rester connecté sur le terrain|Session plus longue]
[Garder les techniciens connectés plus de vingt-quatre heures|Une empreinte ou un code à la place du mot de passe].
[Retaper un mot de passe avec des mains pleines de suie…|]
[|]

request fr -
[Créer des utilisateurs par fichier|Import des comptes]
[Créer {n}0 comptes d'un coup par fichier|Copier les droits d'un utilisateur existant].
[Ouverture de {agence} le mois prochain.|]
[|]

request fr -
[Double authentification|Sécuriser les comptes du siège]
[Imposer la double authentification aux administrateurs|Choisir qui doit avoir un deuxième facteur].
[Exigé par notre assureur.|]
[Pas pour les techs par contre.|]

request fr - exists
[Délégation pendant les congés|Prêter ses droits]
[Donner ses droits à un collègue pendant ses congés|Prévoir un remplaçant avec une date de fin].
[On s'échange les mots de passe, je sais, c'est mal.|]
[|]
Oui : Mon compte > Absence, un remplaçant et deux dates ; tout reste à son nom.

question fr sso-locataires
[SSO : c'est compris ?|Quel fournisseur d'identité ?]
[Le SSO est compris dans l'offre ou en option ?|Quels fournisseurs d'identité sont pris en charge ?]
[La DSI de {site} bloque tant qu'on n'a pas répondu.|{amount} en jeu.]
[|]

question fr agences-cloisons
[Qui voit quoi ?|Rôles existants]
[Quels sont les rôles existants et qui voit quoi ?|Un sous-traitant peut-il voir seulement ses interventions ?]
[Pour leur RSSI.|]
[Un tableau serait parfait.|]

question fr -
[Où sont hébergées les données ?|Questionnaire de sécurité]
[Où sont hébergées les données et qui y accède ?|Avez-vous une certification à joindre au dossier ?]
[Questionnaire de {n}0 pages à rendre.|]
[Qui peut m'aider ?|]

question fr - exists
[Journal des connexions|Savoir qui s'est connecté]
[Peut-on voir qui s'est connecté et quand ?|Existe-t-il un journal des connexions ?]
[Soupçon de compte partagé à {ville}.|]
[|]
Oui : Réglages > Sécurité > Connexions, treize mois, exportable.

problem fr agences-cloisons
[Tout le monde voit tout|Pas de secret entre filiales]
[Depuis le rachat, les deux filiales voient les prix l'une de l'autre|Nos franchisés voient les clients de leurs voisins].
[Ça finira mal.|Un franchisé a démarché un client de {ville}.]
[|]

problem fr deconnexions
[Comptes partagés|Un mot de passe pour six]
[Ils sont {n} sur le même compte parce que les mots de passe les fatiguent|Les techs notent leur code au marqueur dans le camion].
[Impossible de savoir qui a fait quoi.|]
[|]

problem fr sso-locataires
[Le SSO nous fait perdre des ventes|Bloqués par les DSI]
[Sur les grands comptes la DSI nous arrête dès la question du SSO|Les appels d'offres publics demandent tous la connexion du bailleur].
[Deux dossiers perdus ce trimestre.|]
[|]

praise fr agences-cloisons
[Les rôles, enfin|Merci pour l'audit]
[Le journal d'audit nous a sortis d'un litige en dix minutes|La gestion des rôles est claire, même moi j'ai compris].
[Par agence ce serait parfait.|]
[|]

bug en deconnexions
[Logged out all day|Session drops]
[Everyone in {depot} is logged out every ten minutes {since}|The session drops mid-quote and the lot is lost].
[We type quotes in Notepad first now.|]
[|]

bug en sso-locataires
[SSO loop|Can't get in]
[Sign-in loops after our certificate changed|SSO lands back on the home page with no message].
[Nobody in {town} can work.|]
[Urgent.|]

bug en agences-cloisons
[One branch sees another|Wrong customers in search]
[A planner in {town} can see every branch's customers|Search shows contracts from other branches].
[Our franchisees will go through the roof.|]
[|]

request en agences-cloisons
[Roles per branch|Keep branches apart]
[Give people a role per branch|Keep the two companies we bought apart].
[They compete on price in {town}.|]
[Head office sees all, of course.|]

request en sso-locataires
[SSO for tenants|Our own login on the portal]
[Tenants should log in with the association's own account|Single sign-on for residents on the portal].
[One more password and they won't bother.|]
[|]

request en deconnexions
[Stay signed in|PIN instead of password]
[Keep engineers signed in for a week|A PIN or fingerprint in place of the password].
[Typing passwords with sooty fingers isn't fun.|]
[|]

question en sso-locataires
[Is SSO included|Which identity providers]
[Is single sign-on included or extra?|Which identity providers do you work with?]
[Their IT won't sign without it.|]
[|]

question en - exists
[Sign-in log|Who logged in]
[Can I see who signed in and when?|Is there a log of sign-ins?]
[We think {n} people share an account.|]
[|]
Yes: Settings > Security > Sign-ins, thirteen months, can be exported.

problem en deconnexions
[Shared logins|One password for six]
[Six of them share one login because passwords are a pain|Engineers write the password on the dashboard of the van].
[No idea who did what at {site}.|]
[|]

problem en agences-cloisons
[Everyone sees everything|No walls]
[Both companies see each other's prices since the takeover|Franchisees can browse their neighbours' customers].
[One already rang a customer in {town}.|]
[|]

praise en agences-cloisons
[Audit trail helped|Roles are clear]
[The audit trail settled an argument in ten minutes|Roles are easy to follow, even for me].
[Per branch next, please.|]
[|]
`,
);
