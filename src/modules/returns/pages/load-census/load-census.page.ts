import path from 'node:path';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import type { Upload } from '../../../../platform/http/upload.ts';
import type { EntryRegistry } from '../../../../record/registry.ts';
import type { Projection } from '../../../../record/store/append.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { FileRefused } from '../../core/file-refused.ts';
import { checkMark } from '../../imports/checked-file.ts';
import { checkCensusFile } from '../../imports/cin-census/check-census-file.ts';
import { takeUpload } from '../../jobs/load-upload.ts';
import { listRuns } from '../../store/import-run-rows.ts';
import { IMPORT_PATH, type ListedRun, LoadCensusView } from './load-census.view.tsx';

/** What the pages of imports need of the house. */
export type ImportPages = {
  /** The folder of this installation: files wait below it until they are loaded. */
  readonly dataFolder: string;
  readonly newId: () => Id;
  readonly registry: EntryRegistry;
  /** What every append changes beside the record. */
  readonly projections: readonly Projection[];
  /** Names of people by their ids. */
  readonly namesOf: (tx: Tx) => Promise<ReadonlyMap<string, string>>;
};

const LARGEST_UPLOAD_BYTES = 1_000_000_000;
/** A file of this size is read through before the answer, so that a wrong one is refused on the form itself. */
const CHECKED_AT_ONCE_BYTES = 20_000_000;
const RUNS_LISTED = 100;

/** Where a census is sent, and what was loaded before. */
export const loadCensusPages = (house: ImportPages): readonly Page[] => [
  page({
    path: IMPORT_PATH,
    permission: 'import:run',
    audit: { none: 'lists loadings, names no child' },
    handle: async (asked) => render(LoadCensusView(await modelOf(house, asked, []))),
  }),
  page<unknown, unknown, Typed>({
    method: 'post',
    path: IMPORT_PATH,
    permission: 'import:run',
    audit: 'import.begun',
    upload: { field: 'file', limitBytes: LARGEST_UPLOAD_BYTES },
    handle: (asked) => take(house, asked),
  }),
];

async function modelOf(
  house: ImportPages,
  { db, identity, csrf, house: head }: PageRequest,
  faults: readonly FieldFault[],
) {
  const runs = await db.as(identity, async (tx): Promise<ListedRun[]> => {
    const names = await house.namesOf(tx);
    return (await listRuns(tx, RUNS_LISTED)).map((run) => ({ run, askedBy: names.get(run.askedBy) ?? run.askedBy }));
  });
  return { house: head, csrf, runs, faults };
}

async function take(house: ImportPages, asked: PageRequest<unknown, unknown, Typed>): Promise<Answer> {
  const trial = asked.body.typed.trial === 'yes';
  const { upload } = asked;
  const sentence = upload ? await faultOf(upload, asked.house.mark, trial) : 'Choose the file of the census.';
  if (!upload || sentence !== null)
    return refuse(422, LoadCensusView(await modelOf(house, asked, [{ field: 'file', text: sentence ?? '' }])));
  const id = house.newId();
  const keptAt = path.join(house.dataFolder, 'imports', `${id}.xml`);
  await upload.moveTo(keptAt);
  const { db, identity, person, now } = asked;
  await db.as(identity, (tx) =>
    takeUpload(tx, { id, fileName: upload.name, keptAt, trial, askedBy: person.id, askedAt: now }),
  );
  return redirect(`${IMPORT_PATH}/${id}`);
}

/** Why the file cannot be loaded, as far as can be told before the answer. */
async function faultOf(upload: Upload, mark: 'invented' | 'real', trial: boolean): Promise<string | null> {
  if (upload.tooLarge) return 'The file is larger than 1 GB: no census is.';
  if (upload.bytes === 0) return 'The file is empty.';
  if (upload.bytes > CHECKED_AT_ONCE_BYTES) return null;
  try {
    checkMark(await checkCensusFile(upload.path), mark, trial);
    return null;
  } catch (fault) {
    if (fault instanceof FileRefused) return `${fault.message}.`;
    throw fault;
  }
}
