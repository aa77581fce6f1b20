import type { VNode } from 'preact';
import type { Instant } from '../../../../kernel/instant.ts';
import { momentInWords, plainDay } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Section } from '../../../../ui/text.tsx';
import type { ImportRun } from '../../store/import-run-rows.ts';
import { stateInWords } from '../run-in-words.ts';

/** A loading with the name of whoever asked for it. */
export type ListedRun = { readonly run: ImportRun; readonly askedBy: string };

export type LoadCensusModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly runs: readonly ListedRun[];
  readonly faults: readonly FieldFault[];
};

export const IMPORT_PATH = '/import';

/** Where a census is sent, and what was loaded before. */
export function LoadCensusView({ house, csrf, runs, faults }: LoadCensusModel): VNode {
  return (
    <Layout house={house} title="Load a file" nav={IMPORT_PATH} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle>Load a Children in Need census</PageTitle>
      <Lead>
        The whole file is read before anything of it is kept. You can leave the page while it loads, and the report will
        be here.
      </Lead>
      <form method="post" action={IMPORT_PATH} encType="multipart/form-data" class="sl-form" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <Gov
          is="fileUpload"
          id="file"
          name="file"
          label={{ text: 'The census, as an XML file', classes: 'govuk-label--m' }}
          hint={{ text: 'One file for one year, 2022 to 2026, as it is sent to the Department for Education' }}
          errorMessage={faultOf(faults, 'file')}
          attributes={{ accept: '.xml,text/xml,application/xml' }}
        />
        {house.mark === 'invented' && <Trial />}
        <Gov is="button" text="Load the file" preventDoubleClick />
      </form>
      <Section id="loaded" heading="What was loaded">
        {runs.length === 0 ? <p>No file has been loaded yet.</p> : <Runs runs={runs} />}
      </Section>
    </Layout>
  );
}

const Trial = () => (
  <Gov
    is="checkboxes"
    idPrefix="trial"
    name="trial"
    items={[
      {
        value: 'yes',
        text: 'Load it for trial, though Sightline’s generator did not write it',
        hint: {
          text: 'This database holds invented children. Every page will say from then on that trial files are among them.',
        },
      },
    ]}
  />
);

const Runs = ({ runs }: { readonly runs: readonly ListedRun[] }) => (
  <Table
    caption="Files that were loaded, the newest first"
    columns={[
      { heading: 'File', namesRow: true },
      { heading: 'Year to', keepTogether: true },
      { heading: 'Asked for' },
      { heading: 'What became of it' },
      { heading: 'Children', figures: true },
    ]}
    rows={runs.map(({ run, askedBy }) => [
      <a href={`${IMPORT_PATH}/${run.id}`}>{run.fileName}</a>,
      run.windowUntil === null ? '' : plainDay(run.windowUntil),
      `${momentOf(run.askedAt)}, ${askedBy}`,
      stateInWords(run),
      run.counts === null ? '' : String(run.counts.children.read),
    ])}
  />
);

const momentOf = (at: Instant): string => momentInWords(at);
