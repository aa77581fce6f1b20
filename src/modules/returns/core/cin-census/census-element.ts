/** One element of a census file: what stood in it and on which line it began. Bounded in size by the reader. */
export type CensusElement = {
  readonly name: string;
  readonly line: number;
  /** The text directly inside it, trimmed. */
  text: string;
  readonly parts: CensusElement[];
};

export const partsNamed = (element: CensusElement, name: string): CensusElement[] =>
  element.parts.filter((part) => part.name === name);

/** The element and everything inside it. */
export function* everyElement(element: CensusElement): Generator<CensusElement> {
  yield element;
  for (const part of element.parts) yield* everyElement(part);
}
