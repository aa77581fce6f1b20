import { SaxesParser } from 'saxes';
import { FileRefused } from '../file-refused.ts';
import type { CensusElement } from './census-element.ts';

/** What a file may not exceed. Each is far above anything that a census holds, and keeps memory flat whatever is fed in. */
export const LIMITS = {
  depth: 12,
  textCharacters: 5_000,
  elementsOfOneChild: 20_000,
  /** Characters of one tag, comment or stretch of text. */
  unbrokenCharacters: 1_000_000,
} as const;

export type CensusHandlers = {
  readonly header: (header: CensusElement) => void;
  /** Each `Child`, in the order of the file. The element is the handler's to keep or drop. */
  readonly child: (child: CensusElement) => void;
  /** An element that a census does not have at this place; what is inside it is skipped. */
  readonly stranger: (name: string, line: number) => void;
};

export type CensusReader = {
  /** Feeds the next characters of the file. Throws `FileRefused` as soon as it cannot be a census. */
  readonly write: (characters: string) => void;
  /** The file has ended. Throws `FileRefused` when it ended too early or held no children. */
  readonly end: () => void;
};

/** Reads the XML of a census as it arrives, one child at a time: never the whole file. */
export function censusReader(handlers: CensusHandlers): CensusReader {
  const parser = new SaxesParser({ position: true });
  const path: string[] = [];
  const building: CensusElement[] = [];
  let [elements, children, sinceEvent, skippedFrom] = [0, 0, 0, Number.POSITIVE_INFINITY];
  let headerSeen = false;

  const refuse = (sentence: string): never => {
    throw new FileRefused(sentence, parser.line);
  };
  const startBuilding = (name: string): void => {
    elements = 0;
    building.push({ name, line: parser.line, text: '', parts: [] });
  };

  function openHeader(): void {
    if (headerSeen) refuse('It has two Headers: nobody can say which of them is right');
    if (children > 0) refuse('Its Header does not stand before its children');
    headerSeen = true;
    startBuilding('Header');
  }

  function openOutside(name: string): void {
    const depth = path.length;
    const isChild = depth === 3 && path[1] === 'Children' && name === 'Child';
    if (depth === 1 && name !== 'Message')
      refuse(`It is not a census: its outermost element is <${shown(name)}>, not <Message>`);
    if (depth === 2 && name === 'Header') openHeader();
    else if (isChild && !headerSeen)
      refuse('It has no Header before its children, so it does not say which year it is of');
    else if (isChild) startBuilding(name);
    else if (depth > 2 || (depth === 2 && name !== 'Children')) {
      handlers.stranger(shown(name), parser.line);
      skippedFrom = depth;
    }
  }

  function openInside(name: string): void {
    elements += 1;
    if (elements > LIMITS.elementsOfOneChild)
      refuse(`One ${building[0]?.name} holds more than ${LIMITS.elementsOfOneChild} elements: this is not a census`);
    const element: CensusElement = { name: shown(name), line: parser.line, text: '', parts: [] };
    building.at(-1)?.parts.push(element);
    building.push(element);
  }

  parser.on('opentag', ({ name }) => {
    sinceEvent = 0;
    path.push(name);
    if (path.length > LIMITS.depth)
      refuse(`Its elements are nested more than ${LIMITS.depth} deep: this is not a census`);
    if (path.length > skippedFrom) return;
    if (building.length > 0) openInside(name);
    else openOutside(name);
  });
  parser.on('closetag', () => {
    sinceEvent = 0;
    const depth = path.length;
    path.pop();
    if (depth >= skippedFrom) {
      if (depth === skippedFrom) skippedFrom = Number.POSITIVE_INFINITY;
      return;
    }
    const element = building.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (building.length > 0) return;
    if (element.name === 'Header') handlers.header(element);
    else {
      children += 1;
      handlers.child(element);
    }
  });
  const text = (characters: string): void => {
    const element = building.at(-1);
    if (!element) {
      if (path.length < skippedFrom && characters.trim() !== '')
        handlers.stranger('text between elements', parser.line);
      return;
    }
    // Space between elements is not kept: only what somebody may have meant to say.
    const meant = element.parts.length > 0 || element.text === '' ? characters.trim() : characters;
    element.text += meant;
    if (element.text.length > LIMITS.textCharacters)
      refuse(`An element holds more than ${LIMITS.textCharacters} characters: nothing in a census does`);
  };
  parser.on('text', text);
  parser.on('cdata', (characters) => {
    sinceEvent = 0;
    text(characters);
  });
  parser.on('comment', () => {
    sinceEvent = 0;
  });
  parser.on('doctype', () =>
    refuse('It declares a document type (DOCTYPE), which no census does and which can be used to do harm'),
  );
  parser.on('error', (error) => {
    throw new FileRefused(`It is not readable XML: ${plainly(error.message)}`, parser.line);
  });

  return {
    write(characters) {
      sinceEvent += characters.length;
      parser.write(characters);
      if (sinceEvent > LIMITS.unbrokenCharacters)
        refuse(`It has more than ${LIMITS.unbrokenCharacters} characters without an element: this is not a census`);
    },
    end() {
      if (path.length > 0)
        throw new FileRefused(`It is cut off: it ends inside <${shown(path.at(-1) ?? '')}>`, parser.line);
      parser.close();
      if (children === 0)
        throw new FileRefused('It holds no children: a census has at least one <Child> inside <Children>');
    },
  };
}

/** A name from the file, short enough to print. */
const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** The parser's message without its own place (ours follows) and with a small first letter. */
const plainly = (message: string): string => shownMessage(message.replace(/^(\d+:\d+: )+/, '').replace(/\.$/, ''));
const shownMessage = (message: string): string => (message.length > 200 ? `${message.slice(0, 200)}…` : message);
