import { z } from 'zod';
import type { Id } from '../../../../kernel/id.ts';
import { id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, notFound, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../platform/http/page.ts';
import { readAsked, type Times } from '../../../asked.ts';
import type { Answered, Asked, ReadVerdicts } from '../../../child-page.ts';
import { explainVerdict } from './explain-verdict.model.ts';
import { ExplainVerdictView } from './explain-verdict.view.tsx';
import type { Law } from './rule-in-words.ts';

/** What the page is made with: one child read at two times, and the law of one duty. */
export type ExplainNeeds = {
  readonly times: (request: Pick<PageRequest, 'db' | 'identity' | 'now' | 'today'>) => Promise<Times>;
  readonly read: (tx: Tx, child: Id, asked: Asked) => Promise<ReadVerdicts | null>;
  /** Undefined for a duty that the register does not have. */
  readonly lawOf: (duty: string) => Law | undefined;
};

const anId = z.custom<Id>((text) => typeof text === 'string' && id(text) !== undefined);
const params = z.object({ child: anId, duty: z.string().max(100), thread: anId, started: anId });

/** One verdict, down to its rule. The clock is named by its duty, its thread and the entry that started it. */
export const explainVerdictPage = ({ times, read, lawOf }: ExplainNeeds): Page =>
  page({
    path: '/children/:child/explain/:duty/:thread/:started',
    permission: 'child:read',
    about: 'child',
    audit: 'verdict.explained',
    params,
    query: z.record(z.string(), z.unknown()),
    handle: async ({ params: asked, query, house, db, identity, now, today }): Promise<Answer> => {
      const at = readAsked(query, await times({ db, identity, now, today })).asked;
      const child = await db.as(identity, (tx) => read(tx, asked.child, at));
      const law = lawOf(asked.duty);
      const answered = child?.answers.find((each) => isOf(each, asked));
      if (child === null || law === undefined || answered === undefined) return notFound;
      const view = <ExplainVerdictView house={house} child={child} explained={explainVerdict(child, answered, law)} />;
      return render(view, { children: [child.face.child] });
    },
  });

const isOf = ({ piece }: Answered, asked: z.infer<typeof params>): boolean =>
  piece.duty === asked.duty && piece.thread === asked.thread && piece.startedBy === asked.started;
