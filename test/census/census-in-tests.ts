import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CensusHeader, readCensusHeader } from '../../src/modules/returns/core/cin-census/census-header.ts';
import { readCensusChild } from '../../src/modules/returns/core/cin-census/read-census-child.ts';
import { prepareChild } from '../../src/modules/returns/core/cin-census/read-census-groups.ts';
import { censusLaw } from '../../src/modules/returns/core/cin-census/read-census-value.ts';
import { censusReader } from '../../src/modules/returns/core/cin-census/read-census-xml.ts';
import type { PreparedChild } from '../../src/modules/returns/core/prepared-child.ts';
import { readStatute } from '../../src/statute/read-statute.ts';

export const statute = readStatute();

/** A census file that stands beside this one. */
export const samplePath = (name: string): string => path.join(import.meta.dirname, name);
/** A file that may be tested against but not be part of this repository: absent in most clones, and then its test is not run. */
export const borrowedPath = (name: string): string =>
  path.resolve(import.meta.dirname, '../../../shared/returns/samples', name);
export const isBorrowed = (name: string): boolean => existsSync(borrowedPath(name));
export const textOfSample = (file: string): string => readFileSync(file, 'utf8');

export type WholeCensus = {
  readonly header: CensusHeader;
  readonly children: readonly PreparedChild[];
  readonly strangers: readonly string[];
};

/** Reads a whole census out of a text, in pieces of so many characters. Throws `FileRefused`. */
export function readWhole(xml: string, piece = 65_536): WholeCensus {
  let header: CensusHeader | undefined;
  const children: PreparedChild[] = [];
  const strangers: string[] = [];
  const reader = censusReader({
    header: (element) => {
      header = readCensusHeader(element);
    },
    child: (element) => {
      if (!header) throw new Error('a child came before the header');
      const law = censusLaw(statute, header.year);
      children.push(prepareChild(readCensusChild(element, law), header.window, law));
    },
    stranger: (name) => strangers.push(name),
  });
  for (let at = 0; at < xml.length; at += piece) reader.write(xml.slice(at, at + piece));
  reader.end();
  if (!header) throw new Error('no header was read');
  return { header, children, strangers };
}
