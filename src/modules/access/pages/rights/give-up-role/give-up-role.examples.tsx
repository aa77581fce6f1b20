import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE as house } from '../../../../../ui/example-house.ts';
import { GRANTABLE_ROLES } from '../../../core/permission.ts';
import { type GiveUpRoleModel, GiveUpRoleView } from './give-up-role.view.tsx';

const example = (name: string, more: Partial<GiveUpRoleModel>): Example => ({
  page: 'My roles',
  name,
  view: () => (
    <GiveUpRoleView
      {...{ house, csrf: 'example', typed: {}, faults: [], stillAdministrator: false }}
      roles={['team-manager', 'conference-chair']}
      {...more}
    />
  ),
});

export const examples: readonly Example[] = [
  example('first visit', {}),
  example('one role alone', { roles: ['social-worker'] }),
  example('every role', { roles: GRANTABLE_ROLES }),
  example('sent empty', {
    faults: [
      { field: 'role', text: 'Choose the role that you give up' },
      { field: 'because', text: 'Say why' },
    ],
  }),
  example('refused: the last administrator', {
    roles: ['administrator', 'performance-analyst'],
    typed: { role: 'administrator', because: 'Handed on.' },
    faults: [{ field: 'role', text: 'Somebody must remain who lets people in and can make another administrator' }],
  }),
  example('kept against the council’s directory', {
    roles: ['administrator', 'performance-analyst'],
    stillAdministrator: true,
  }),
];
