import { readSituations } from "#prisma/sample/situations/situation.ts";

export const preuves = readSituations(
  "preuves",
  `
bug fr plusieurs-destinataires
[Rapport envoyé à la mauvaise adresse|Le rapport part au locataire]
[Le rapport part à l'occupant au lieu du bailleur {depuis}|L'adresse en copie n'est jamais utilisée, seul le contact principal reçoit].
[Le propriétaire de {site} nous accuse de ne rien faire.|On renvoie tout à la main.]
[Un contrôle avant envoi serait bien.|]

bug fr photos-illisibles
[Photos tournées|Photos à l'envers dans le PDF]
[Les photos prises avec {device} sont couchées dans le PDF|Dans le rapport les photos sont en vignettes, on ne lit pas la plaque].
[Le client refuse le rapport.|]
[C'était bon avant la mise à jour.|]

bug fr photos-illisibles
[Rapport trop lourd|PDF de 40 Mo]
[Un rapport avec vingt photos fait 40 Mo et la messagerie du client le rejette|Les rapports photo ne partent plus par mail, trop gros].
[Personne ne nous prévient du rejet.|]
[Compresser, ou envoyer un lien.|]

bug fr -
[Signature qui manque|Signature absente du PDF]
[La signature du client est visible à l'écran mais pas dans le PDF|Quand deux personnes signent à {site}, seule la première apparaît].
[Facture contestée pour ça.|]
[Urgent svp.|]

bug fr certificats-gaz
[Attestation d'entretien incomplète|Champ absent de l'attestation]
[Le taux de CO n'apparaît pas sur l'attestation alors qu'il est saisi|L'attestation d'entretien sort avec la date du jour d'impression].
[Le syndic l'a refusée.|]
[On est hors la loi là.|]

bug fr -
[Formulaire qui perd ses réponses|Cases décochées]
[Les cases « conforme » se décochent quand on revient en arrière dans le formulaire|Un champ obligatoire caché empêche de valider le formulaire gaz].
[{tech} a recommencé {n} fois devant le client.|]
[|]

bug fr -
[Mauvais logo|Ancien nom sur les rapports]
[Les rapports de {agence} sortent avec le logo de l'ancienne société|Le pied de page affiche encore l'ancien SIRET].
[Ça fait amateur.|]
[Où change-t-on ça ?|]

request fr plusieurs-destinataires
[Envoyer à plusieurs adresses|Copie au syndic]
[Envoyer le rapport au locataire, au bailleur et au syndic en une fois|Pouvoir mettre plusieurs destinataires par défaut sur un site].
[L'assistante transfère {n} mails par jour.|]
[Une règle par client.|]

request fr photos-illisibles
[Photo avant / après|Annoter les photos]
[Mettre une photo avant et une après côte à côte dans le rapport|Pouvoir dessiner une flèche ou un cercle sur la photo].
[Le client ne voit pas ce qu'on a réparé.|]
[|Même basique.]

request fr certificats-gaz
[Attestation par type d'appareil|Modèle d'attestation fioul]
[Une attestation différente pour gaz, fioul et pompe à chaleur|Préremplir l'attestation avec les mesures de l'an dernier].
[Ils recopient les mêmes valeurs à la main.|]
[Conforme à l'arrêté bien sûr.|]

request fr -
[Formulaires à nous|Faire nos formulaires]
[Construire nous-mêmes nos formulaires de visite|Ajouter deux questions à la fiche ascenseur sans passer par vous].
[Trois semaines d'attente pour une case à cocher…|]
[Un copier-coller de modèle suffirait.|]

request fr -
[Rapport en anglais|Rapport dans la langue du client]
[Sortir le rapport en anglais pour un client étranger|Choisir la langue du compte rendu par site].
[{site} est géré depuis Londres.|]
[Au moins les titres.|]

request fr - exists
[Signature à distance|Faire signer plus tard]
[Faire signer le client plus tard, par un lien|Si le client n'est pas là, pouvoir signer à distance].
[La moitié des visites se font sans personne.|]
[Par SMS idéalement.|]
Oui : « Faire signer plus tard » envoie un lien valable sept jours.

question fr plusieurs-destinataires
[Qui reçoit le rapport ?|Destinataires du rapport]
[Comment savoir à qui le rapport a été envoyé ?|Le bailleur peut-il recevoir tous les rapports de son parc automatiquement ?]
[Ils disent ne rien recevoir depuis {mois}.|]
[|]

question fr -
[Valeur légale de la signature|La signature tient en justice ?]
[La signature au doigt a-t-elle une valeur légale ?|Notre signature résiste devant un juge ou c'est décoratif ?]
[Leur juriste bloque le contrat.|{amount} en jeu.]
[|]

question fr photos-illisibles
[Combien de photos ?|Durée de conservation des photos]
[Combien de photos maximum par intervention ?|Combien de temps gardez-vous les photos ?]
[L'assureur de {site} les demande sur dix ans.|]
[|]

question fr - exists
[Formulaire obligatoire|Rendre une photo obligatoire]
[Peut-on rendre une photo obligatoire avant de clôturer ?|Comment obliger à remplir le relevé avant la fin ?]
[Les techs oublient une fois sur deux.|]
[|]
Oui : Formulaires > Règles, « obligatoire avant clôture », pour une photo comme pour un champ.

problem fr plusieurs-destinataires
[Les rapports n'arrivent pas à la bonne personne|Tout le monde réclame son rapport]
[Bailleur, syndic, locataire : chacun réclame le rapport et un seul le reçoit|Chaque semaine on passe une demi-journée à renvoyer des rapports].
[L'assistante de {agence} y laisse ses vendredis.|]
[|]

problem fr -
[Le rapport se fait le soir|Saisie trop longue]
[Le rapport prend plus de temps que l'intervention|{tech} finit ses comptes rendus à 21 h sur la table de la cuisine].
[Forcément c'est bâclé.|]
[Il faut raccourcir.|]

problem fr photos-illisibles
[On ne peut rien prouver|Photos inutilisables]
[En cas de litige nos photos sont trop petites pour prouver quoi que ce soit|Impossible de retrouver quelle photo va avec quel appareil à {site}].
[On a perdu un dossier d'assurance.|]
[|]

praise fr -
[Rapport propre|Le client a adoré le rapport]
[Le nouveau rapport photo est superbe, le syndic l'a montré en assemblée|Un client a signé parce que notre compte rendu est plus propre que celui du voisin].
[Manque juste l'envoi à deux adresses.|]
[|Merci]

bug en certificats-gaz
[CP12 missing a field|Cert rejected]
[The CP12 prints without the flue reading {since}|Landlord cert shows today's date rather than the visit date].
[The agent for {site} bounced it.|]
[That's a legal document, please.|]

bug en plusieurs-destinataires
[Report goes to tenant only|CC not sent]
[The report goes to the tenant and never to the landlord|Second e-mail address on the site is ignored].
[Landlord says we never came.|]
[|]

bug en photos-illisibles
[Photos sideways|Report too big to e-mail]
[Photos come out sideways in the PDF from {device}|Reports over twenty photos bounce off the client's mailbox].
[Nobody tells us it bounced.|]
[|]

request en plusieurs-destinataires
[Send to two addresses|Copy the letting agent]
[Send the cert to tenant, landlord and agent in one go|Let a site have three recipients by default].
[{eng} does it by hand from the van.|]
[|Two addresses would already do.]

request en certificats-gaz
[CP12 in one screen|Pre-fill the certificate]
[Pre-fill the gas cert with last year's appliance details|One screen for the CP12, not five].
[Twelve certs a day in {town}, it adds up.|]
[|]

request en photos-illisibles
[Draw on photos|Before and after]
[Let engineers draw an arrow on a photo|Before and after photos side by side].
[Clients can't see what we fixed.|]
[|]

question en certificats-gaz
[Is the cert valid|Gas cert wording]
[Is your CP12 accepted by letting agents?|Does the certificate follow the latest wording?]
[{town} council asked in the tender.|]
[|]

question en - exists
[Sign later|Remote signature]
[Can the customer sign later by link?|What if nobody is home to sign?]
[Half of our visits.|]
[|]
Yes: "Have it signed later" sends a link that works for seven days.

problem en certificats-gaz
[Certs done twice|Cert by hand]
[Engineers fill in the cert in the app and again in the pad because agents reject ours|We pay somebody to retype certificates].
[A day a week at {depot}.|]
[|]

problem en plusieurs-destinataires
[Everyone wants the report|Chasing reports]
[Agent, landlord, tenant: only one gets the report and the others ring|I spend Fridays resending reports for {site}].
[|It's daft.]
[|]

praise en photos-illisibles
[Smart reports|Client loved it]
[A client in {town} said ours is the nicest report they get|Reports look really professional now].
[Two recipients and I'd have nothing to moan about.|]
[|]
`,
);
