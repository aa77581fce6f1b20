import { expect, test } from 'vitest';
import { FIRST_ROLES, firstPageOf, mayDo, PERMISSIONS, ROLE_NAMES, ROLES, role, rolesInWords } from './permission.ts';

test('no role may both grant rights and read children', () => {
  for (const name of ROLE_NAMES)
    expect([name, mayDo([name], 'people:manage') && mayDo([name], 'child:read')]).toEqual([name, false]);
});

test('who sees the county in numbers, and who the lists of children behind them', () => {
  const may = (permission: string) => ROLE_NAMES.filter((name) => mayDo([name], permission));
  expect(may('county:read')).toEqual([
    'team-manager',
    'inspector',
    'administrator',
    'performance-analyst',
    'director',
    'chief-executive',
    'lead-member',
    'scrutiny-member',
  ]);
  expect(may('register:read')).toEqual(['team-manager', 'performance-analyst', 'director']);
});

test('who sees where files disagree, and who decides it', () => {
  const may = (permission: string) => ROLE_NAMES.filter((name) => mayDo([name], permission));
  expect(may('reconcile:read')).toEqual(may('child:read'));
  expect(may('reconcile:decide')).toEqual(['team-manager', 'performance-analyst']);
});

test('who reads the caseload of another, and who only their own', () => {
  const may = (permission: string) => ROLE_NAMES.filter((name) => mayDo([name], permission));
  expect(may('team:read')).toEqual(['team-manager', 'performance-analyst', 'director']);
  expect(may('caseload:own')).toEqual(['social-worker', 'team-manager']);
});

test('every permission is somebody’s, and an unknown role or permission allows nothing', () => {
  for (const permission of PERMISSIONS) expect([permission, mayDo(ROLE_NAMES, permission)]).toEqual([permission, true]);
  expect(mayDo(['caretaker', 'constructor', 'toString'], 'child:read')).toBe(false);
  expect(mayDo(ROLE_NAMES, 'child:destroy')).toBe(false);
  expect(role('__proto__')).toBeUndefined();
});

test('the first person of a council may let others in, import, and read every child', () => {
  for (const permission of ['people:manage', 'import:run', 'child:list', 'child:read', 'sight:read'])
    expect([permission, mayDo(FIRST_ROLES, permission)]).toEqual([permission, true]);
});

test('everybody begins on a page that their roles open', () => {
  expect(firstPageOf(['director'])).toBe('/county');
  expect(firstPageOf(['administrator'])).toBe('/county');
  expect(firstPageOf(['data-protection-officer'])).toBe('/openings/reviews');
  for (const roles of [['social-worker'], ['team-manager'], [...FIRST_ROLES]])
    expect(firstPageOf(roles)).toBe('/children');
});

test('roles in words', () => {
  expect(rolesInWords(FIRST_ROLES)).toBe('Administrator and performance analyst');
  expect(rolesInWords(['social-worker'])).toBe(ROLES['social-worker'].title);
  expect(rolesInWords(['administrator', 'social-worker', 'performance-analyst'])).toBe(
    'Social worker, administrator and performance analyst',
  );
  expect(rolesInWords([])).toBe('No role');
});
