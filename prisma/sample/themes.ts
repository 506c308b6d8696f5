export type SampleTheme = {
  code: string;
  team: string;
  /** In the customers' words, in the language most of them used. */
  title: string;
  language: "fr" | "en";
};

/** Thirty-six problems that many insights point to, three a team. Insights name their theme. */
export const sampleThemes: SampleTheme[] = [
  fr("planning-a-plusieurs", "dispatch", "Planning à plusieurs"),
  fr("conges-equipe", "dispatch", "Poser les congés de toute l'équipe"),
  fr("urgence-caser", "dispatch", "Caser une urgence sans tout refaire"),
  fr("competences", "tournees", "Compétences et habilitations"),
  fr("trajets-faux", "tournees", "Les temps de trajet ne tiennent pas debout"),
  fr("visites-recurrentes", "tournees", "Les visites qui reviennent se décalent"),
  fr("qui-est-astreinte", "astreinte", "Qui est d'astreinte ce soir ?"),
  fr("sla-preuve", "astreinte", "Prouver qu'on a répondu à temps"),
  fr("alertes-nuit", "astreinte", "Réveillé pour rien"),
  fr("gants", "mobile", "Des boutons qu'on touche avec des gants"),
  fr("premier-client", "mobile", "Trois clics avant le premier client"),
  fr("notifs", "mobile", "Prévenu trop tard, ou pas du tout"),
  fr("rapports-perdus", "horsligne", "Rapports perdus"),
  fr("conflits-synchro", "horsligne", "Deux versions du même rapport"),
  fr("sous-sol", "horsligne", "Rien ne marche au sous-sol"),
  fr("plusieurs-destinataires", "preuves", "Envoyer le rapport à plusieurs"),
  fr("photos-illisibles", "preuves", "Les photos n'arrivent pas comme il faut"),
  en("certificats-gaz", "preuves", "The gas cert, right first time"),
  fr("parc-arbre", "parc", "Trois cents lignes à plat"),
  fr("visites-dues", "parc", "Savoir quelles visites sont en retard"),
  fr("indexation", "parc", "L'indexation se fait dans un tableur"),
  fr("tva-mixte", "facture", "TVA mixte"),
  fr("facture-electronique", "facture", "Prêts pour la facture électronique ?"),
  fr("avoirs-acomptes", "facture", "Acomptes et avoirs ne tombent pas juste"),
  fr("ou-en-est", "portail", "Où en est ma demande"),
  fr("locataires-perdus", "portail", "Nos locataires ne s'y retrouvent pas"),
  fr("signaler-simplement", "portail", "Sept écrans pour signaler une fuite"),
  en("sso-locataires", "acces", "Can our tenants log in with our own SSO?"),
  fr("agences-cloisons", "acces", "Chaque agence voit les clients des autres"),
  fr("deconnexions", "acces", "Déconnecté en plein travail"),
  fr("sage", "connecteurs", "Quand est-ce qu'on branche notre Sage ?"),
  fr("export-compta", "connecteurs", "L'export comptable ne passe pas"),
  en("webhooks-perdus", "connecteurs", "We never know whether an event is missing"),
  fr("recherche-lente", "donnees", "Ça rame à la recherche"),
  fr("exports-excel", "donnees", "On refait tout dans Excel"),
  fr("imports-reprise", "donnees", "Reprendre nos anciennes données"),
];

function fr(code: string, team: string, title: string): SampleTheme {
  return { code, team, title, language: "fr" };
}

function en(code: string, team: string, title: string): SampleTheme {
  return { code, team, title, language: "en" };
}
