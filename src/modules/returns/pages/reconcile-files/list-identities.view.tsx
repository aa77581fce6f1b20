import type { VNode } from 'preact';
import { countOf, plainDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet } from '../../../../ui/text.tsx';
import { childPath } from '../../../child-face.ts';
import { sourceInWords } from '../../core/reconcile/event-in-words.ts';
import type { BookBeside, PairBeside } from '../../store/book-pairs.ts';
import type { OpenDisagreements } from '../../store/open-disagreements.ts';
import { Lists, PagesOf, pairPath, RECONCILE_PATH, WHO_DECIDES } from './reconcile-parts.tsx';

export type ListIdentitiesModel = {
  readonly house: HousePage;
  readonly open: OpenDisagreements;
  /** Those that somebody decided, instead of those that wait. */
  readonly decided: boolean;
  readonly page: number;
  readonly of: number;
  readonly pairs: readonly PairBeside[];
};

const PATH = `${RECONCILE_PATH}/identities`;
export const STATE_IN_WORDS = {
  'in-doubt': 'In doubt',
  'one-child': 'One child',
  'two-children': 'Two children',
} as const;

/** Books that stand under one council id, side by side. */
export function ListIdentitiesView({ house, open, decided, page, of, pairs }: ListIdentitiesModel): VNode {
  return (
    <Layout house={house} title="Whose book it is" nav={RECONCILE_PATH}>
      <PageTitle caption="Files side by side">{headingOf(decided, of, open)}</PageTitle>
      <Lead>
        Where two files give one council id another birth date or sex, each keeps a book of its own, and nothing of one
        is counted for the other, until somebody decides whether they are one child.
      </Lead>
      <Lists here="identities" open={open} />
      <p>
        {decided ? (
          <a href={PATH}>Those that are in doubt</a>
        ) : (
          <a href={`${PATH}?decided=yes`}>Those that were decided</a>
        )}
      </p>
      {pairs.length > 0 && (
        <Table
          caption="Books under one council id, side by side"
          columns={[
            { heading: 'Council id', namesRow: true, keepTogether: true },
            { heading: 'One book' },
            { heading: 'The other' },
            { heading: 'What differs' },
            { heading: 'Decision' },
          ]}
          rows={pairs.map((pair) => [
            pair.one.councilChildId ?? 'none',
            <BookInWords book={pair.one} />,
            <BookInWords book={pair.other} />,
            differsInWords(pair),
            <a href={pairPath(pair.one.book, pair.other.book)}>
              {pair.state === 'in-doubt' ? 'Decide' : STATE_IN_WORDS[pair.state]}
              <span class="govuk-visually-hidden"> about {pair.one.councilChildId}</span>
            </a>,
          ])}
        />
      )}
      <PagesOf
        page={page}
        shown={pairs.length}
        of={of}
        what={['pair', 'pairs']}
        address={(number) => `${PATH}?${decided ? 'decided=yes&' : ''}page=${number}`}
      />
      {!decided && of > 0 && <p>{WHO_DECIDES}</p>}
    </Layout>
  );
}

function headingOf(decided: boolean, of: number, { identities, kinds }: OpenDisagreements): string {
  if (decided)
    return of === 0
      ? 'Nobody has decided about two books under one council id yet'
      : `${countOf(of, 'pair')} of books under one council id ${of === 1 ? 'was' : 'were'} decided`;
  if (identities > 0)
    return `${countOf(identities, 'pair')} of books under one council id may be one child’s or two children’s`;
  return kinds.length === 0
    ? 'No file has been loaded: there are no books to compare'
    : 'No two books under one council id are in doubt';
}

/** Birth, sex, and what the book rests on. */
export const BookInWords = ({ book }: { readonly book: BookBeside }): VNode => (
  <>
    <a href={childPath(book.book)}>{book.name ?? (bornInWords(book) || 'The book')}</a>
    {book.name !== null && <div>{bornInWords(book)}</div>}
    <div>{book.sex === null ? 'sex not given' : book.sex === 'not known' ? 'sex not known' : book.sex}</div>
    <Quiet>
      {countOf(book.entries, 'entry', 'entries')}: {sourcesInWords(book)}
    </Quiet>
  </>
);

export const bornInWords = ({ bornOn, expectedOn }: Pick<BookBeside, 'bornOn' | 'expectedOn'>): string => {
  if (bornOn !== null) return `born ${plainDay(bornOn)}`;
  return expectedOn === null ? 'birth not given' : `expected ${plainDay(expectedOn)}`;
};

export const sourcesInWords = ({ sources }: Pick<BookBeside, 'sources'>): string =>
  sources
    .map(({ kind, until }) =>
      kind === 'here' || until === null ? 'written here' : sourceInWords({ kind, until }, plainDay),
    )
    .join('; ');

/** What speaks against their being one child. */
export function differsInWords({ one, other }: Pick<PairBeside, 'one' | 'other'>): string {
  const differs = [
    one.bornOn !== null && other.bornOn !== null && one.bornOn !== other.bornOn && 'birth date',
    saysSex(one) && saysSex(other) && one.sex !== other.sex && 'sex',
  ].filter((each) => each !== false);
  return differs.length === 0 ? 'nothing that is known' : differs.join(', ');
}

const saysSex = ({ sex }: BookBeside): boolean => sex === 'female' || sex === 'male';
