export type SampleHat =
  | "ceo"
  | "comex"
  | "cpo"
  | "lead-pm"
  | "engineering-manager"
  | "lead-product-designer"
  | "pm"
  | "product-designer"
  | "developer"
  | "lead-developer"
  | "qa"
  | "product-marketing"
  | "data-analyst"
  | "product-ops"
  | "sales"
  | "csm"
  | "support"
  | "colleague";

export type SampleScope =
  | { type: "company" }
  | { type: "department"; code: string }
  | { type: "tribe"; code: string }
  | { type: "team"; code: string };

export type SampleMember = {
  name: string;
  email: string;
  jobTitle: string;
  department: string;
  /** Name of the manager; null for the one at the top. */
  manager: string | null;
  language: "fr" | "en";
  hats: { hat: SampleHat; scope: SampleScope }[];
};

export function sampleEmail(name: string): string {
  const [first = "", ...rest] = asciiWords(name);
  return `${first}.${rest.join("-")}@soupape.example`;
}

function asciiWords(name: string): string[] {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z -]/g, "")
    .split(" ");
}
