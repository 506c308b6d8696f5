import { readSituations } from "#prisma/sample/situations/situation.ts";

export const astreinte = readSituations(
  "astreinte",
  `
bug fr qui-est-astreinte
[Mauvaise personne appelée|Astreinte sur le technicien de la semaine passée]
[L'appel de nuit est parti chez {tech} alors que la relève était faite|Le changement de semaine d'astreinte se fait à minuit et plus à 17 h {depuis}].
[Réveillé pour rien, et le vrai n'a pas été prévenu.|Deux heures de perdues à {site}.]
[On doit pouvoir fixer l'heure de relève.|C'est la deuxième fois.]

bug fr sla-preuve
[Horodatage faux|L'heure de prise en charge est décalée]
[L'heure de prise en charge affichée a une heure d'avance|Le délai de réponse compte depuis la création et pas depuis l'appel, donc on est toujours en retard].
[Le client nous réclame des pénalités qu'on ne doit pas.|Impossible de présenter ça à {agence}.]
[Merci de corriger les chiffres passés aussi.|]

bug fr alertes-nuit
[Alerte qui ne sonne pas|Silence pendant l'astreinte]
[L'alerte de 3 h du matin n'a pas sonné, téléphone en silencieux|La notification d'astreinte arrive muette sur {device} {depuis}].
[Fuite à {site} jusqu'au matin.|C'est le client qui a appelé le patron.]
[Elle doit passer outre le silencieux.|]

bug fr alertes-nuit
[Alertes en boucle|La même alerte toutes les cinq minutes]
[Une fois acquittée, l'alerte revient toutes les cinq minutes jusqu'au matin|{tech} a reçu {n} fois la même alerte pour la même chaudière].
[Il a coupé son téléphone, forcément.|]
[Acquitter doit suffire.|Il faut arrêter ça.]

bug fr -
[Escalade vers un numéro supprimé|L'escalade part dans le vide]
[L'escalade appelle encore un responsable parti en {mois}|Le deuxième niveau d'escalade sonne sur un numéro qui n'existe plus, et ça ne passe pas au suivant].
[Personne n'a décroché à {ville} pendant la panne.|]
[Qu'on soit averti si un numéro ne répond jamais.|]

bug fr qui-est-astreinte
[Calendrier d'astreinte vide|Le roulement ne se génère plus]
[Le calendrier d'astreinte de {agence} est vide à partir du mois prochain|Le roulement sur cinq semaines repart à zéro après un jour férié].
[On a remis la feuille à la porte de l'atelier.|]
[C'est bloquant pour les congés.|]

bug fr -
[Majoration de nuit absente|Heures d'astreinte non comptées]
[Les interventions d'astreinte du dimanche sont comptées en heures normales|Le relevé d'heures oublie ce qui passe minuit].
[La paie a dû refaire le mois.|{tech} réclame, à raison.]
[À corriger avant la clôture.|]

request fr qui-est-astreinte
[Échange d'astreinte entre techs|Se remplacer facilement]
[Permettre à deux techs d'échanger leur semaine depuis l'appli|Pouvoir se faire remplacer un soir d'astreinte, avec accord du chef].
[Tout se fait par SMS et le standard n'est pas au courant.|]
[Le chef valide d'un clic.|Avec une trace pour la paie.]

request fr sla-preuve
[Preuve de délai pour le client|Rapport SLA du mois]
[Sortir chaque mois la preuve des délais par site|Avoir un rapport d'astreinte horodaté qu'on puisse envoyer tel quel au donneur d'ordre].
[On le monte à la main, {n} heures par mois.|C'est exigé dans tous les appels d'offres.]
[PDF avec le logo, c'est tout.|Par contrat et par mois.]

request fr alertes-nuit
[Filtrer les alertes|Ne réveiller que pour du grave]
[Choisir quelles alertes réveillent et lesquelles attendent 7 h|Un niveau de gravité pour les alertes de chaufferie].
[Sur dix réveils, deux utiles.|{tech} menace d'arrêter l'astreinte.]
[Réglable par contrat.|]

request fr -
[Consignes de site la nuit|Codes d'accès pendant l'astreinte]
[Afficher les codes et consignes du site dès l'alerte d'astreinte|Avoir le contact de nuit du site directement dans l'alerte].
[À 2 h du matin devant le portail de {site}, personne ne répond.|]
[Sans ouvrir cinq écrans.|]

request fr -
[Astreinte pour plusieurs agences|Mutualiser l'astreinte]
[Partager une astreinte entre deux agences voisines le week-end|Un seul roulement pour {ville} et l'agence d'à côté].
[Aujourd'hui on paie deux techs pour trois appels.|]
[Avec deux centres d'appels différents si possible.|]

request fr - exists
[Escalade automatique|Passer au suivant sans réponse]
[Il faudrait que l'appel passe au suivant si l'astreinte ne répond pas|Prévoir une escalade après dix minutes sans réponse, avec l'heure notée].
[On en parle à chaque COPIL.|Le donneur d'ordre de {site} l'exige.]
[Avec une preuve horodatée.|]
Oui, depuis deux trimestres : escalade d'astreinte horodatée, réglable par contrat.

question fr sla-preuve
[Délai de 15 minutes : on sait le prouver ?|Preuve horodatée]
[On sait prouver une prise en charge en moins de 15 minutes ou pas ??|La preuve d'horodatage est-elle recevable si le client la conteste ?]
[Réponse attendue au dossier, lot {n}.|C'est éliminatoire.]
[Oui ou non svp.|]

question fr qui-est-astreinte
[Qui est d'astreinte ce soir ?|Affichage de l'astreinte]
[Où voit-on qui est d'astreinte ce soir quand on est au standard ?|Le centre d'appels externe peut-il voir le roulement de {agence} ?]
[Ils ont une feuille imprimée de {mois}.|]
[|Sans leur créer un compte à chacun.]

question fr -
[Astreinte et repos obligatoire|Onze heures de repos]
[Est-ce que le planning du lendemain tient compte d'une nuit d'astreinte ?|Comment on respecte les onze heures de repos après une intervention à 4 h ?]
[L'inspection du travail est passée à {ville}.|]
[|C'est urgent côté RH.]

question fr - exists
[Alertes par SMS|SMS si pas de réseau data]
[Les alertes d'astreinte peuvent-elles partir aussi par SMS ?|Et si le technicien n'a pas de data, il reçoit quoi ?]
[En zone blanche autour de {ville} l'appli ne sert à rien.|]
[|]
Oui : l'alerte part par SMS au bout de deux minutes sans accusé, puis par appel vocal.

problem fr alertes-nuit
[Les techs refusent l'astreinte|Trop de réveils]
[Plus personne ne veut prendre l'astreinte à {agence} à cause des alertes inutiles|Les sondes envoient n'importe quoi et c'est le tech qui trinque].
[Deux démissions cette année.|]
[Aidez-nous à trier.|]

problem fr sla-preuve
[On perd des pénalités faute de preuve|SLA contestés]
[Chaque mois le client conteste nos délais et on n'a que nos SMS pour prouver|Nos temps d'intervention sont bons mais on ne sait pas le montrer].
[Déjà 9 k€ de pénalités cette année sur {site}.|]
[Il faut quelque chose d'incontestable.|]

problem fr qui-est-astreinte
[Le standard ne sait pas qui appeler|Confusion le week-end]
[Le samedi le standard appelle trois personnes avant de trouver la bonne|Les remplacements de dernière minute n'arrivent jamais jusqu'au centre d'appels].
[Une heure perdue ascenseur bloqué à {site}, avec quelqu'un dedans.|]
[Ce n'est plus tenable.|]

praise fr sla-preuve
[L'escalade nous a sauvés|Merci pour l'astreinte]
[L'escalade a réveillé la bonne personne dimanche, le client n'en revenait pas|Grâce aux horodatages on a fait sauter {n} k€ de pénalités].
[Manque juste le PDF prêt à envoyer.|]
[Top.|]

bug en qui-est-astreinte
[Wrong engineer called|Rota flips at midnight]
[The on-call rota flips at midnight, our handover is 5pm|Calls went to {eng} all weekend though he's been off the rota {since}].
[He was at a wedding. In {town}. He was not amused.|]
[We need to set the handover time.|]

bug en sla-preuve
[SLA clock wrong|Response time an hour out]
[Response times are an hour out since the clocks changed|The SLA clock keeps running after the engineer is on site].
[The landlord is charging us for breaches that never happened.|]
[Please restate the past months too.|]

bug en alertes-nuit
[Alert silent at night|No sound on alerts]
[The 3am alert came without a sound on {device}|Alerts stop ringing once do-not-disturb is on].
[{site} had water through the ceiling by breakfast.|]
[It must override silent.|]

request en sla-preuve
[SLA pack for the client|Monthly response report]
[Give us a monthly SLA report per site we can send as is|A PDF with every call-out, time answered, time on site].
[I build it by hand on the first of the month.|Two housing associations ask for it.]
[With our logo and nothing else.|]

request en qui-est-astreinte
[Swap on-call in the app|Cover for one night]
[Engineers want to swap an on-call night between themselves|Let {eng} hand over one evening without ringing the office].
[Swaps live in a group chat.|]
[Manager approves with a tap.|]

request en alertes-nuit
[Quiet hours by severity|Only wake us for real ones]
[Let us choose which alarms wake somebody|Low-pressure warnings can wait till seven].
[Nine out of ten at night are nothing.|]
[Per contract would be ideal.|]

question en qui-est-astreinte
[Who's on call|Answering service access]
[How does our answering service see who is on call tonight?|Can the out-of-hours call centre have a read-only rota?]
[They work from a printout of last month.|]
[|]

question en - exists
[Escalation after ten minutes|Is there a second line]
[If the on-call engineer doesn't pick up, does it go to a second person?|Is there an escalation with times we can show a client?]
[Tender for {town}, due Friday.|]
[|Yes or no will do.]
Yes, for two quarters: timed escalation, set per contract.

problem en alertes-nuit
[Rota burnout|Nobody wants on-call]
[I've got two engineers left who will do nights|Alarms from the {town} sites wake people for nothing].
[It's costing me staff.|]
[Help us filter them.|]

problem en sla-preuve
[Can't prove we were on time|Disputed call-outs]
[We're on time, we just can't show it|Every quarter the council disputes our call-out times].
[Last time it cost us four grand at {site}.|]
[Something they can't argue with, please.|]

praise en sla-preuve
[Escalation worked|Good night's sleep]
[The escalation did its job on Saturday, second engineer was there in twenty minutes|First month without an SLA row in {town}].
[A ready-made report would finish it off.|]
[Thanks.|]
`,
);
