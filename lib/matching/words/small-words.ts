// What every text is full of and no two texts are alike by.

const french = `a afin ai aie ainsi alors apres as au aucun aucune aussi autre autres aux avaient avait avant avec avez
  avoir avons bien bonjour bonsoir car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment
  cordialement dans de depuis des deux doit doivent donc dont du elle elles en encore entre es est et etaient etait etant
  ete etes etre eu faire fait faut font ici il ils je jusqu la le les leur leurs lors lorsque lui ma mais me meme memes
  merci mes mon ne nest ni non nos notre nous on ont ou oui par parce pas peu peut peuvent plus pour pourquoi puis qu
  quand que quel quelle quelles quels qui quoi sa sans se sera serait ses si soit son sont sous suis sur ta te tes toi ton
  tous tout toute toutes tres tu un une vers veut vos votre vous y ca cest dun dune jai lorsqu nai quil quils sest`;

const english = `a about after again all also am an and any are as at be because been before being but by can cannot could
  did do does doing done for from get gets getting got had has have having he hello her here hers hi him his how i if in
  into is it its itself just like may me might more most my no nor not now of off on once only or other our out over
  please same shall she should so some such than thank thanks that the their them then there these they this those through
  to too under until up us very via was we were what when where which while who whom why will with would yes you your`;

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Without accents, as words are compared. */
export const smallWordsOf = { fr: wordsOf(french), en: wordsOf(english) };
