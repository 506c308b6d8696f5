import { readSituations } from "#prisma/sample/situations/situation.ts";

export const donnees = readSituations(
  "donnees",
  `
bug fr recherche-lente
[Recherche équipement trop lente|Ça rame]
[La recherche d'équipement met plus de vingt secondes {depuis}|Chercher une chaudière par numéro de série tourne sans fin].
[Le client attend au téléphone.|{n} personnes à l'arrêt à {ville}.]
[C'est normal ?|Urgent pour nous.]

bug fr recherche-lente
[Recherche qui ne trouve rien|Accents dans la recherche]
[Chercher « chaudiere » sans accent ne trouve rien|La recherche ne trouve pas {site} si on oublie l'article].
[Ils recréent des sites qui existent déjà.|]
[|]

bug fr exports-excel
[Export coupé|Il manque des lignes]
[L'export s'arrête à 10 000 lignes sans le dire|L'export Excel perd les zéros des codes postaux].
[Le bilan de {mois} était faux.|]
[|On l'a présenté en direction…]

bug fr exports-excel
[Chiffres différents|Le tableau de bord ne tombe pas juste]
[Le tableau de bord et l'export ne donnent pas le même nombre d'interventions|Le taux de visites faites dépasse 100 % à {agence}].
[Personne ne croit plus aux chiffres.|]
[Lequel est le bon ?|]

bug fr imports-reprise
[Import refusé|Reprise arrêtée au milieu]
[L'import des équipements s'arrête au milieu sans dire à quelle ligne|La reprise a mélangé les accents de {ville} et des noms].
[{n}00 fiches à corriger.|]
[|]

bug fr -
[Page d'accueil lente le lundi|Lenteur générale]
[Tout est lent le lundi matin entre 8 et 9|Le tableau de bord met une minute à s'ouvrir {depuis}].
[C'est justement l'heure où on en a besoin.|]
[|]

bug fr -
[Rapport planifié non reçu|Le mail du lundi n'arrive plus]
[Le rapport hebdomadaire n'arrive plus par mail|Le rapport planifié arrive vide].
[Le directeur le réclame.|]
[|]

request fr exports-excel
[Rapport par agence|Comparer les agences]
[Comparer les agences sur les délais et les retours|Un tableau par technicien et par mois, sans passer par Excel].
[Un contrôleur de gestion y passe deux jours par mois.|]
[|Filtrable par contrat.]

request fr recherche-lente
[Chercher partout|Une seule recherche]
[Une recherche unique : client, site, appareil, facture|Chercher par téléphone ou par bout d'adresse].
[Au standard il faut trouver en cinq secondes.|]
[|]

request fr imports-reprise
[Importer nos clients nous-mêmes|Assistant de reprise]
[Importer nos fichiers nous-mêmes avec un aperçu avant|Corriger les lignes refusées sans tout relancer].
[Chaque rachat d'entreprise, c'est un projet.|]
[|]

request fr -
[Archiver les anciens sites|Vider les vieilles données]
[Archiver les clients partis pour qu'ils ne polluent pas les listes|Cacher les sites fermés].
[La moitié de la liste de {agence} est morte.|]
[Sans les supprimer.|]

request fr -
[Connecter notre outil de tableaux de bord|Accès direct aux données]
[Brancher notre outil de BI sur les données|Un export automatique chaque nuit vers notre entrepôt].
[Notre DSI veut croiser avec la paie.|]
[|]

request fr - exists
[Enregistrer un filtre|Garder ma recherche]
[Garder un filtre de liste et le retrouver le lendemain|Enregistrer ses recherches].
[Tous les matins les mêmes huit clics.|]
[|]
Oui : l'étoile à droite du filtre l'enregistre, pour soi ou pour l'agence.

question fr exports-excel
[Comment sortir un bilan annuel ?|Export des interventions]
[Comment sortir le bilan annuel d'un client ?|On peut exporter toutes les interventions d'une année ?]
[Réunion avec {site} mardi.|]
[|]

question fr imports-reprise
[Reprise depuis l'ancien logiciel|Combien de temps pour la reprise ?]
[Reprend-on l'historique depuis leur ancien logiciel ?|Combien de temps dure une reprise de 5 000 clients ?]
[Le prospect a gardé un mauvais souvenir de la dernière.|{amount}.]
[|]

question fr recherche-lente
[Pourquoi c'est lent ?|Lenteur ou notre connexion ?]
[La lenteur vient de vous ou de notre connexion ?|Y a-t-il un endroit où voir si tout marche ?]
[Leur prestataire réseau dit que ce n'est pas lui.|]
[|]

question fr - exists
[Recevoir un rapport par mail|Rapport automatique]
[Peut-on recevoir un rapport chaque lundi par mail ?|Un envoi automatique des chiffres existe ?]
[Pour le patron, qui n'ouvre jamais le logiciel.|]
[|]
Oui : sur n'importe quel rapport, « M'envoyer ceci », chaque semaine ou chaque mois.

problem fr recherche-lente
[On ne trouve rien|Chercher prend trop de temps]
[Au standard chercher un client prend plus de temps que l'appel|Ils gardent un annuaire papier parce que la recherche est trop lente].
[Ça ne donne pas envie.|]
[|]

problem fr exports-excel
[Tout finit dans Excel|Nos chiffres se font à la main]
[Tous les chiffres de {agence} sont refaits dans Excel|Chaque réunion commence par vingt minutes à discuter du bon chiffre].
[|On ne pilote rien.]
[|]

problem fr imports-reprise
[Reprise ratée|Données d'avant inutilisables]
[L'historique repris est inutilisable, tout est dans un champ commentaire|Depuis la reprise, {n} clients sur dix ont une mauvaise adresse].
[Les techs n'y croient plus.|]
[|]

praise fr recherche-lente
[Recherche rapide|Le nouveau rapport]
[La recherche répond enfin, ça change la vie au standard|Le rapport par mail du lundi est parfait, le patron le lit].
[Manque la comparaison entre agences.|]
[|]

bug en recherche-lente
[Search takes forever|Everything's slow]
[Asset search takes twenty seconds {since}|Searching by serial number just spins].
[Customer on the line, me humming.|]
[Is it you or us?|]

bug en exports-excel
[Export cut short|Numbers don't match]
[The export stops at 10,000 rows and doesn't say so|Dashboard and export give different job counts for {depot}].
[My board pack was wrong.|]
[|]

bug en imports-reprise
[Import stops halfway|Bad rows]
[The asset import stops halfway and won't say which row|Irish fadas come out as question marks after the import].
[{n}00 records to fix by hand.|]
[|]

request en exports-excel
[Compare branches|Report per engineer]
[Compare branches on response and repeat visits|A table per engineer per month without a spreadsheet].
[Two days a month for our controller in {town}.|]
[|]

request en recherche-lente
[One search box|Search by phone number]
[One search for customer, site, asset and invoice|Search by phone number or half an address].
[Reception has five seconds.|]
[|]

request en imports-reprise
[Import our own data|Preview before import]
[Let us import our own files with a preview|Fix refused rows without starting again].
[We buy a firm a year, it's always a saga.|]
[|]

question en imports-reprise
[How long is a migration|Can you take our history]
[How long does it take to move 5,000 customers over?|Do you bring job history across from our old system?]
[Last one went badly, they're nervous in {town}.|]
[|]

question en - exists
[Save a filter|E-mailed report]
[Can I save a filter for tomorrow?|Can a report come to me every Monday?]
[Same eight clicks each morning.|]
[|]
Yes: the star beside the filter saves it, and any report has "Send me this".

problem en exports-excel
[It all ends in a spreadsheet|Whose number is right]
[Every meeting starts with twenty minutes on whose number is right|All the figures for {depot} are redone in a spreadsheet].
[We don't manage, we count.|]
[|]

problem en recherche-lente
[Can't find anything|Slow on the phone]
[Finding a customer takes longer than the call|We keep a paper phone book because search is so slow].
[Not a good look.|]
[|]

praise en recherche-lente
[Search is quick now|Monday report]
[Search is properly quick now, reception are delighted|The Monday report is spot on, the boss reads it].
[Branch by branch next?|]
[|]
`,
);
