import { expect, test } from "vitest";
import { languages } from "#lib/i18n/language.ts";
import { flat, readMessages } from "#tests/support/messages/read.ts";

/** A number before a word in the plural; in English also the person-months, whose amounts come as they are shown. */
const number = /\{\w+, number\} (?!(?:as|is|opens|mis|mois|fois)\b)[\p{L}-]+s\b/u;
const months = /\{\w+\} person-months/;

/** Never one: a limit, a round number, or said only where there are several. */
const many = [
  "errors.upload-cut",
  "handIn.newest",
  "importsErrors.archive-entries",
  "importsErrors.archive-several",
  "importsErrors.jira-cut",
  "importsErrors.row-work-long-text",
  "importsErrors.row-work-long-title",
  "importsErrors.work-too-many",
  "imports.question.typesText",
  "imports.run.allIn",
  "insights.behind.voicesBeyond",
  "insights.proposed.withdrawn",
  "jiraErrors.endless",
  "roadmap.answer.overMany",
  "roadmap.answer.outsideMany",
  "themes.page.moreInsights",
];

test.each(languages)("one of a thing is said in the singular, in %s", (language) => {
  const wrong = [...flat(readMessages(language))].filter(([key, words]) => {
    // Within a plural's or a choice's own words the number is known.
    const said = words.replaceAll(/(?:one|other|=\d+|1) \{(?:[^{}]|\{[^{}]*\})*\}/g, "");
    return (number.test(said) || months.test(said)) && !many.includes(key);
  });
  expect(wrong).toEqual([]);
});
