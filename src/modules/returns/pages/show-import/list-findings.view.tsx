import type { VNode } from 'preact';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../ui/text.tsx';
import type { Finding } from '../../core/decide-batch.ts';
import type { ImportRun } from '../../store/import-run-rows.ts';
import { IMPORT_PATH } from '../choose-file/choose-file.view.tsx';
import { type FindingSectionOf, FindingTable } from './finding-section.tsx';

export const FINDINGS_ON_A_PAGE = 500;

export type ListFindingsModel = {
  readonly house: HousePage;
  readonly run: ImportRun;
  readonly section: FindingSectionOf;
  /** From 1. */
  readonly page: number;
  readonly count: number;
  readonly lines: readonly Finding[];
};

/** All lines of one kind of a report, some hundreds on a page. */
export function ListFindingsView({ house, run, section, page, count, lines }: ListFindingsModel): VNode {
  const pages = Math.max(1, Math.ceil(count / FINDINGS_ON_A_PAGE));
  const here = `${IMPORT_PATH}/${run.id}/${section.kind}`;
  return (
    <Layout
      house={house}
      title={section.heading}
      nav={IMPORT_PATH}
      back={{ text: 'The report', href: `${IMPORT_PATH}/${run.id}` }}
    >
      <PageTitle caption={run.fileName}>
        {section.heading}: {count}
      </PageTitle>
      <Lead>{section.about}</Lead>
      <FindingTable caption={section.heading} lines={lines} />
      {pages > 1 && (
        <nav aria-label="Pages" class="sl-pages">
          {page > 1 && <a href={`${here}?page=${page - 1}`}>The page before</a>} Page {page} of {pages}{' '}
          {page < pages && <a href={`${here}?page=${page + 1}`}>The next page</a>}
        </nav>
      )}
    </Layout>
  );
}
