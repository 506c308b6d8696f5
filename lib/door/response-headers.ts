import { isLoopback } from "#lib/door/own-address.ts";

const twoYears = 63_072_000;

/** What no page of ours ever asks a browser for. */
const unused = [
  ...["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"],
  ...["microphone", "midi", "payment", "serial", "usb", "browsing-topics"],
];

/** What every answer says, whatever it is, given the address that people type. */
export function responseHeaders(own: URL): Record<string, string> {
  const isHttps = own.protocol === "https:";
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": unused.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Resource-Policy": "same-origin",
    // Browsers heed these two only where nobody in between could have written them.
    ...(isHttps || isLoopback(own) ? { "Cross-Origin-Opener-Policy": "same-origin" } : {}),
    ...(isHttps ? { "Strict-Transport-Security": `max-age=${twoYears}` } : {}),
  };
}

/**
 * What a page may load and where it may send: ourselves only, and of scripts only those that carry the nonce, which is
 * another one each time, and those that these load.
 */
export function contentSecurityPolicy(nonce: string, isDeveloping: boolean): string {
  return [
    "default-src 'self'",
    // React's tools for developing need eval.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDeveloping ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
