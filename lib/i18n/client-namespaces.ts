/** The messages that client components need; all others stay on the server. */
export const clientNamespaces = ["ui", "shell", "keys", "gauge", "errors"] as const;
