const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Operation ids are UUIDs made by whoever asks. */
export function isOperationId(value: string): boolean {
  return uuid.test(value);
}
