type Value = string | number | bigint | Date | ((chunks: string) => string);

/**
 * Messages asked by a key that is known only while running: one that was stored, or came from another process.
 * next-intl's translators are such; as methods, because the compiler lets those be asked less strictly. Whoever calls
 * it asks `has` first, or knows by a test that there is a sentence for each.
 */
export interface AnyWords {
  has(key: string): boolean;
  markup(key: string, values?: Record<string, Value>): string;
}
