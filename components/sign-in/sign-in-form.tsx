"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { keepForReturn } from "#components/hand-in/kept-link.ts";
import { Field } from "#components/ui/field.tsx";
import { ArrowRight } from "#components/ui/icons.tsx";

type Sample = { label: string; name: string; email: string; password: string };
type Problem = "refused" | "tooMany" | "unreachable" | "providerRefused" | "busy";
type Words = Record<Problem | "email" | "password" | "submit" | "or" | "sample", string>;

type Props = {
  words: Words;
  company: { label: string } | null;
  samples: (Sample & { action: string })[];
  problem: Problem | null;
  next: string;
};

const againMs = 3_000;
const mostTries = 20;

const wideClass =
  "inline-flex h-9 w-full items-center justify-center gap-2 rounded-control border font-medium max-md:h-11";

/** Company account first, then e-mail and password; the sample company's people are one click each. */
export function SignInForm({ words, company, samples, problem: first, next }: Props) {
  const [problem, setProblem] = useState<Problem | null>(first);
  const [wait, setWait] = useState("");
  const [isBusy, setBusy] = useState(false);

  async function enter(email: string, password: string) {
    setBusy(true);
    setProblem(null);
    const ask = () => signIn("password", { email, password, redirect: false }).catch(() => null);
    let answer = await ask();
    // Nothing is wrong with what was typed: it is tried again as it is.
    for (let tries = 0; answer?.error === "Busy" && tries < mostTries; tries += 1) {
      setProblem("busy");
      await new Promise((resolve) => setTimeout(resolve, againMs));
      answer = await ask();
    }
    if (answer?.ok && !answer.error) {
      window.location.assign(next);
      return;
    }
    setBusy(false);
    const seconds = /^TooManyTries-(\d+)$/.exec(answer?.error ?? "")?.[1];
    if (seconds) setWait(inWords(Number(seconds)));
    setProblem(seconds ? "tooMany" : problemOf(answer?.error));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void enter(String(form.get("email") ?? ""), String(form.get("password") ?? ""));
  }

  return (
    <>
      {company && (
        <>
          <button
            type="button"
            className={`${wideClass} border-ink bg-ink text-surface`}
            onClick={() => void signIn("company", { callbackUrl: keepForReturn(next) })}
          >
            {company.label}
          </button>
          <p className="grid grid-cols-[1fr_auto_1fr] items-center gap-2.5 text-xs text-ink-faint">
            <span className="border-t border-line" />
            {words.or}
            <span className="border-t border-line" />
          </p>
        </>
      )}
      <form onSubmit={submit} className="grid gap-3">
        <Field label={words.email} name="email" type="email" autoComplete="username" required />
        <Field
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        {problem && (
          <p
            id="sign-in-problem"
            role="alert"
            className="rounded-control bg-bad-soft px-2.5 py-2 text-bad"
          >
            {words[problem].replace("WAIT", wait)}
          </p>
        )}
        <button
          type="submit"
          disabled={isBusy}
          className={`${wideClass} ${company ? "border-edge bg-surface" : "border-ink bg-ink text-surface"}`}
        >
          {words.submit}
        </button>
      </form>
      {samples.length > 0 && (
        <section className="mt-6">
          <h2 className="mb-1.5 text-xs font-medium text-ink-muted">{words.sample}</h2>
          <ul>
            {samples.map((sample) => (
              <li key={sample.email} className="border-t border-line">
                <button
                  type="button"
                  disabled={isBusy}
                  onClick={() => void enter(sample.email, sample.password)}
                  className="relative grid h-8 w-full cursor-pointer grid-cols-[132px_minmax(0,1fr)_16px] items-center gap-2 text-left hover:bg-sunk max-md:h-11"
                >
                  <span className="sr-only">{sample.action}</span>
                  <span aria-hidden className="truncate font-medium">
                    {sample.name}
                  </span>
                  <span aria-hidden className="truncate text-ink-muted">
                    {sample.label}
                  </span>
                  <ArrowRight aria-hidden size={14} strokeWidth={1.5} className="text-ink-muted" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the server says of a try that did not come in; nothing where it said nothing. */
function problemOf(error: string | null | undefined): Problem {
  if (error === "Busy") return "busy";
  return error ? "refused" : "unreachable";
}

/** In the page's language. */
function inWords(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  const style = { style: "unit", unit, unitDisplay: "long" } as const;
  return new Intl.NumberFormat(document.documentElement.lang, style).format(count);
}
