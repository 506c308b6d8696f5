/** The hats of domain.md and the permission set each gives. Everyone is a contributor besides. */
export const hatSets = {
  pm: "product",
  "product-designer": "product",
  developer: "product",
  "lead-developer": "product",
  qa: "product",
  "product-marketing": "product",
  "data-analyst": "product",
  "lead-pm": "lead",
  "engineering-manager": "lead",
  "lead-product-designer": "lead",
  deputy: "lead",
  cpo: "lead",
  "product-ops": "admin",
  ceo: "contributor",
  comex: "contributor",
  sales: "contributor",
  csm: "contributor",
  support: "contributor",
  colleague: "contributor",
} as const;

export type HatCode = keyof typeof hatSets;
export type PermissionSet = (typeof hatSets)[HatCode];

export const hatCodes = Object.keys(hatSets).filter(isHatCode);

export function isHatCode(value: string): value is HatCode {
  return Object.hasOwn(hatSets, value);
}
