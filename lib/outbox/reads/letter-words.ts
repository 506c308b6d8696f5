import "server-only";
import { createTranslator } from "use-intl/core";
import type { PersonActor } from "#lib/auth/actor.ts";
import type { NoticeKind } from "#lib/frame/notice-kind.ts";
import { sentenceOf } from "#lib/history/sentence.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import { formatterOf } from "#lib/i18n/formatter.ts";
import { localeOf } from "#lib/i18n/language.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { Told } from "#lib/notices/reads/news.ts";
import { quarterName } from "#lib/quarter.ts";
import type { Duty, Task } from "#lib/today/facts.ts";

type Said = Pick<Told, "kind" | "times"> & { entry: HistoryEntry };

/** The words of a letter, in its reader's language and by their clock. */
export async function wordsFor({ language, region }: PersonActor, timeZone: string) {
  const locale = localeOf(language, region);
  const messages = await loadMessages(language);
  const t: AnyWords = createTranslator({ locale, messages, timeZone, namespace: "mail" });
  const acts: AnyWords = createTranslator({ locale, messages, timeZone, namespace: "operations" });
  const today: AnyWords = createTranslator({ locale, messages, timeZone, namespace: "today" });
  const format = formatterOf(locale, timeZone);
  const day = (at: Date) =>
    format.dateTime(at, { weekday: "long", day: "numeric", month: "long", timeZone });
  return {
    day,
    taskOf: ({ name, where, count, days, quarter }: Task) => {
      const values = { where, count, days, quarter: quarterName(quarter) };
      return {
        title: today.markup(`task.${name}.title`, values),
        note: today.markup(`task.${name}.note`, values),
      };
    },
    estimates: (count: number) => ({
      title: today.markup("estimates.title"),
      note: today.markup("estimates.note", { count }),
    }),
    open: t.markup("open"),
    openToday: t.markup("openToday"),
    settings: t.markup("settings"),
    lineOf({ entry, kind, times }: Said) {
      const who = entry.actor ?? "Tribune";
      const when = format.dateTime(new Date(entry.at), {
        ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone },
      });
      return {
        title: `${who} ${sentenceOf(acts, format, entry)}`,
        note: t.markup("note", { kind: t.markup(`kind.${kind}`), count: times, when }),
      };
    },
    notice: {
      sender: (who: string) => t.markup("notice.sender", { who }),
      subject: (kind: NoticeKind, about: { who: string; thing: string }) =>
        t.markup(`notice.subject.${kind}`, about),
      foot: (kind: NoticeKind) => t.markup(`notice.foot.${kind}`),
      thing: t.markup("notice.thing"),
      kind: (kind: NoticeKind) => t.markup(`notice.silence.${kind}`),
    },
    digest: {
      subject: (waiting: number, news: number) =>
        waiting > 0
          ? t.markup("digest.waiting", { waiting, news })
          : t.markup("digest.subject", { count: news }),
      news: t.markup("digest.news"),
      week: t.markup("digest.week"),
      duty: ({ name, isOwn }: Duty) =>
        isOwn ? t.markup("digest.ownDuty") : t.markup("digest.duty", { name }),
      foot: t.markup("digest.foot"),
      weekly: t.markup("digest.weekly"),
      never: t.markup("digest.never"),
    },
  };
}
