import type { ReactNode } from "react";

const SIZES = {
  sm: "text-voice-sm",
  md: "text-voice",
  lg: "text-voice-lg",
};

/** A customer's own words: the only serif there is. `lang` lets a screen reader pronounce them. */
export function Voice({
  children,
  size = "md",
  lang,
}: {
  children: ReactNode;
  size?: keyof typeof SIZES;
  lang?: string | undefined;
}) {
  return (
    <blockquote
      lang={lang}
      className={`font-voice text-pretty wrap-anywhere whitespace-pre-line ${SIZES[size]}`}
    >
      {children}
    </blockquote>
  );
}
