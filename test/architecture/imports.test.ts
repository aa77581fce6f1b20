import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, sourceFiles } from './import-graph.ts';

const root = path.resolve(import.meta.dirname, '../..');
const product = sourceFiles(root).filter((file) => !/\.(test|types\.test)\.tsx?$/.test(file));
const imports = product.flatMap((file) => importsOf(root, file));
const map = JSON.parse(readFileSync(path.join(root, 'src/modules/map.json'), 'utf8')) as Record<
  string,
  { area: string; uses: string[] }
>;

const startsWith = (file: string, ...folders: string[]): boolean => folders.some((folder) => file.startsWith(folder));
const moduleOf = (file: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(file)?.[1];
const isCore = (file: string): boolean =>
  startsWith(file, 'src/kernel/', 'src/statute/', 'src/record/', 'src/sight/') ||
  /^src\/modules\/[^/]+\/(core\/|public\.ts$)/.test(file);
/** Files beside the cores that may touch the world, and why. */
const isShell = (file: string): boolean =>
  startsWith(file, 'src/record/store/', 'src/sight/store/') || file === 'src/statute/read-statute.ts';

/** What a layer may know of the layers named here; a module's own files and packages are judged below. */
function mayKnow(from: string, to: string): boolean {
  if (startsWith(from, 'src/app/')) return true;
  if (startsWith(to, 'src/app/')) return false;
  if (startsWith(from, 'src/kernel/')) return startsWith(to, 'src/kernel/');
  if (startsWith(from, 'src/platform/')) return startsWith(to, 'src/platform/', 'src/kernel/');
  if (startsWith(from, 'src/ui/')) return startsWith(to, 'src/ui/', 'src/kernel/');
  if (startsWith(to, 'src/platform/') && isShell(from)) return startsWith(to, 'src/platform/database/');
  const layers = ['src/kernel/', 'src/statute/', 'src/record/', 'src/sight/'];
  const own = layers.findIndex((layer) => from.startsWith(layer));
  if (own >= 0) return layers.slice(0, own + 1).some((layer) => to.startsWith(layer));
  if (isCore(from)) return startsWith(to, 'src/kernel/', 'src/statute/', 'src/record/', 'src/sight/', 'src/modules/');
  return true;
}

const inside = imports.filter(({ to }) => to.startsWith('src/'));
const show = ({ from, to }: Import): string => `${from} imports ${to}`;

describe('what may import what', () => {
  test('the graph is read', () => {
    expect(product.length).toBeGreaterThan(50);
    expect(inside.length).toBeGreaterThan(100);
  });

  test('layers know only the layers beneath them', () => {
    expect(inside.filter(({ from, to }) => !mayKnow(from, to)).map(show)).toEqual([]);
  });

  test('cores touch no SQL, no framework and no Node built-in', () => {
    const worldly = /^(node:|pg$|kysely|fastify|@fastify|graphile-worker|nunjucks|preact|@node-rs)/;
    expect(imports.filter(({ from, to }) => isCore(from) && !isShell(from) && worldly.test(to)).map(show)).toEqual([]);
    expect(
      inside
        .filter(({ from, to }) => isCore(from) && !isShell(from) && /\/store\/|^src\/(platform|ui)\//.test(to))
        .map(show),
    ).toEqual([]);
  });

  test('cores ask no clock and no chance', () => {
    const asks = /\bDate\.now\(|new Date\(\)|Math\.random\(|crypto\.(randomUUID|getRandomValues)|performance\.now\(/;
    const asking = product.filter(
      (file) => isCore(file) && !isShell(file) && asks.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(asking).toEqual([]);
  });

  test('only the web platform knows the framework', () => {
    const knows = imports.filter(({ to }) => /^@?fastify/.test(to)).map(({ from }) => from);
    expect([...new Set(knows)].filter((file) => !startsWith(file, 'src/platform/http/'))).toEqual([]);
  });
});

describe('modules', () => {
  const areas = ['foundation', 'practice', 'oversight', 'assurance'];
  const across = inside
    .map((each) => ({ ...each, module: moduleOf(each.from), other: moduleOf(each.to) }))
    .filter(({ module, other }) => module !== undefined && other !== undefined && module !== other);

  test('every module stands on the map', () => {
    const modules = [...new Set(product.map(moduleOf).filter((name) => name !== undefined))].sort();
    expect(Object.keys(map).sort()).toEqual(modules);
  });

  test('a module reaches another only by its public face, and only as the map allows', () => {
    const wrong = across.filter(
      ({ module = '', other = '', to }) =>
        to !== `src/modules/${other}/public.ts` || !map[module]?.uses.includes(other),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('the map allows nothing that nobody uses', () => {
    const unused = Object.entries(map).flatMap(([module, { uses }]) =>
      uses
        .filter((other) => !across.some((each) => each.module === module && each.other === other))
        .map((other) => `${module} -> ${other}`),
    );
    expect(unused).toEqual([]);
  });

  test('areas point downward and there is no circle', () => {
    const rank = (module: string): number => areas.indexOf(map[module]?.area ?? '');
    const upward = Object.entries(map).flatMap(([module, { uses }]) =>
      uses.filter((other) => rank(other) > rank(module)).map((other) => `${module} -> ${other}`),
    );
    expect(upward).toEqual([]);
    const reaches = (from: string, target: string, seen: Set<string> = new Set()): boolean =>
      (map[from]?.uses ?? []).some(
        (next) => next === target || (!seen.has(next) && reaches(next, target, seen.add(next))),
      );
    expect(Object.keys(map).filter((module) => reaches(module, module))).toEqual([]);
  });
});

describe('names', () => {
  test('a file name stands once in the repository', () => {
    const everywhere = sourceFiles(root, ['src', 'county', 'bench', 'test']).map((file) => path.posix.basename(file));
    const mayRepeat = new Set(['module.ts', 'public.ts']);
    const twice = everywhere.filter((name, index) => !mayRepeat.has(name) && everywhere.indexOf(name) !== index);
    expect(twice).toEqual([]);
  });

  test('files are named in kebab-case with their role as suffix', () => {
    expect(product.filter((file) => !/\/[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(file))).toEqual([]);
  });
});
