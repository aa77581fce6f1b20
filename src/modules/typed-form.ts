import type { Typed } from '../platform/http/page.ts';
import { notKnown, type Said } from '../record/said.ts';

/** What was typed in a box; an empty text when it was left empty or came twice. */
export function typedIn(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** The same as an answer: a box that was left empty says that the writer does not know. */
export const saidIn = (typed: Typed, name: string): Said<string> => typedIn(typed, name) || notKnown;
