import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, Suspense, use, useEffect, useRef, useState } from "react";
import { CommentForm } from "#components/comment/comment-form.tsx";
import { CommentList } from "#components/comment/comment-list.tsx";
import { PaneHead, PaneWays } from "#components/insight/inbox/pane-head.tsx";
import { useHistory } from "#components/insight/inbox/use-history.ts";
import { InsightPeople } from "#components/insight/insight-facts.tsx";
import { InsightHistory } from "#components/insight/insight-history.tsx";
import { InsightStanding } from "#components/insight/insight-standing.tsx";
import { useUnderlined } from "#components/insight/proposed/use-underlined.ts";
import { RichText } from "#components/rich-text/rich-text.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Voice } from "#components/ui/voice.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightDetail, InsightRow, TribeChoice } from "#lib/insights/views.ts";

type TextProps = {
  row: InsightRow;
  detail: InsightDetail | undefined;
  tribes: readonly TribeChoice[];
  today: string;
  /** "6 of 48". */
  position: string;
  /** What is proposed of it, under the text. */
  proposed: ReactNode;
  /** Words that speak for it: underlined in the text. */
  shared: readonly string[];
};

type Coming = Promise<InsightDetail[]> | null;

/** The insight under the cursor: read here, decided here. */
export function ReadingPane({
  row,
  isReading,
  coming,
  commentRef,
  onComment,
  dock,
  onMove,
  onBack,
  ...text
}: Omit<TextProps, "row"> & {
  row: InsightRow | undefined;
  /** On a phone: it is shown in the list's place. */
  isReading: boolean;
  /** On its way with the page, while `detail` is not there. */
  coming: Coming;
  commentRef: RefObject<HTMLTextAreaElement | null>;
  onComment: (body: string, mentions: string[]) => void;
  /** What can be done to it. */
  dock: ReactNode;
  onMove: (by: 1 | -1) => void;
  /** On a phone: to the list. */
  onBack: () => void;
}) {
  const t = useTranslations("insights.pane");
  if (!row)
    return (
      <Frame isShown={false}>
        <p className="px-6 py-4 text-ink-muted">{t("empty")}</p>
      </Frame>
    );
  return (
    <Frame isShown={isReading}>
      <PaneWays position={text.position} onMove={onMove} onBack={onBack} />
      <Suspense fallback={<Text row={row} {...text} />}>
        <ComingText row={row} {...text} coming={coming} />
      </Suspense>
      {dock}
      <CommentForm key={row.id} inputRef={commentRef} onSend={onComment} />
    </Frame>
  );
}

function ComingText({ coming, detail, ...text }: TextProps & { coming: Coming }) {
  return <Text {...text} detail={detail ?? (coming ? use(coming)[0] : undefined)} />;
}

function Text({ row, detail, tribes, today, position, proposed, shared }: TextProps) {
  const t = useTranslations("insights");
  const key = insightKey(row.number);
  const text = useRef<HTMLElement>(null);
  // Another insight is read from its beginning.
  useEffect(() => {
    text.current?.scrollTo({ top: 0 });
    if (text.current?.scrollHeight === text.current?.clientHeight) window.scrollTo({ top: 0 });
  }, [row.id]);
  return (
    <>
      <PaneHead row={row} detail={detail} position={position} />
      <section
        ref={text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than the pane is scrolled by the keyboard.
        tabIndex={0}
        aria-label={key}
        className="min-h-0 flex-1 overflow-y-auto px-6 py-4 focus-visible:-outline-offset-2 max-md:overflow-visible max-md:px-4"
      >
        {row.title ? (
          <h2 className="text-lg font-semibold text-balance wrap-anywhere">{row.title}</h2>
        ) : (
          <h2 className="sr-only">{t("list.untitled")}</h2>
        )}
        {detail ? (
          <PaneBody
            row={row}
            detail={detail}
            tribes={tribes}
            today={today}
            proposed={proposed}
            shared={shared}
          />
        ) : (
          <Later>{t("pane.loading")}</Later>
        )}
      </section>
    </>
  );
}

function PaneBody({
  row,
  detail,
  tribes,
  today,
  proposed,
  shared,
}: Omit<TextProps, "detail" | "position"> & { detail: InsightDetail }) {
  const t = useTranslations("insights.pane");
  const comments = useTranslations("comments");
  const { language } = detail;
  const said = useRef<HTMLDivElement>(null);
  useUnderlined(said, shared, detail.body);
  return (
    <div className="mt-1 grid gap-4">
      <InsightPeople row={row} detail={detail} />
      <div ref={said}>
        <Voice lang={language === "mixed" ? undefined : (language ?? undefined)}>
          <RichText text={detail.body} />
        </Voice>
      </div>
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
      {proposed}
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

function Frame({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  const t = useTranslations("insights.pane");
  return (
    <aside
      aria-label={t("label")}
      data-reading={isShown ? "" : undefined}
      className={classNames(
        "flex min-h-0 min-w-0 flex-col border-line md:border-l",
        !isShown && "max-md:hidden",
      )}
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
