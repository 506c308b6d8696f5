import localFont from "next/font/local";

/*
 * Three files, one preloaded: what every screen starts with. The two others come when a page needs
 * them: the extended face only for a "ł" or an "ő". The stand-in while the first one loads is in
 * globals.css, since it has to come after the extended face and not between the two.
 */
const plexSans = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
  weight: "100 700",
  variable: "--font-plex",
  preload: true,
  adjustFontFallback: false,
});

const plexSansExtended = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-wght-normal.woff2",
  weight: "100 700",
  variable: "--font-plex-extended",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+2C60-2C7F" },
  ],
});

/** Customers' words only. */
const sourceSerif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--font-source-serif",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

/** For the class of `<html>`. */
export const fontVariables = `${plexSans.variable} ${plexSansExtended.variable} ${sourceSerif.variable}`;
