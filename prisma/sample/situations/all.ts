import { acces } from "#prisma/sample/situations/acces.ts";
import { astreinte } from "#prisma/sample/situations/astreinte.ts";
import { connecteurs } from "#prisma/sample/situations/connecteurs.ts";
import { dispatch } from "#prisma/sample/situations/dispatch.ts";
import { donnees } from "#prisma/sample/situations/donnees.ts";
import { facture } from "#prisma/sample/situations/facture.ts";
import { horsligne } from "#prisma/sample/situations/horsligne.ts";
import { mobile } from "#prisma/sample/situations/mobile.ts";
import { parc } from "#prisma/sample/situations/parc.ts";
import { portail } from "#prisma/sample/situations/portail.ts";
import { preuves } from "#prisma/sample/situations/preuves.ts";
import { tournees } from "#prisma/sample/situations/tournees.ts";

export const allSituations = [
  ...dispatch,
  ...tournees,
  ...astreinte,
  ...mobile,
  ...horsligne,
  ...preuves,
  ...parc,
  ...facture,
  ...portail,
  ...acces,
  ...connecteurs,
  ...donnees,
];
