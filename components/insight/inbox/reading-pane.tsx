import Link from "next/link";
import { useTranslations } from "next-intl";
import { type RefObject, Suspense, use, useEffect, useState } from "react";
import { CommentForm } from "#components/comment/comment-form.tsx";
import { CommentList } from "#components/comment/comment-list.tsx";
import { useHistory } from "#components/insight/inbox/use-history.ts";
import { InsightOrigin, InsightPeople } from "#components/insight/insight-facts.tsx";
import { InsightHistory } from "#components/insight/insight-history.tsx";
import { InsightStanding } from "#components/insight/insight-standing.tsx";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { RichText } from "#components/rich-text/rich-text.tsx";
import { Voice } from "#components/ui/voice.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightDetail, InsightRow, TribeChoice } from "#lib/insights/views.ts";

type PaneProps = {
  row: InsightRow;
  detail: InsightDetail | undefined;
  tribes: readonly TribeChoice[];
  today: string;
  /** "6 of 48". */
  position: string;
  commentRef: RefObject<HTMLTextAreaElement | null>;
  onComment: (body: string, mentions: string[]) => void;
};

type Coming = Promise<InsightDetail[]> | null;

/** The insight under the cursor: read here, decided by a key. */
export function ReadingPane({
  row,
  coming,
  ...pane
}: Omit<PaneProps, "row"> & {
  row: InsightRow | undefined;
  /** On its way with the page, while `detail` is not there. */
  coming: Coming;
}) {
  const t = useTranslations("insights.pane");
  return (
    <Frame>
      {row ? (
        <Suspense fallback={<Pane row={row} {...pane} />}>
          <ComingPane row={row} {...pane} coming={coming} />
        </Suspense>
      ) : (
        <p className="px-6 py-4 text-ink-muted">{t("empty")}</p>
      )}
    </Frame>
  );
}

function ComingPane({ coming, detail, ...pane }: PaneProps & { coming: Coming }) {
  return <Pane {...pane} detail={detail ?? (coming ? use(coming)[0] : undefined)} />;
}

function Pane({ row, detail, tribes, today, position, commentRef, onComment }: PaneProps) {
  const t = useTranslations("insights");
  const key = insightKey(row.number);
  return (
    <>
      <header className="flex h-11 shrink-0 items-center gap-2.5 border-b border-line px-6 text-xs whitespace-nowrap">
        <Link
          href={`/insights/${key}`}
          prefetch={false}
          aria-label={t("pane.openPage", { insight: key })}
          className="text-ink-muted underline decoration-line underline-offset-4 hover:text-ink"
        >
          {key}
        </Link>
        <InsightOrigin row={row} detail={detail} />
        <span className="ml-auto flex items-center gap-1.5 text-ink-muted">
          {position}
          <KeyHint keys={keysOf("previous")} />
          <KeyHint keys={keysOf("next")} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than the pane is scrolled by the keyboard. */}
      <section className="min-h-0 flex-1 overflow-y-auto px-6 py-5" tabIndex={0} aria-label={key}>
        {row.title ? (
          <h2 className="text-lg font-semibold text-balance wrap-anywhere">{row.title}</h2>
        ) : (
          <h2 className="sr-only">{t("list.untitled")}</h2>
        )}
        {detail ? (
          <PaneBody row={row} detail={detail} tribes={tribes} today={today} />
        ) : (
          <Later>{t("pane.loading")}</Later>
        )}
      </section>
      <CommentForm key={row.id} inputRef={commentRef} onSend={onComment} />
    </>
  );
}

function PaneBody({
  row,
  detail,
  tribes,
  today,
}: {
  row: InsightRow;
  detail: InsightDetail;
  tribes: readonly TribeChoice[];
  today: string;
}) {
  const t = useTranslations("insights.pane");
  const comments = useTranslations("comments");
  const { language } = detail;
  return (
    <div className="mt-1 grid gap-4">
      <InsightPeople row={row} detail={detail} />
      <Voice lang={language === "mixed" ? undefined : (language ?? undefined)}>
        <RichText text={detail.body} />
      </Voice>
      {detail.isCut ? (
        <p className="text-ink-muted">
          {t("cut")}{" "}
          <Link
            href={`/insights/${insightKey(row.number)}`}
            prefetch={false}
            className="text-accent underline"
          >
            {t("readAll")}
          </Link>
        </p>
      ) : null}
      <section aria-label={t("where")} className="border-t border-line pt-3">
        <h3 className="mb-1 text-xs font-medium text-ink-muted">{t("where")}</h3>
        {/* Who has the inbox may open themes too. */}
        <InsightStanding row={row} detail={detail} tribes={tribes} today={today} mayOpenThemes />
      </section>
      <PaneHistory key={row.id} id={row.id} />
      {detail.comments.length > 0 ? (
        <section aria-label={comments("title")}>
          <h3 className="mb-1 text-xs font-medium text-ink-muted">{comments("title")}</h3>
          <CommentList comments={detail.comments} />
        </section>
      ) : null}
    </div>
  );
}

function PaneHistory({ id }: { id: string }) {
  const t = useTranslations("insights.pane");
  const lines = useHistory(id);
  if (!lines) return null;
  return (
    <section aria-label={t("history")} className="border-t border-line pt-3">
      <h3 className="mb-1 text-xs font-medium text-ink-muted">{t("history")}</h3>
      <InsightHistory lines={lines} />
    </section>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  const t = useTranslations("insights.pane");
  return (
    <aside
      aria-label={t("label")}
      className="flex min-h-0 min-w-0 flex-col border-l border-line max-md:hidden"
    >
      {children}
    </aside>
  );
}

/** Says that something is on its way, but only once it is late. */
function Later({ children }: { children: React.ReactNode }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? <p className="mt-4 text-ink-muted">{children}</p> : null;
}
