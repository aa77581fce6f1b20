import type { Tally } from '../core/decide-batch.ts';
import { KIND_IN_WORDS } from '../core/file-kind.ts';
import type { LoadReport, ReportLine } from './file-report.ts';

/** A report longer than this is better read in the browser or as JSON. */
const LINES_PRINTED = 40;

/** The report of a loading for a terminal. */
export function reportInWords(report: LoadReport, loadedBy: string): string[] {
  const { kind, window, children, rows, entries } = report;
  return [
    `Loaded by ${loadedBy}: the ${KIND_IN_WORDS[kind].name} from ${window.from} to ${window.until}.`,
    `Children: ${tallyInWords(children)}.`,
    `Rows: ${tallyInWords(rows)}.`,
    `Entries written: ${entries}.`,
    ...section('Set aside', report.setAside),
    ...section('Loaded, and odd', report.flagged),
    ...section('Developments', report.developments),
    ...section('Corrections', report.corrections),
    ...section('Said otherwise by another kind of file', report.disagreements),
    ...section('Withdrawn by the file, still counted until somebody confirms', report.withdrawn),
    ...section(
      'Identity in doubt',
      report.identityInDoubt.map((doubt) => ({ ...doubt, table: 'Child', line: null })),
    ),
  ];
}

const tallyInWords = ({ read, loaded, unchanged, setAside }: Tally): string =>
  `${read} read: ${loaded} loaded, ${unchanged} unchanged, ${setAside} set aside`;

function section(heading: string, lines: readonly ReportLine[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LINES_PRINTED).map((line) => `  ${place(line)}: ${line.reason}`);
  const more = lines.length > LINES_PRINTED ? [`  … and ${lines.length - LINES_PRINTED} more (--json prints all)`] : [];
  return [`${heading} (${lines.length}):`, ...shown, ...more];
}

const place = ({ child, table, line }: ReportLine): string =>
  [child ?? 'a child without an id', table, line === null ? null : `line ${line}`].filter(Boolean).join(', ');
