import type { VNode } from 'preact';
import { countOf, longDay, shortDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { NotOpened } from '../../../../ui/not-opened.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet, Section } from '../../../../ui/text.tsx';
import { agree, changeInWords, inFigures } from '../../core/county-words.ts';
import { REGISTER_WORDS, REGISTERS, reasonWords } from '../../core/gap-words.ts';
import { SORT_WORDS } from '../../core/register-filter.ts';
import { CountyAsOf } from '../county-as-of.tsx';
import { DAYS_OF_A_MONTH, DaysChart } from './days-chart.tsx';
import { ALL, registerAddress } from './register-address.ts';
import { RegisterChoices } from './register-choices.tsx';
import { type ListedRow, type RegisterPage, ROWS_ON_A_PAGE } from './show-register.model.ts';

/** One register: how many, for how long, why, and every child on it. */
export function ShowRegisterView({ house, list }: { readonly house: HousePage; readonly list: RegisterPage }): VNode {
  const { register, asked, typed, fault, summary } = list;
  const { heading, title, address, definition } = REGISTER_WORDS[register];
  return (
    <Layout
      house={house}
      title={title}
      nav={`/registers/${REGISTER_WORDS['no-worker'].address}`}
      refused={fault !== null}
    >
      <PageTitle caption={`Register · ${longDay(asked.on)}`}>{heading}</PageTitle>
      <Finding list={list} />
      <CountyAsOf asked={asked} typed={typed} fault={fault} here={`/registers/${address}`} />
      <OtherRegisters list={list} />
      {summary.children > 0 && (
        <>
          <LongAndWhy list={list} />
          <Children list={list} />
        </>
      )}
      <Provenance happenedBy={asked.on} knownAt={asked.knownAt}>
        {definition} The first day without is day 1, and days go on when only the reason changes. No law sets a number
        of days for this list: 7, 14, 28 and more are steps to read it by. Teams and managers are as recorded now.
      </Provenance>
    </Layout>
  );
}

function Finding({ list: { register, asked, open, before, weekBefore, summary } }: { list: RegisterPage }) {
  const { lack } = REGISTER_WORDS[register];
  const children = summary.children;
  const long = summary.weeks
    .filter(({ week }) => week * 7 >= DAYS_OF_A_MONTH)
    .reduce((sum, each) => sum + each.children, 0);
  if (open === 0) return <Lead>No child is open on this day, as far as the record can tell.</Lead>;
  if (children === 0)
    return (
      <Lead>
        Of {inFigures(open)} open children none is known to {lack.replace(/^are /, 'be ')}, as far as the record can
        tell.
      </Lead>
    );
  return (
    <Lead>
      <strong>{inFigures(children)}</strong> of {inFigures(open)} open children {agree(children, lack)}
      {asked.how === 'now' ? ' today' : ''}. That is {changeInWords(children, before)}
      {children === before ? ' since' : ' than on'} {longDay(weekBefore).replace(/ \d{4}$/, '')}.
      {long > 0 && (
        <>
          {' '}
          For <strong>{inFigures(long)}</strong> it has been {DAYS_OF_A_MONTH} days or more.
        </>
      )}
    </Lead>
  );
}

const OtherRegisters = ({ list }: { list: RegisterPage }) => (
  <nav aria-label="Registers">
    <ul class="sl-links">
      {REGISTERS.map((register) => (
        <li key={register}>
          {register === list.register ? (
            <strong aria-current="page">{REGISTER_WORDS[register].title}</strong>
          ) : (
            <a href={registerAddress({ ...list, register, filter: ALL, sort: 'days' })}>
              {REGISTER_WORDS[register].title}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
);

const LongAndWhy = ({ list }: { list: RegisterPage }) => (
  <div class="sl-columns sl-columns--7">
    <Section id="how-long" heading="For how long">
      <DaysChart weeks={list.summary.weeks} />
    </Section>
    <Section id="why" heading="Why">
      <Table
        caption="Reasons"
        hideHeadings
        columns={[{ heading: 'Reason' }, { heading: 'Children', figures: true }]}
        rows={list.summary.reasons.map(({ value, children }) => {
          const { words, detail } = reasonWords(value === '' ? null : value);
          const filter = { ...ALL, because: value };
          return [
            <>
              {value === '' ? (
                words
              ) : (
                <a href={`${registerAddress({ ...list, filter, sort: 'days' })}#list`}>{words}</a>
              )}
              <br />
              <Quiet>{detail}</Quiet>
            </>,
            <strong>{inFigures(children)}</strong>,
          ];
        })}
      />
    </Section>
  </div>
);

function Children({ list }: { list: RegisterPage }) {
  const { summary, rows, sort, register } = list;
  return (
    <Section id="list" heading={`The children, ${SORT_WORDS[sort]}`}>
      <RegisterChoices list={list} />
      {rows.length === 0 ? (
        summary.shown === 0 && <p>No child on this register is in this part of it.</p>
      ) : (
        <Table
          caption={`${REGISTER_WORDS[register].heading}, ${SORT_WORDS[sort]}`}
          columns={[
            { heading: 'Child' },
            { heading: 'Days', figures: true },
            { heading: 'Reason' },
            { heading: 'Named worker' },
            { heading: 'Team, and who answers for it' },
          ]}
          rows={rows.map((row) => [
            <Child row={row} />,
            <strong>{inFigures(row.days)}</strong>,
            <Reason row={row} />,
            worker(row),
            <Team row={row} />,
          ])}
        />
      )}
      <NotOpened children={summary.shown - summary.opens} />
      <Pages list={list} shown={summary.opens} />
    </Section>
  );
}

const Child = ({ row: { href, heading, councilIds } }: { row: ListedRow }) => (
  <>
    <a href={href}>
      <strong>{heading}</strong>
    </a>
    {councilIds !== null && (
      <>
        <br />
        <Quiet>{councilIds}</Quiet>
      </>
    )}
  </>
);

const Reason = ({ row: { reason, aspects, since } }: { row: ListedRow }) => (
  <>
    {aspects.length > 0 && (
      <>
        {aspects.join('; ')}
        <br />
      </>
    )}
    {reason}
    <br />
    <Quiet>since {shortDay(since)}</Quiet>
  </>
);

const worker = ({ worker: name, workerHref }: ListedRow) =>
  name === null ? <Quiet>nobody named</Quiet> : <Linked href={workerHref}>{name}</Linked>;

const Linked = ({ href, children }: { href: string | null; children: string }) =>
  href === null ? <span>{children}</span> : <a href={href}>{children}</a>;

const Team = ({ row: { team, teamHref, manager, district } }: { row: ListedRow }) =>
  team === null ? (
    <Quiet>no team</Quiet>
  ) : (
    <>
      <Linked href={teamHref}>{team}</Linked>
      {district !== null && !team.includes(district) && `, ${district}`}
      <br />
      <Quiet>{manager ?? 'no manager is named'}</Quiet>
    </>
  );

function Pages({ list, shown }: { list: RegisterPage; shown: number }) {
  if (shown === 0) return null;
  const { page, rows } = list;
  const first = (page - 1) * ROWS_ON_A_PAGE + 1;
  const last = Math.min(shown, first + rows.length - 1);
  return (
    <nav aria-label="Pages of the register" class="sl-pages">
      <span>
        {rows.length === 0 ? 'None' : `${inFigures(first)} to ${inFigures(last)}`} of{' '}
        {countOf(shown, 'child', 'children')}.
      </span>
      {page > 1 && <a href={`${registerAddress(list, { page: page - 1 })}#list`}>Previous {ROWS_ON_A_PAGE}</a>}
      {last < shown && (
        <a href={`${registerAddress(list, { page: page + 1 })}#list`}>Next {Math.min(ROWS_ON_A_PAGE, shown - last)}</a>
      )}
      <a href={registerAddress(list, { file: true })}>Download as CSV ({inFigures(shown)})</a>
    </nav>
  );
}
