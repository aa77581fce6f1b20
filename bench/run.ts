import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Bench, growthExponent, type Measured, ratioOf } from './bench.ts';
import { benches } from './benches.ts';

/** `npm run bench -- [p1 …] [--json] [--sizes A,B,C]`: measures (at other sizes than the bench's own where given), prints a table, stores it as JSON. Exit code 1 when a check fails, 2 for wrong use. */

type Report = {
  readonly bench: string;
  readonly title: string;
  readonly of: string;
  readonly machine: string;
  readonly growth: number;
  /** Something that was checked is false. */
  readonly failed: boolean;
  readonly sizes: readonly (Measured & { readonly ratios: Record<string, number> })[];
} & Record<string, unknown>;

/** More things than this stand on a line each. */
const SHORT = 8;
const machine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
const round = (value: number): number => Number(value.toPrecision(4));

async function runBench(bench: Bench, sizes: readonly number[], say: (line: string) => void): Promise<Report> {
  say(`\n${bench.id.toUpperCase()}  ${bench.title}`);
  say(row(bench.of, 'ours', 'beside', '', 'ratio'));
  const found: Measured[] = [];
  for (const size of sizes) {
    const measured = await bench.run(size);
    found.push(measured);
    for (const line of linesOf(measured)) say(line);
  }
  const largest = found.at(-1) as Measured;
  const growth = round(growthExponent(found));
  const headline = bench.headline?.(largest, found) ?? {};
  const told = Object.entries({ ...headline, ...largest.found }).map(([name, value]) => `${name}: ${value}`);
  say(`growth exponent ${growth}${told.map((each) => (told.length > SHORT ? `\n  ${each}` : `   ${each}`)).join('')}`);
  const withRatios = found.map((each) => ({
    ...each,
    ratios: Object.fromEntries(each.beside.map((beside) => [beside.name, round(ratioOf(each, beside))])),
  }));
  return {
    bench: bench.id,
    title: bench.title,
    of: bench.of,
    machine: machine(),
    growth,
    ...headline,
    failed: [headline, ...found.map((each) => each.found)].some((checks) => Object.values(checks).includes(false)),
    sizes: withRatios,
  };
}

function linesOf(measured: Measured): string[] {
  const size = measured.size.toLocaleString('en-GB');
  const ours = inMilliseconds(measured.milliseconds);
  if (measured.beside.length === 0) return [row(size, ours, '', '', '')];
  const oursBeside = (at: number, own: number | undefined): string =>
    own === undefined ? (at === 0 ? ours : '') : inMilliseconds(own);
  return measured.beside.map((beside, at) => {
    const ratio = ratioOf(measured, beside);
    const told = beside.is === 'bound' ? `${round(ratio)} × its time` : `${round(ratio)} × faster`;
    return row(
      at === 0 ? size : '',
      oursBeside(at, beside.ours),
      beside.name,
      inMilliseconds(beside.milliseconds),
      told,
    );
  });
}

const inMilliseconds = (value: number): string =>
  `${value < 10 ? value.toFixed(3) : Math.round(value).toLocaleString('en-GB')} ms`;
const row = (...cells: [string, string, string, string, string]): string =>
  `${cells[0].padStart(12)}${cells[1].padStart(14)}   ${cells[2].padEnd(44)}${cells[3].padStart(14)}   ${cells[4]}`;

function store(report: Report): void {
  const folder = fileURLToPath(new URL('../../bench/results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${report.bench}.json`, `${JSON.stringify(report, null, 2)}\n`);
}

/** `--sizes 40,160` for a quick look; undefined when they are no whole numbers. */
function sizesAsked(args: readonly string[]): readonly number[] | undefined {
  const at = args.indexOf('--sizes');
  if (at < 0) return [];
  const sizes = (args[at + 1] ?? '').split(',').map(Number);
  return sizes.every((size) => Number.isInteger(size) && size > 0) ? sizes : undefined;
}

async function main(args: readonly string[]): Promise<number> {
  const asJson = args.includes('--json');
  const sizes = sizesAsked(args);
  if (sizes === undefined) {
    console.error('--sizes must be whole numbers with commas between them, such as --sizes 40,160.');
    return 2;
  }
  const asked = args
    .filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--sizes')
    .map((arg) => arg.toLowerCase());
  const unknown = asked.filter((id) => !benches.some((bench) => bench.id === id));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}. There are: ${benches.map(({ id }) => id).join(', ')}.`);
    return 2;
  }
  const say = (line: string): void => (asJson ? console.error(line) : console.log(line));
  say(machine());
  const reports: Report[] = [];
  for (const bench of benches.filter(({ id }) => asked.length === 0 || asked.includes(id))) {
    const report = await runBench(bench, sizes.length > 0 ? sizes : bench.sizes, say);
    if (sizes.length === 0) store(report); // a quick look replaces no figure
    reports.push(report);
  }
  if (asJson) console.log(JSON.stringify(reports.length === 1 ? reports[0] : { benches: reports }));
  return reports.some(({ failed }) => failed) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
