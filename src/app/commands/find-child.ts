import type { Id } from '../../kernel/id.ts';
import { judgeIn } from '../../modules/access/store/gate.ts';
import type { Asked, ReadChild } from '../../modules/child-page.ts';
import { isBeforeFirstKnown } from '../../modules/people/pages/show-child/show-child.view.tsx';
import { findChildren } from '../../modules/people/store/find-children.ts';
import { askPath } from '../../platform/http/web-options.ts';
import { momentInWords } from '../../ui/dates-in-words.ts';
import { type Outcome, type PersonContext, refusedWith } from '../cli/command.ts';
import { addressOf } from '../config.ts';
import { manifests } from '../manifests.ts';
import { readChild } from '../read-child.ts';
import { readingOf } from '../reading.ts';

/**
 * The child that somebody means by a council id or a Sightline id, read at two times; or why not, in one sentence. Who asks is
 * judged as on a page: a hidden child is nobody, and a record that opens with a reason is asked for there.
 */
export async function readNamedChild(
  { db, identity, person, statute, config }: Pick<PersonContext, 'db' | 'identity' | 'person' | 'statute' | 'config'>,
  said: string,
  asked: Asked,
): Promise<{ readonly child: ReadChild; readonly relation: string } | { readonly outcome: Outcome }> {
  const found = await db.as(identity, (tx) => findChildren(tx, said));
  const [first] = found;
  if (first === undefined) return { outcome: refusedWith(`No child here has the id ${said}.`) };
  if (found.length > 1) return { outcome: inDoubt(said, found) };
  const gate = await db.as(identity, (tx) => judgeIn(tx, person, first));
  if (gate.is === 'ask') return { outcome: toBeAskedFor(addressOf(config), gate.child) };
  if (gate.is !== 'open') return { outcome: refusedWith(`No child here has the id ${said}.`) };
  const reading = readingOf(statute(), manifests);
  const opened = { ...identity, opened: gate };
  const child = await db.as(opened, (tx) => readChild(tx, reading, first, asked));
  if (child === null) return { outcome: refusedWith(`No child here has the id ${said}.`) };
  return isBeforeFirstKnown(child) ? { outcome: notYetKnown(child, said) } : { child, relation: gate.relation };
}

const toBeAskedFor = (address: string, child: Id): Outcome => ({
  ...refusedWith(
    `You are not part of this child’s care, as far as the record tells. The record opens with a reason: ${address}${askPath(child)}.`,
  ),
  children: [child],
});

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
