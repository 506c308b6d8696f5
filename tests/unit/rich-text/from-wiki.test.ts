import { expect, test } from "vitest";
import { fromWiki } from "#lib/rich-text/from-wiki.ts";

const examples: [sentence: string, wiki: string, ours: string][] = [
  ["headings", "h1. Constat", "# Constat"],
  ["marks", "*fort* _doux_ -fini- {*}im{*}médiat", "**fort** _doux_ ~~fini~~ **im**médiat"],
  ["lists in lists", "* a\n** b\n*# c\n* d", "- a\n  - b\n  1. c\n- d"],
  ["numbers", "# un\n# deux", "1. un\n2. deux"],
  [
    "code with its language and title",
    "{code:java|title=A.java}\nint *a*;\n{code}",
    "**A.java**\n\n```java\nint *a*;\n```",
  ],
  ["text as it is", "{noformat}\n*a*\n{noformat}", "```\n*a*\n```"],
  ["code in a line", "le champ {{max_rows}}", "le champ `max_rows`"],
  ["quotes", "{quote}un\ndeux{quote}", "> un\n> deux"],
  ["a quote of one line", "bq. cité", "> cité"],
  ["panels with their title", "{panel:title=Note}vu{panel}", "> **Note**\n>\n> vu"],
  ["colours go, words stay", "{color:#ff0000}rouge{color} vif", "rouge vif"],
  ["links", "[le guide|https://aide.example/a_b]", "[le guide](https://aide.example/a_b)"],
  ["smart links", "[https://a.example|https://a.example|smart-link]", "https://a.example"],
  ["addresses that run", "[ici|javascript:alert(1)]", "ici"],
  ["mail addresses", "[support|mailto:a@b.example]", "support (a@b.example)"],
  [
    "a coloured mail address",
    "[{color:#666666}a@b.example{color}|mailto:a@b.example]",
    "a@b.example",
  ],
  [
    "marks in the words of an address",
    "[*l'aide* {color:red}vite{color}|mailto:a@b.example]",
    "**l'aide** vite (a@b.example)",
  ],
  ["pictures", "!capture.png|width=300,height=20!", "📎 capture.png"],
  [
    "pictures from elsewhere",
    "!https://a.example/x/c.png!",
    "[📎 c.png](https://a.example/x/c.png)",
  ],
  ["attached files", "[^journal.log]", "📎 journal.log"],
  ["people", "[~jdoe] et [~accountid:712020:ab-c]", "@jdoe et @712020:ab-c"],
  [
    "tables",
    "||Site||Nombre||\n|Lyon|[12|https://a.example]|",
    "| Site | Nombre |\n| --- | --- |\n| Lyon | [12](https://a.example/) |",
  ],
  ["cells of several lines", "||A||\n|un\ndeux|", "| A |\n| --- |\n| un<br>deux |"],
  ["rules", "a\n----\nb", "a\n\n---\n\nb"],
  ["escaped signs", "snake\\_case \\*non\\*", "snake_case *non*"],
  ["line breaks", "un\\\\ \ndeux", "un\n\ndeux"],
  ["a macro without an end", "{code}\nabc", "{code}\nabc"],
  ["a macro nobody knows", "{jira:X-1} vu", "{jira:X-1} vu"],
];

test.each(examples)("wiki markup becomes our form: %s", (_, wiki, ours) => {
  expect(fromWiki(wiki)).toBe(ours);
});

test.each([
  "Bonjour,\n\n\nle planning -  et l'agenda - ne s'affichent plus.\n- un\n- deux\n1. trois\n> cité\n\nMerci  ",
  "\\\\serveur\\partage et C:\\Users\\a",
  "5 * 3 = 15, C++, a-b, 2020-2021, -5 °C, +33 6 12, [sans lien], !important!, x|y",
  "   décalé\n\n",
])("text without markup stays exactly as it is: %j", (text) => {
  expect(fromWiki(text)).toBe(text);
});

test("only line ends are made one", () => {
  expect(fromWiki("a\r\nb\rc")).toBe("a\nb\nc");
});

test("people have names where they are known", () => {
  expect(fromWiki("vu par [~accountid:abc]", (id) => (id === "abc" ? "Zoé" : undefined))).toBe(
    "vu par @Zoé",
  );
});
