import type { Readable } from 'node:stream';
import type { VNode } from 'preact';
import type { Id } from '../../kernel/id.ts';

/**
 * What a page answers. `children` are the ids of the children shown or changed, for the access log; without them it keeps
 * the `child` of the path.
 */
export type Answer = (
  | { readonly is: 'render'; readonly view: VNode; readonly status?: number }
  | { readonly is: 'redirect'; readonly to: string }
  | { readonly is: 'refused'; readonly view: VNode; readonly status: 403 | 409 | 422 }
  | { readonly is: 'not-found' }
  | { readonly is: 'file'; readonly name: string; readonly type: string; readonly content: string | Buffer | Readable }
  | { readonly is: 'json'; readonly value: unknown }
  | { readonly is: 'signed-in'; readonly session: string; readonly to: string }
  | { readonly is: 'signed-out'; readonly to: string }
) & { readonly children?: readonly Id[] };

export const render = (view: VNode, more: { status?: number; children?: readonly Id[] } = {}): Answer => ({
  is: 'render',
  view,
  ...more,
});

/** To another page of ours, after a form: the browser asks for it with `get`. */
export const redirect = (to: `/${string}`, more: { children?: readonly Id[] } = {}): Answer => ({
  is: 'redirect',
  to,
  ...more,
});

/** 422 for a form with faults, 409 for a conflict, 403 for what this person may not do. */
export const refuse = (status: 403 | 409 | 422, view: VNode, more: { children?: readonly Id[] } = {}): Answer => ({
  is: 'refused',
  status,
  view,
  ...more,
});

export const notFound: Answer = { is: 'not-found' };
