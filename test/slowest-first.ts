import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, about the longest first. A clean checkout has no earlier run from which Vitest could know. */
const SLOWEST = [
  'test/accessibility/desk-gallery.test.ts',
  'test/accessibility/phone-gallery.test.ts',
  'test/oracle/engine-equals-oracle.test.ts',
  'test/lifecycle/start.test.ts',
  'test/browser/page-script.test.ts',
  'test/lifecycle/command-line.test.ts',
  'test/non-interference/non-interference.test.ts',
  'test/sign-in/second-factor.test.ts',
  'test/sign-in/council-sign-in.test.ts',
  'county/manifest.test.ts',
  'test/access-matrix/matrix.test.ts',
  'src/modules/every-entry.test.ts',
  'src/modules/returns/imports/cin-census/later-file.test.ts',
  'test/access-matrix/policy-mutants.test.ts',
  'test/lifecycle/embedded-server.test.ts',
  'src/modules/returns/imports/ssda903/import-ssda903.test.ts',
  'src/app/web/reading-pages.test.ts',
  'county/load-county.test.ts',
  'county/hand-made/told-in-bulk.test.ts',
];

const root = path.resolve(import.meta.dirname, '..');
const places = new Map(SLOWEST.map((file, place) => [path.join(root, file), place]));

/** Begins with the slowest files, so that no run ends with one core at work and the other waiting for it. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = [...places.keys()].filter((file) => !existsSync(file));
    if (gone.length > 0) throw new Error(`test/slowest-first.ts names files that are gone: ${gone.join(', ')}`);
    const place = (spec: TestSpecification): number => places.get(spec.moduleId) ?? places.size;
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
