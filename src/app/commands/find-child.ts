import type { Id } from '../../kernel/id.ts';
import type { Asked, ReadChild } from '../../modules/child-page.ts';
import { isBeforeFirstKnown } from '../../modules/people/pages/show-child/show-child.view.tsx';
import { findChildren } from '../../modules/people/store/find-children.ts';
import { momentInWords } from '../../ui/dates-in-words.ts';
import { type Outcome, type PersonContext, refusedWith } from '../cli/command.ts';
import { manifests } from '../manifests.ts';
import { readChild } from '../read-child.ts';
import { readingOf } from '../reading.ts';

/** The child that somebody means by a council id or a Sightline id, read at two times; or why not, in one sentence. */
export async function readNamedChild(
  { db, identity, statute }: Pick<PersonContext, 'db' | 'identity' | 'statute'>,
  said: string,
  asked: Asked,
): Promise<{ readonly child: ReadChild } | { readonly outcome: Outcome }> {
  const found = await db.as(identity, (tx) => findChildren(tx, said));
  const [first] = found;
  if (first === undefined) return { outcome: refusedWith(`No child here has the id ${said}.`) };
  if (found.length > 1) return { outcome: inDoubt(said, found) };
  const reading = readingOf(statute(), manifests);
  const child = await db.as(identity, (tx) => readChild(tx, reading, first, asked));
  if (child === null) return { outcome: refusedWith(`No child here has the id ${said}.`) };
  return isBeforeFirstKnown(child) ? { outcome: notYetKnown(child, said) } : { child };
}

const inDoubt = (said: string, found: readonly Id[]): Outcome => ({
  ...refusedWith(
    `Identity in doubt: ${found.length} children stand under the council id ${said}, and nobody has decided whether they are one. Ask for one of them: ${found.join(' or ')}.`,
  ),
  children: found,
});

const notYetKnown = ({ face, asked, firstKnownAt }: ReadChild, said: string): Outcome => ({
  ...refusedWith(
    `Cannot tell what was known of ${said} at ${momentInWords(asked.knownAt)}: Sightline first learnt of the child ${firstKnownAt === null ? 'later' : `at ${momentInWords(firstKnownAt)}`}.`,
  ),
  children: [face.child],
});
