export function cardElement(cardId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"]`);
}

/** The hand stays with its card: where it comes to stand is drawn only after what moved it, and after its dialog. */
export function focusCardSoon(cardId: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => cardElement(cardId)?.focus()));
}
