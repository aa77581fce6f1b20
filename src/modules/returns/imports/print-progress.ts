import type { OnProgress } from './import-context.ts';

/** Says how a loading goes on, a line at each tenth of the file: enough for a person, little enough for a log. */
export function progressPrinter(print: (line: string) => void): OnProgress {
  let last = '';
  return ({ file, stage, children, of }) => {
    const tenths = of === null || of === 0 ? 0 : Math.floor((children * 10) / of);
    const at = `${file} ${stage} ${stage === 'reading' ? Math.floor(children / 10_000) : tenths}`;
    if (at === last) return;
    last = at;
    if (stage === 'reading') print(`Reading ${file}: ${children} children so far. Nothing is written yet.`);
    if (stage === 'writing') print(`Loading ${file}: ${children} of ${of} children.`);
  };
}
