import { render } from '../../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../../platform/http/page.ts';
import { readAccounts } from '../../../store/rights/accounts.ts';
import { ListPeopleView } from './list-people.view.tsx';

/** Who may sign in. */
export const listPeoplePage: Page = page({
  path: '/people',
  permission: 'people:manage',
  about: 'nobody',
  audit: 'people.listed',
  handle: async ({ db, house }) => render(ListPeopleView({ house, people: await readAccounts(db) })),
});
