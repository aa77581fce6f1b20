import type { LocalDate } from '../../kernel/local-date.ts';
import { standingClock } from '../clock/house-clock.ts';
import type { Database } from '../database/database.ts';
import type { WebOptions } from './web-options.ts';

/** A house without pages, people and database, for a test to say what it needs: whoever is signed in may do everything, and no child is found. */
export const bareOptions: Omit<WebOptions, 'pages'> = {
  db: {} as Database,
  clock: standingClock('2026-03-31' as LocalDate),
  log: () => {},
  assets: import.meta.dirname,
  uploads: '/nowhere',
  notices: {
    notFound: () => <p>not found</p>,
    notAllowed: () => <p>not allowed</p>,
    staleForm: () => <p>stale</p>,
    fault: (_house, status, reference) => <p>{`fault ${status} ${reference}`}</p>,
  },
  personOf: async () => undefined,
  endSession: async () => {},
  gate: async () => ({ is: 'nobody' }),
  lastCheck: async ({ content }) => content(),
  may: () => true,
  grantable: new Set(['child:read', 'people:manage']),
  keepAccess: async () => {},
  face: async () => ({ council: 'Test', colour: null, mark: 'invented', trial: false }),
  nav: () => [],
  roleOf: () => null,
};
