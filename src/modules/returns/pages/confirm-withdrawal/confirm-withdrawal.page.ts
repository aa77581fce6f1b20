import { z } from 'zod';
import { notFound, redirect } from '../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../platform/http/page.ts';
import { someId } from '../../../../record/said.ts';
import { confirmWithdrawal } from '../../store/confirm-withdrawal.ts';
import type { ImportPages } from '../choose-file/choose-file.page.ts';
import { IMPORT_PATH } from '../choose-file/choose-file.view.tsx';

const params = z.object({ run: someId });
const body = z.object({ book: someId, group: z.string().min(1).max(300) });

/** A person confirms that a file took something back. */
export const confirmWithdrawalPage = ({ registry, projections, newId }: ImportPages): Page =>
  page<z.infer<typeof params>, unknown, z.infer<typeof body>>({
    method: 'post',
    path: `${IMPORT_PATH}/:run/withdrawn/confirm`,
    permission: 'import:run',
    about: 'children',
    audit: 'withdrawal.confirmed',
    params,
    body,
    handle: async ({ db, identity, now, params: { run }, body: asked }) => {
      if (!asked.ok) return notFound;
      const context = { identity, now: () => now, registry, projections, commandId: newId(), newId };
      await db.as(identity, (tx) => confirmWithdrawal(tx, context, { run, ...asked.value }));
      return redirect(`${IMPORT_PATH}/${run}#withdrawn`, { children: [asked.value.book] });
    },
  });
