import { z } from 'zod';
import { type Answer, notFound, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../platform/http/page.ts';
import { someId } from '../../../../record/said.ts';
import { type CountyNeeds, countyAsked } from '../county-needs.ts';
import { readTeam } from '../show-team/read-team.ts';
import { TeamView } from '../show-team/team.view.tsx';
import { readTeams } from './read-teams.ts';
import { TeamsView } from './teams.view.tsx';

const query = z.record(z.string(), z.unknown());

/** All teams beside each other, and one team: what nobody holds, who carries what, what runs out this week. */
export const teamPages = (needs: CountyNeeds): readonly Page[] => [
  page({
    path: '/teams',
    permission: 'team:read',
    about: 'children',
    audit: { none: 'shows numbers, teams and their managers, and no child' },
    query,
    handle: async (request): Promise<Answer> => {
      const asking = await countyAsked(needs, request);
      const list = await request.db.as(request.identity, (tx) => readTeams(tx, needs, asking));
      const view = <TeamsView house={request.house} list={list} />;
      return asking.fault === null ? render(view) : refuse(422, view);
    },
  }),
  page({
    path: '/teams/:team',
    permission: 'team:read',
    about: 'children',
    audit: 'team.read',
    params: z.object({ team: someId }),
    query,
    handle: async (request): Promise<Answer> => {
      const asking = await countyAsked(needs, request);
      const { team } = request.params;
      const read = await request.db.as(request.identity, (tx) => readTeam(tx, needs, team, asking));
      if (!read) return notFound;
      const view = <TeamView house={request.house} shown={read.page} />;
      const { children } = read;
      return asking.fault === null ? render(view, { children }) : refuse(422, view, { children });
    },
  }),
];
