import { redirect, render } from '../../../../../platform/http/answer.ts';
import { openForm } from '../../../../../platform/http/kept-form.ts';
import { type Page, page } from '../../../../../platform/http/page.ts';
import { DOORKEEPER } from '../../../store/person-store.ts';
import { sessionOf } from '../../../store/signing-in/prove-factor.ts';
import { keepInSession, keptInSession } from '../../../store/signing-in/session-notes.ts';
import type { Door } from '../door.ts';
import { KEPT_FORM } from '../let-in.ts';
import { KeptFormView } from './kept-form.view.tsx';

/** Shows a form that came when its session had ended, to the person who wrote it. Anybody else’s is thrown away unseen. */
export const keptFormPages = (door: Door): readonly Page[] => [
  page({
    path: KEPT_FORM,
    permission: 'account:own',
    about: 'nobody',
    audit: { none: 'shows somebody their own words, which are not in the record' },
    handle: async ({ db, person, house, csrf }) => {
      const session = sessionOf(person);
      const sealed = await db.as(DOORKEEPER, (tx) => keptInSession(tx, session, 'kept_sealed'));
      const form = sealed === undefined ? undefined : openForm(door.keys, sealed, person.id);
      if (form) return render(KeptFormView({ house, csrf, form }));
      await db.as(DOORKEEPER, (tx) => keepInSession(tx, session, 'kept_sealed', null));
      return redirect('/');
    },
  }),
];
