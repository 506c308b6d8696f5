const accents = /\p{M}/gu;

/**
 * A text as headers and codes are compared: case, accents, spacing, byte order marks and the shape
 * of apostrophes aside. "Catégorie d’état" and "CATEGORIE D'ETAT " are the same.
 */
export function fold(text: string): string {
  return text
    .replaceAll("\uFEFF", "")
    .normalize("NFKD")
    .replace(accents, "")
    .replace(/[‘’ʼ´`]/g, "'")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replace(/\s+/g, " ")
    .trim();
}
