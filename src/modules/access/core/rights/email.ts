/** Reads an e-mail address as people type it; undefined for what is none. Kept in lower case, since people do not mind capitals. */
export function email(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  return /^[^\s@"<>]+@[^\s@"<>]+$/.test(trimmed) && trimmed.length <= 254 ? trimmed : undefined;
}
