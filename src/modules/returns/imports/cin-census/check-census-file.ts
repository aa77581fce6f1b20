import { basename } from 'node:path';
import { type CensusHeader, GENERATOR_SOFTWARE, readCensusHeader } from '../../core/census-header.ts';
import type { CensusFlag } from '../../core/census-note.ts';
import { CensusRefused } from '../../core/census-refused.ts';
import { readCensusFile } from './census-file.ts';

/** A file that was read through from end to end, and can be loaded. */
export type CheckedFile = {
  readonly path: string;
  readonly name: string;
  readonly hash: string;
  readonly header: CensusHeader;
  readonly children: number;
  /** Parts of the file outside its header and children that the census does not have. */
  readonly strangers: readonly CensusFlag[];
};

/** Told while a file is read: children so far. */
export type OnChecked = (children: number) => void;

/** The first pass: reads the whole file and writes nothing. Throws `CensusRefused` when it is not a census that can be loaded. */
export async function checkCensusFile(path: string, onChecked: OnChecked = () => {}): Promise<CheckedFile> {
  const strangers: CensusFlag[] = [];
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
  if (!header) throw new CensusRefused('It has no Header, so it does not say which year it is of');
  return { path, name: basename(path), hash, header, children, strangers };
}

/** Did Sightline's generator of invented counties write it? Nothing else may sign as it. */
export const isGenerated = ({ header }: CheckedFile): boolean => header.softwareCode === GENERATOR_SOFTWARE;

/** Whose files a database takes: no invented child ever stands beside a real one. Throws `CensusRefused`. */
export function checkMark(file: CheckedFile, mark: 'invented' | 'real', trial: boolean): void {
  if (mark === 'real') {
    if (trial) throw new CensusRefused(TRIAL_IN_REAL);
    if (isGenerated(file)) throw new CensusRefused(GENERATED_INTO_REAL);
  } else if (!isGenerated(file) && !trial) throw new CensusRefused(REAL_INTO_INVENTED);
}

export const TRIAL_IN_REAL = 'This is the database of a real council: it takes no files for trial';
const GENERATED_INTO_REAL =
  'Sightline’s generator wrote it: its children are invented, and this is the database of a real council';
const REAL_INTO_INVENTED =
  'Sightline’s generator did not write it, and this database holds invented children: load it for trial (--trial), and every page will say so';
