import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useDeskWords } from "#components/insight/desk-words.ts";
import type { FilterChoices } from "#components/insight/inbox/filter-form.tsx";
import { segmentCodes, severityCodes } from "#lib/insights/desk-words.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { type ListFilter, NONE, type Reversible, valuesOf } from "#lib/insights/list/address.ts";
import { quarterName } from "#lib/quarter.ts";

type Choice = { value: string; label: string };

export type FilterChip = {
  /** As the address has it. */
  param: string;
  /** That it may be asked the other way round. */
  reversible: Reversible | null;
  name: string;
  /** What is chosen, in words. */
  values: string[];
  chosen: string[];
  /** What there is to choose from; none where it is chosen elsewhere. */
  choices: Choice[];
  without: Partial<ListFilter>;
};

/** Each filter of the list in words, in the order of the form. */
export function useChips(filter: ListFilter, choices: FilterChoices): FilterChip[] {
  const t = useTranslations("insights");
  const desk = useDeskWords();
  const format = useFormatter();
  const locale = useLocale();
  const named = (things: readonly { id: string; name: string }[]) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  const none = (label: string) => ({ value: NONE, label });
  const day = (written: string) =>
    format.dateTime(new Date(`${written}T12:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  const teams = choices.tribes.flatMap((tribe) => named(tribe.teams));
  const reversible: [Reversible, string[], Choice[], Partial<ListFilter>][] = [
    [
      "tribe",
      filter.tribe,
      [
        none(t("filter.none.tribe")),
        ...choices.tribes.map(({ code, name }) => ({ value: code, label: name })),
      ],
      { tribe: [] },
    ],
    ["team", valuesOf(filter.teamId), [none(t("filter.none.team")), ...teams], { teamId: null }],
    [
      "theme",
      valuesOf(filter.themeId),
      [none(t("filter.none.theme")), ...named(choices.themes)],
      { themeId: null },
    ],
    [
      "kind",
      filter.kind,
      insightKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
      { kind: [] },
    ],
    ["source", valuesOf(filter.sourceId), named(choices.sources), { sourceId: null }],
    [
      "department",
      valuesOf(filter.departmentId),
      [none(t("filter.none.department")), ...named(choices.departments)],
      { departmentId: null },
    ],
    [
      "organisation",
      valuesOf(filter.organisationId),
      [none(t("filter.none.organisation")), ...named(choices.organisations)],
      { organisationId: null },
    ],
    [
      "severity",
      filter.severity,
      [
        none(t("filter.none.severity")),
        ...severityCodes.map((code) => ({ value: code, label: desk.severity(code) })),
      ],
      { severity: [] },
    ],
    [
      "language",
      filter.language,
      [
        none(t("filter.none.language")),
        ...(["fr", "en", "mixed"] as const).map((code) => ({
          value: code,
          label: t(`language.${code}`),
        })),
      ],
      { language: [] },
    ],
    [
      "segment",
      filter.segment,
      [
        none(t("filter.none.segment")),
        ...segmentCodes.map((code) => ({ value: code, label: desk.segment(code) })),
      ],
      { segment: [] },
    ],
    [
      "answer",
      filter.answer,
      [
        none(t("filter.none.answer")),
        ...answers.map((answer) => ({ value: answer, label: t(`answers.${answer}`) })),
      ],
      { answer: [] },
    ],
  ];
  const chips = reversible
    .filter(([, chosen]) => chosen.length > 0)
    .map(
      ([param, chosen, offered, without]): FilterChip => ({
        param,
        reversible: param,
        name: t(`filter.${param}`),
        values: chosen.map((one) => offered.find(({ value }) => value === one)?.label ?? "…"),
        chosen,
        choices: offered,
        without: { ...without, not: filter.not.filter((one) => one !== param) },
      }),
    );
  const plain: [string, string, string | null, Partial<ListFilter>][] = [
    [
      "over",
      t("filter.over"),
      filter.over === null
        ? null
        : new Intl.NumberFormat(locale, {
            style: "currency",
            currency: "EUR",
            maximumFractionDigits: 0,
          }).format(filter.over),
      { over: null },
    ],
    ["age", t("filter.age"), filter.age && t(`filter.ages.${filter.age}`), { age: null }],
    [
      "quarter",
      t("filter.quarter"),
      filter.quarter && quarterName(filter.quarter),
      { quarter: null },
    ],
    [
      "initiative",
      t("filter.initiative"),
      filter.initiativeId && (choices.initiative?.name ?? "…"),
      { initiativeId: null },
    ],
    ["import", t("filter.import"), filter.importId && t("filter.thisImport"), { importId: null }],
    [
      "received",
      t("filter.received"),
      filter.received && quarterName(filter.received),
      { received: null },
    ],
    [
      "answered",
      t("filter.answered"),
      filter.answeredIn && quarterName(filter.answeredIn),
      { answeredIn: null },
    ],
    [
      "reached",
      t("filter.reached"),
      filter.reached && t(`filter.reachedTo.${filter.reached}`),
      { reached: null },
    ],
    ["todo", t("filter.todo"), filter.todo && t(`filter.todos.${filter.todo}`), { todo: null }],
    [
      "placing",
      t("filter.placing"),
      filter.placing === "unsure" || filter.placing === "sure"
        ? t(`filter.placings.${filter.placing}`)
        : null,
      { placing: "any" },
    ],
    ["week", t("filter.week"), filter.week && day(filter.week), { week: null }],
    [
      "answered-week",
      t("filter.answeredWeek"),
      filter.answeredWeek && day(filter.answeredWeek),
      { answeredWeek: null },
    ],
  ];
  return [
    ...chips,
    ...plain.flatMap(([param, name, value, without]): FilterChip[] =>
      value === null
        ? []
        : [{ param, reversible: null, name, values: [value], chosen: [], choices: [], without }],
    ),
  ];
}
