// French runs some words together: "de" before a vowel, "de le", "à le". Messages write them as tags, because what
// follows is known only while running: <de>{team}</de> is "d’Astreinte", "de Planning", "du thème « Hors ligne »".

/** What stands between a tag and its end: next-intl says a text, and gives its parts. */
type Chunks = string | readonly string[];

const vowel = /^([aeiouàâäéèêëîïôöùûüœæ]|y[^aeiou])/i;
const masculine = /^le /;
const several = /^les /;

/** The tags of messages whose words depend on what follows. */
export const contracted = {
  de: (chunks: Chunks) => joined(chunks, { before: "de ", vowel: "d’", le: "du ", les: "des " }),
  au: (chunks: Chunks) => joined(chunks, { before: "à ", vowel: "à ", le: "au ", les: "aux " }),
  que: (chunks: Chunks) =>
    joined(chunks, { before: "que ", vowel: "qu’", le: "que le ", les: "que les " }),
};

type Forms = { before: string; vowel: string; le: string; les: string };

function joined(chunks: Chunks, forms: Forms): string {
  const following = [chunks].flat().join("");
  if (masculine.test(following)) return following.replace(masculine, forms.le);
  if (several.test(following)) return following.replace(several, forms.les);
  return `${vowel.test(following) ? forms.vowel : forms.before}${following}`;
}
