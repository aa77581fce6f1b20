import { render } from '../../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../../platform/http/page.ts';
import { readAccounts } from '../../../store/rights/accounts.ts';
import { ShowRolesView } from './show-roles.view.tsx';

/** What each role allows, in words, and who holds it. */
export const showRolesPage: Page = page({
  path: '/people/roles',
  permission: 'people:manage',
  about: 'nobody',
  audit: 'roles.shown',
  handle: async ({ db, house }) => render(ShowRolesView({ house, people: await readAccounts(db) })),
});
