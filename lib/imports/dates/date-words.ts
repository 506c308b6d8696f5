import { fold } from "#lib/fold.ts";

// What desks and people write around a date. Only what could not be read as it stands is looked at here.

const weekday =
  /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,? |^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo),? |^(segunda|terca|quarta|quinta|sexta)(-feira)?,? |^(mo|di|mi|do|fr|sa|so)\.,? /;
const offset = /\s*\(?(?:utc|gmt)\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)?$/;
const zoneName =
  /\s+\(?(z|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|eet|eest|wet|west|mez|mesz)\)?$/;
const hours: Record<string, string> = {
  ...{ z: "Z", wet: "+00:00", west: "+01:00", bst: "+01:00", cet: "+01:00", mez: "+01:00" },
  ...{ cest: "+02:00", mesz: "+02:00", eet: "+02:00", eest: "+03:00", est: "-05:00" },
  ...{ edt: "-04:00", cst: "-06:00", cdt: "-05:00", mst: "-07:00", mdt: "-06:00", pst: "-08:00" },
  pdt: "-07:00",
};

/**
 * The same date in the forms that dates.ts reads, or null when there is nothing to take away: weekdays, "3 de noviembre
 * de 2025", "3. November 2025 um 14:14 Uhr", "14h30", "1st" and "1er", names of zones, and the end of a span of days.
 */
export function plainDate(value: string): string | null {
  if (value.length > 80 || !/\d/.test(value)) return null;
  const zone = { found: "" };
  const plain = fold(value)
    .replace(/\s*(→|->| – ).*$/, "")
    .replace(offset, (_, sign: string | undefined, hour = "0", minute = "00") => {
      zone.found = sign ? `${sign}${hour.padStart(2, "0")}:${minute}` : "Z";
      return "";
    })
    .replace(zoneName, (_, name: string) => {
      zone.found = hours[name] ?? "";
      return "";
    })
    .replace(weekday, "")
    .replace(/^(\d{1,2})(st|nd|rd|th|er|o|º|ª)\b/, "$1")
    .replace(/^(\p{L}{3,12}\.? \d{1,2})(st|nd|rd|th)\b/u, "$1")
    .replace(/ (de|del) /g, " ")
    .replace(/(\d)(,)? (a las|as|at|um|o|a|godz\.?|kl\.?) (?=\d)/, "$1 ")
    .replace(/ uhr$/, "")
    .replace(/(\d{1,2}) ?h ?(\d{2})$/, "$1:$2")
    .replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/, "$1-$2-$3")
    .trim();
  const read = `${plain}${zone.found}`;
  return read === value ? null : read;
}
