import { PERMISSIONS, type Permission, ROLES, type Role } from '../permission.ts';

/** What each permission lets somebody do: ends the sentence "They may …". */
export const PERMISSION_IN_WORDS: Readonly<Record<Permission, string>> = {
  'child:list': 'find a child',
  'child:read': 'open the records of children to whom they have a relation',
  'visit:record': 'record visits',
  'allocation:record': 'say who holds a child',
  'import:run': 'load files',
  'reconcile:read': 'see where files disagree',
  'reconcile:decide': 'decide where files disagree',
  'sight:read': 'see what is owed to a child, and why',
  'county:read': 'see the county in numbers',
  'register:read': 'open the lists of children behind the numbers',
  'team:read': 'see teams and caseloads',
  'caseload:own': 'see their own children, and arrange who stands in for them',
  'duty:read': 'read the law',
  'policy:set': 'set the council’s own policies',
  'people:manage': 'let people in and take their rights away',
  'relation:manage': 'name who has a part in a child’s life, and who knows the child outside work',
  'sample:draw': 'draw files for an audit or an inspection',
  'restriction:set': 'restrict a record to people by name',
  'address:record': 'record where people live and how protected it is',
  'audience:set': 'say who may read a paragraph',
  'log:read': 'see who opened a record that they may open',
  'opening:own': 'ask to open another record with a reason',
  'opening:review': 'review records that were opened with a reason',
  'log:review': 'review what looks unusual in the access log',
  'account:own': 'sign in, and look after their own account',
};

/** What a role allows, in the order of the permissions; nothing for a role of which no page exists. */
export const allowedBy = (role: Role): readonly string[] =>
  PERMISSIONS.filter((each) => (ROLES[role].may as readonly string[]).includes(each)).map(
    (each) => PERMISSION_IN_WORDS[each],
  );
