/** What a form was refused for, beside its buttons. */
export function RefusalLine({ children }: { children: string | null }) {
  return children ? (
    <p role="alert" className="mt-3 rounded-control bg-bad-soft px-2.5 py-1.5 text-bad">
      {children}
    </p>
  ) : null;
}
