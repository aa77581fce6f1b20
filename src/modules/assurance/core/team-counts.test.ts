import { describe, expect, test } from 'vitest';
import { idNumber } from '../../stored-entry.fixture.ts';
import { countByTeam, type TeamCountsAsked } from './team-counts.ts';
import { teamFinding, teamsFinding } from './team-words.ts';

const [north, south] = [idNumber(1), idNumber(2)];
const [ana, ben, cas, manager] = [idNumber(11), idNumber(12), idNumber(13), idNumber(14)];
const asked: TeamCountsAsked = {
  teams: [
    { team: north, name: 'North', managedBy: manager },
    { team: south, name: 'South', managedBy: null },
  ],
  workers: [
    { worker: ana, team: north, inPost: true },
    { worker: ben, team: north, inPost: false },
    { worker: cas, team: null, inPost: true },
    { worker: manager, team: north, inPost: true },
  ],
  held: [
    { worker: ana, children: 20, notSeen: 1 },
    { worker: ben, children: 5, notSeen: 2 },
    { worker: cas, children: 3, notSeen: 1 },
    { worker: null, children: 2, notSeen: 0 },
  ],
  unallocated: [{ worker: ben }, { worker: null }],
  late: new Map([
    [ana, 4],
    [cas, 9],
  ]),
};

describe('teams beside each other', () => {
  const { lines, withoutTeam, funnel } = countByTeam(asked);

  test('what is in a worker’s name is in the team’s, also of who has left', () => {
    expect(lines.find(({ name }) => name === 'North')).toMatchObject({
      children: 25,
      count: 3,
      size: 25,
      unallocated: 1,
      late: 4,
      inPost: 1,
    });
    expect(lines.find(({ name }) => name === 'South')).toMatchObject({ children: 0, inPost: 0, stands: 'too-small' });
  });

  test('who stands in no team’s name is counted apart', () => {
    expect(withoutTeam).toEqual({ children: 5, unallocated: 1 });
  });

  test('where nobody holds a child every team is shown and none compared', () => {
    const empty = countByTeam({ ...asked, held: [], unallocated: [], late: new Map() });
    expect(empty.lines.map(({ name }) => name)).toEqual(['North', 'South']);
    expect(teamsFinding(empty.funnel, 0)).toBe('No team holds an open child');
  });

  test('the heading says who stands apart and whom nobody holds, and ranks nobody inside chance', () => {
    expect(teamsFinding(funnel, 2)).toBe('No team stands apart; two children have no social worker');
    expect(teamsFinding({ ...funnel, teams: funnel.teams.map((each) => ({ ...each, stands: 'above' })) }, 0)).toBe(
      'Two teams stand apart',
    );
  });
});

describe('the finding of one team', () => {
  const well = { children: 9, carers: 0, unallocated: 0, due: 0, lastWorked: null, overProtected: 0 };
  const found = (more: Partial<typeof well> & { lastWorked?: never }) => teamFinding({ ...well, ...more }, String);

  test('the child whom nobody holds comes first, and too much for a first year before what is due', () => {
    expect(found({ unallocated: 1, overProtected: 1 })).toBe('one child has no social worker');
    expect(found({ overProtected: 1, due: 3 })).toBe('one newly qualified worker holds too much');
    expect(found({})).toBe('every child is held');
    expect(found({ children: 0 })).toBe('nobody holds a child');
    expect(found({ children: 0, carers: 2 })).toBe('two foster carers are supervised');
  });
});
