import path from 'node:path';
import { z } from 'zod';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import type { Upload } from '../../../../platform/http/upload.ts';
import type { EntryRegistry } from '../../../../record/registry.ts';
import type { Projection } from '../../../../record/store/append.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { FileRefused } from '../../core/file-refused.ts';
import { checkGiven, type Given, keptName } from '../../imports/check-given.ts';
import { checkMark, type ReadingLaw } from '../../imports/checked-file.ts';
import { takeUpload } from '../../jobs/load-upload.ts';
import { listLoadings } from '../../store/loading-history.ts';
import { type Chosen, MOST_FILES, readChoice } from './choose-file.form.ts';
import { ChooseFileView, IMPORT_PATH } from './choose-file.view.tsx';
import { type ListedRun, LOADINGS_ON_A_PAGE } from './loading-history.tsx';

/** What the pages of imports need of the house. */
export type ImportPages = {
  /** The folder of this installation: files wait below it until they are loaded. */
  readonly dataFolder: string;
  readonly newId: () => Id;
  readonly registry: EntryRegistry;
  /** What every append changes beside the record. */
  readonly projections: readonly Projection[];
  readonly statute: ReadingLaw;
  /** Names of people by their ids. */
  readonly namesOf: (tx: Tx) => Promise<ReadonlyMap<string, string>>;
};

const LARGEST_UPLOAD_BYTES = 1_000_000_000;
/** Files of this size together are read through before the answer, so that a wrong one is refused on the form itself. */
const CHECKED_AT_ONCE_BYTES = 20_000_000;
const query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** Where files are sent, and what was loaded before. */
export const chooseFilePages = (house: ImportPages): readonly Page[] => [
  page<unknown, z.infer<typeof query>>({
    path: IMPORT_PATH,
    permission: 'import:run',
    about: 'nobody',
    audit: { none: 'lists loadings, names no child' },
    query,
    handle: async (asked) => render(ChooseFileView(await modelOf(house, asked, {}, [], asked.query.page))),
  }),
  page<unknown, unknown, Typed>({
    method: 'post',
    path: IMPORT_PATH,
    permission: 'import:run',
    about: 'nobody',
    audit: 'import.begun',
    upload: { field: 'file', limitBytes: LARGEST_UPLOAD_BYTES, files: MOST_FILES },
    handle: (asked) => take(house, asked),
  }),
];

async function modelOf(
  house: ImportPages,
  { db, identity, csrf, house: head }: PageRequest,
  typed: Typed,
  faults: readonly FieldFault[],
  number = 1,
) {
  const part = { limit: LOADINGS_ON_A_PAGE, offset: (number - 1) * LOADINGS_ON_A_PAGE };
  const { runs, of } = await db.as(identity, async (tx) => {
    const names = await house.namesOf(tx);
    const { loadings, of } = await listLoadings(tx, part);
    const runs = loadings.map((run): ListedRun => ({ run, askedBy: names.get(run.askedBy) ?? run.askedBy }));
    return { runs, of };
  });
  return { house: head, csrf, runs, page: number, of, typed, faults };
}

async function take(house: ImportPages, asked: PageRequest<unknown, unknown, Typed>): Promise<Answer> {
  const { uploads, today } = asked;
  const { typed } = asked.body;
  const again = async (faults: readonly FieldFault[]): Promise<Answer> =>
    refuse(422, ChooseFileView(await modelOf(house, asked, typed, faults)));
  const { chosen, faults } = readChoice(typed, uploads.length, today);
  if (!chosen) return again(faults);
  const sentence = await faultOf(house, uploads, chosen, asked.house.mark);
  if (sentence !== null) return again([{ field: 'file', text: sentence }]);
  return keep(house, asked, chosen);
}

/** Moves what was sent to where it waits, and sets the loading off. */
async function keep(house: ImportPages, asked: PageRequest, { kind, year, asAt, trial }: Chosen): Promise<Answer> {
  const { uploads, db, identity, person, now } = asked;
  const id = house.newId();
  const keptAt = path.join(house.dataFolder, 'imports', kind === 'ssda903' ? id : `${id}.${kind}`);
  for (const [place, upload] of uploads.entries())
    await upload.moveTo(kind === 'ssda903' ? path.join(keptAt, keptName(place + 1, upload.name)) : keptAt);
  const fileName = uploads
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);
  const of = { kind, year, windowUntil: asAt, trial };
  await db.as(identity, (tx) => takeUpload(tx, { id, fileName, keptAt, ...of, askedBy: person.id, askedAt: now }));
  return redirect(`${IMPORT_PATH}/${id}`);
}

/** Why the files cannot be loaded, as far as can be told before the answer. */
async function faultOf(
  { statute }: ImportPages,
  uploads: readonly Upload[],
  chosen: Chosen,
  mark: 'invented' | 'real',
): Promise<string | null> {
  if (uploads.some(({ tooLarge }) => tooLarge)) return 'The file is larger than 1 GB: none that a council sends is.';
  if (uploads.some(({ bytes }) => bytes === 0)) return 'The file is empty.';
  if (uploads.reduce((sum, { bytes }) => sum + bytes, 0) > CHECKED_AT_ONCE_BYTES) return null;
  try {
    checkMark(await checkGiven(givenBy(uploads, chosen), statute), mark, chosen.trial);
    return null;
  } catch (fault) {
    if (!(fault instanceof FileRefused)) throw fault;
    const named = uploads.length > 1 ? uploads.find((upload) => upload.path === fault.file) : undefined;
    return named ? `${named.name}: ${fault.message}.` : `${fault.message}.`;
  }
}

function givenBy(uploads: readonly Upload[], { kind, year, asAt }: Chosen): Given {
  const file = uploads[0]?.path ?? '';
  if (kind === 'ssda903') return { kind, files: uploads, year: year ?? 0 };
  return kind === 'annex-a' && asAt ? { kind, file, asAt } : { kind: 'cin-census', file };
}
