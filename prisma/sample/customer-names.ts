export type SampleSegment = "enterprise" | "mid" | "small" | "portal";

type Entry = {
  name: string;
  segment: SampleSegment;
  country: string;
  state: "customer" | "prospect" | "lost";
  talkative: boolean;
};

/** A star marks those who write most. Every name is made up. */
export const customerNames: Entry[] = [
  ...list("FR", "enterprise", "customer", [
    "Thermalis Grand Ouest*, Groupe Berthezène Maintenance*, Ascensia Services*, Climarel Industrie*",
    "Énergies du Vexin Noir*, Sûretia Incendie*, Vallorge Multitechnique*",
  ]),
  ...list("FR", "mid", "customer", [
    "Chauffage Hautecombe*, Lescure Génie Climatique, Élévateurs Brizard*, Froid Armorique*",
    "Sanitherm Picardie*, Delcourt Ascenseurs, Protectis Feu*, Maison Quillard Énergie*",
    "Thermique des Trois Vallées, Baudrillart & Cie, Froid du Bassin, Ascenseurs du Rhône Bleu",
    "Clim Azuréa, Établissements Vauzelle, Chaufferies de l'Erdre, Garance Maintenance",
    "Sécurifeu Lorraine, Pompes Marsal, Ventil'Est, Gaz & Eaux de Mirande, Hydrotherm Béarn",
    "Levage Castagnet, Réfrigération Mouvaux, Artigue Énergie, Combustia, Nord Calorie",
    "Breizh Confort Thermique, Ascenseurs Lemarié, Isère Froid Service, Alizé Climatisation",
    "Bruleurs Services Anjou, Sologne Maintenance, Tarbes Thermique, Extincteurs Valmont",
    "Chauffagistes Réunis du Forez, Morvan Froid, Ascenseurs Cap Liberté",
    "Confort Thermique Ardèche, Élévation Côte Basque, Froid Provençal Service, Calorine Énergie",
  ]),
  ...list("FR", "small", "customer", [
    "Pichard Plomberie*, Ets Gourdon, Chauff'Éco Vendée*, SARL Lhuillier",
    "Dépann'Gaz Berry, Toussaint Énergies, Rigal Froid, Plomberie Sauvignac, Chauffage Ferrand",
    "Bonnefoy Ascenseurs, Ets Maillard et fille, Clim'Service Agen, Roussillon Froid",
    "Jaouen Chauffage, Chaleur Douce, L'Atelier du Poêle, Thermo Vexin, Gaz Service Delage",
    "Entreprise Cottin, Bouvier Sanitaire, Froid Express Vannes, Morel Père et Fils",
    "Caradec Énergie, Plomberie du Canal, Ets Rambaud, Chauffage Lacaze",
    "Ets Verdier-Lamy, Clim du Golfe, Chaudières Bastide, Sanit'Ouest",
  ]),
  ...list("FR", "portal", "customer", [
    "Habitat Vallée d'Aure*, Logis de Montferrande*",
    "Office Public de Rochecourbe, Toits du Marensin, Résidences Sainte-Odeline",
    "Coopérative Le Foyer Clair, Ville de Beaumarchais-sur-Lys, Syndic Perrault & Lenoir",
  ]),
  ...list("BE", "mid", "customer", [
    "Chauffage Wallonia Confort*, Ascenseurs Dumortier, Brabant Froid",
  ]),
  ...list("CH", "mid", "customer", ["Thermo Lavaux SA, Ascenseurs du Léman Vert, Froid Valaisan"]),
  ...list("LU", "small", "customer", ["Klima Moselle, Chauffage Grevenberg"]),
  ...list("GB", "enterprise", "customer", ["Harcastle Facilities*"]),
  ...list("GB", "mid", "customer", [
    "Northmoor Heating*, Tidewell Lifts*, Brackendale Gas*, Ashcombe Fire & Safety",
    "Wexley Refrigeration, Larkfield Heating, Saltmarsh Lifts, Dunmere Boiler Care, Oxenholt Climate",
  ]),
  ...list("GB", "small", "customer", [
    "Peckett & Daughters, Copper Lane Plumbing, Mossley Gas Services, Tarn Heating",
    "Ruddock Cooling, Whitby Row Boilers, Hazelgrove Plumbing, Nettleton Gas",
  ]),
  ...list("GB", "portal", "customer", ["Calderbrook Homes*, Eastmere Housing Association"]),
  ...list("IE", "mid", "customer", ["Corrib Climate*, Shannonside Lifts, Liffey Gas & Heat"]),
  ...list("IE", "small", "customer", ["Dingle Boiler Care, Kilmurry Cooling, Ardmore Heating"]),
  ...list("FR", "enterprise", "prospect", ["Groupe Castellane Services, Omnitherm France"]),
  ...list("FR", "mid", "prospect", [
    "Ascenseurs Montrevel, Froid Atlantique Sud, Chauffage des Quatre Rives, Feuillard Incendie",
  ]),
  ...list("FR", "small", "prospect", ["Ets Poncelet, Clim'Aravis, Plomberie Dorval"]),
  ...list("FR", "portal", "prospect", ["Habitat Côte d'Esnes, Métropole de Vaucresson-le-Vieux"]),
  ...list("GB", "mid", "prospect", ["Fenwright Heating, Thornaby Row Lifts, Glenlochie Gas"]),
  ...list("GB", "portal", "prospect", ["Marlowe Quays Housing"]),
  ...list("IE", "mid", "prospect", ["Boyne Valley Lifts"]),
  ...list("FR", "mid", "lost", ["Thermique Auvray, Ascenseurs Delaroche"]),
  ...list("FR", "small", "lost", ["Gaz Confort Nivernais"]),
  ...list("GB", "mid", "lost", ["Stourbank Cooling"]),
];

function list(
  country: string,
  segment: SampleSegment,
  state: Entry["state"],
  lines: string[],
): Entry[] {
  return lines
    .flatMap((line) => line.split(", "))
    .map((word) => ({
      name: word.replace("*", ""),
      segment,
      country,
      state,
      talkative: word.endsWith("*"),
    }));
}
