import { basename } from 'node:path';
import { type CensusHeader, GENERATOR_SOFTWARE, readCensusHeader } from '../../core/cin-census/census-header.ts';
import { readCensusChild } from '../../core/cin-census/read-census-child.ts';
import { prepareChild } from '../../core/cin-census/read-census-groups.ts';
import { censusLaw } from '../../core/cin-census/read-census-value.ts';
import type { FileFlag } from '../../core/file-note.ts';
import { FileRefused } from '../../core/file-refused.ts';
import type { CheckedFile } from '../checked-file.ts';
import { digest } from '../write-batch.ts';
import { readCensusFile } from './census-file.ts';

/** Told while a file is read: children so far. */
export type OnChecked = (children: number) => void;

/** The first pass: reads the whole file and writes nothing. Throws `FileRefused` when it is not a census that can be loaded. */
export async function checkCensusFile(path: string, onChecked: OnChecked = () => {}): Promise<CheckedFile> {
  const strangers: FileFlag[] = [];
  let header: CensusHeader | undefined;
  let children = 0;
  const handlers = {
    header: (element: Parameters<typeof readCensusHeader>[0]) => {
      header = readCensusHeader(element);
    },
    child: () => {
      children += 1;
    },
    stranger: (name: string, line: number) => {
      if (strangers.length < 1000)
        strangers.push({
          code: 'unknown-element',
          table: 'Header',
          line,
          reason: `The census has no ${name} outside its children: not read.`,
        });
    },
  };
  const hash = await readCensusFile(path, handlers, async () => onChecked(children));
  if (!header) throw new FileRefused('It has no Header, so it does not say which year it is of');
  return {
    kind: 'cin-census',
    path,
    name: basename(path),
    hash,
    year: header.year,
    window: header.window,
    children,
    headerHash: digest(header.content),
    flags: [...header.flags, ...strangers],
    parts: null,
    without: [],
    generated: header.softwareCode === GENERATOR_SOFTWARE,
    eachChild: childrenOf(path, header),
  };
}

const childrenOf =
  (path: string, { year, window }: CensusHeader): CheckedFile['eachChild'] =>
  (statute, onChild, between) => {
    const law = censusLaw(statute, year);
    const handlers = {
      header: () => {},
      stranger: () => {},
      child: (element: Parameters<typeof readCensusChild>[0]) =>
        onChild(() => prepareChild(readCensusChild(element, law), window, law)),
    };
    return readCensusFile(path, handlers, between);
  };
