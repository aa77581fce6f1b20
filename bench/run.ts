import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Bench, growthExponent, type Measured, ratioOf } from './bench.ts';
import { benches } from './benches.ts';

/** `npm run bench -- [p1 …] [--json]`: measures, prints a table, stores it as JSON. Exit code 1 when a check fails, 2 for wrong use. */

type Report = {
  readonly bench: string;
  readonly title: string;
  readonly of: string;
  readonly machine: string;
  readonly growth: number;
  readonly sizes: readonly (Measured & { readonly ratios: Record<string, number> })[];
} & Record<string, unknown>;

const machine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
const round = (value: number): number => Number(value.toPrecision(4));

async function runBench(bench: Bench, say: (line: string) => void): Promise<Report> {
  say(`\n${bench.id.toUpperCase()}  ${bench.title}`);
  say(row(bench.of, 'ours', 'beside', '', 'ratio'));
  const found: Measured[] = [];
  for (const size of bench.sizes) {
    const measured = await bench.run(size);
    found.push(measured);
    for (const line of linesOf(measured)) say(line);
  }
  const largest = found.at(-1) as Measured;
  const growth = round(growthExponent(found));
  say(
    `growth exponent ${growth}   ${Object.entries(largest.found)
      .map(([name, value]) => `${name}: ${value}`)
      .join('   ')}`,
  );
  const sizes = found.map((measured) => ({
    ...measured,
    ratios: Object.fromEntries(measured.beside.map((beside) => [beside.name, round(ratioOf(measured, beside))])),
  }));
  return {
    bench: bench.id,
    title: bench.title,
    of: bench.of,
    machine: machine(),
    growth,
    ...bench.headline?.(largest),
    sizes,
  };
}

function linesOf(measured: Measured): string[] {
  const size = measured.size.toLocaleString('en-GB');
  const ours = inMilliseconds(measured.milliseconds);
  if (measured.beside.length === 0) return [row(size, ours, '', '', '')];
  return measured.beside.map((beside, at) => {
    const ratio = ratioOf(measured, beside);
    const told = beside.is === 'bound' ? `${round(ratio)} × its time` : `${round(ratio)} × faster`;
    return row(at === 0 ? size : '', at === 0 ? ours : '', beside.name, inMilliseconds(beside.milliseconds), told);
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

const hasFailed = (report: Report): boolean => report.sizes.some(({ found }) => Object.values(found).includes(false));

async function main(args: readonly string[]): Promise<number> {
  const asJson = args.includes('--json');
  const asked = args.filter((arg) => arg !== '--json').map((arg) => arg.toLowerCase());
  const unknown = asked.filter((id) => !benches.some((bench) => bench.id === id));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}. There are: ${benches.map(({ id }) => id).join(', ')}.`);
    return 2;
  }
  const say = (line: string): void => (asJson ? console.error(line) : console.log(line));
  say(machine());
  const reports: Report[] = [];
  for (const bench of benches.filter(({ id }) => asked.length === 0 || asked.includes(id))) {
    const report = await runBench(bench, say);
    store(report);
    reports.push(report);
  }
  if (asJson) console.log(JSON.stringify(reports.length === 1 ? reports[0] : { benches: reports }));
  return reports.some(hasFailed) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
