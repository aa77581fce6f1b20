import { z } from 'zod';
import { notFound, render } from '../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../platform/http/page.ts';
import { someId } from '../../../../record/said.ts';
import { missingIn } from '../../store/attestation-rows.ts';
import { countFindings, findingsOf } from '../../store/finding-rows.ts';
import { doubtsIn, readRun } from '../../store/import-run-rows.ts';
import type { ImportPages } from '../choose-file/choose-file.page.ts';
import { IMPORT_PATH } from '../choose-file/choose-file.view.tsx';
import { goesOn } from '../run-in-words.ts';
import { FINDING_SECTIONS } from './finding-section.tsx';
import { FINDINGS_ON_A_PAGE, ListFindingsView } from './list-findings.view.tsx';
import { ShowImportView } from './show-import.view.tsx';
import { linesOf } from './withdrawn-section.tsx';

const run = z.object({ run: someId });
const FINDING_KINDS = ['set-aside', 'withdrawn', 'disagreement', 'correction', 'development', 'flagged'] as const;
const runAndKind = z.object({ run: someId, kind: z.enum(FINDING_KINDS) });
const query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** Lines of each kind that the report itself shows. */
const LINES_SHOWN = 50;

/** One loading: how far it is, what became of it, and every line of its report. */
export const showImportPages = (house: ImportPages): readonly Page[] => [
  page<z.infer<typeof run>>({
    path: `${IMPORT_PATH}/:run`,
    permission: 'import:run',
    about: 'children',
    audit: 'import.report-opened',
    params: run,
    handle: async ({ db, identity, params, csrf, house: head }) =>
      db.as(identity, async (tx) => {
        const shown = await readRun(tx, params.run);
        if (!shown) return notFound;
        const askedBy = (await house.namesOf(tx)).get(shown.askedBy) ?? shown.askedBy;
        if (goesOn(shown))
          return render(
            ShowImportView({ house: head, run: shown, askedBy, findings: new Map(), doubts: [], missing: [], csrf }),
          );
        const findings = new Map<
          (typeof FINDING_KINDS)[number],
          { lines: Awaited<ReturnType<typeof findingsOf>>; count: number }
        >();
        for (const [kind, count] of await countFindings(tx, shown.id))
          findings.set(kind, { count, lines: await findingsOf(tx, shown.id, { kind, limit: LINES_SHOWN }) });
        return render(
          ShowImportView({
            house: head,
            run: shown,
            askedBy,
            findings,
            doubts: await doubtsIn(tx, shown.id),
            missing: linesOf(await missingIn(tx, shown.id)),
            csrf,
          }),
        );
      }),
  }),
  page<z.infer<typeof runAndKind>, z.infer<typeof query>>({
    path: `${IMPORT_PATH}/:run/:kind`,
    permission: 'import:run',
    about: 'children',
    audit: 'import.report-opened',
    params: runAndKind,
    query,
    handle: async ({ db, identity, params, query: { page: number }, house: head }) =>
      db.as(identity, async (tx) => {
        const shown = await readRun(tx, params.run);
        const section = FINDING_SECTIONS.find(({ kind }) => kind === params.kind);
        const count = shown && (await countFindings(tx, shown.id)).get(params.kind);
        if (!shown || !section || !count) return notFound;
        const after = (number - 1) * FINDINGS_ON_A_PAGE;
        const lines = await findingsOf(tx, shown.id, { kind: params.kind, limit: FINDINGS_ON_A_PAGE, after });
        return render(ListFindingsView({ house: head, run: shown, section, page: number, count, lines }));
      }),
  }),
];
