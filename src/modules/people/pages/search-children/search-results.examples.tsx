import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { SearchResult } from './search-results.model.ts';
import { SearchResultsView } from './search-results.view.tsx';

const row = (heading: string, because: string, more: Partial<SearchResult> = {}): SearchResult => ({
  href: '/children/00000000-0000-4000-8000-000000000001',
  heading,
  councilIds: 'WM104417',
  because,
  inDoubt: false,
  mayOpen: true,
  ...more,
});

const rows = [
  row('Kasia Smith, 9', 'as typed'),
  row('Katarzyna Wiśniewska-Oyelaran-Featherstonehaugh of Wherrymouth, 7 months', 'begins so', { inDoubt: true }),
  row('Cassia Smyth, unborn', 'sounds alike', { councilIds: 'no council id', mayOpen: false }),
  row('Ewa Nowak, now 19', 'spelt alike, also recorded as Kasia Smit'),
  row('WM104420, girl of 4', 'as typed', { councilIds: null }),
];

const results = (shown: readonly SearchResult[], more = false) => ({
  typed: 'kasia smith',
  on: mustBeDate('2026-03-31'),
  more,
  rows: shown,
  children: [],
});

export const examples: readonly Example[] = [
  {
    page: 'search-children',
    name: 'several found, in every way',
    view: () => <SearchResultsView house={EXAMPLE_HOUSE} results={results(rows)} csrf="x" />,
  },
  {
    page: 'search-children',
    name: 'one found',
    view: () => <SearchResultsView house={EXAMPLE_HOUSE} results={results(rows.slice(0, 1))} csrf="x" />,
  },
  {
    page: 'search-children',
    name: 'too many',
    view: () => <SearchResultsView house={EXAMPLE_HOUSE} results={results(rows, true)} csrf="x" />,
  },
];
