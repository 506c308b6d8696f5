import Link from "next/link";
import { classNames } from "#components/ui/class-names.ts";
import { customerAddress } from "#lib/customers/address.ts";

/** A customer's name wherever one stands: it opens their page. */
export function CustomerName({
  id,
  name,
  className,
}: {
  id: string;
  name: string;
  className?: string;
}) {
  return (
    <Link
      href={customerAddress(id)}
      prefetch={false}
      className={classNames("wrap-anywhere hover:underline", className)}
    >
      {name}
    </Link>
  );
}
