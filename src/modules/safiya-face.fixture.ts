import type { Id } from '../kernel/id.ts';
import { mustBeDate } from '../kernel/local-date.ts';
import type { ChildFace } from './child-face.ts';

/** The child of most examples: who she is, at the head of a page about her. */
export const safiyaFace: ChildFace = {
  child: '00000000-0000-4000-8000-000000000001' as Id,
  councilChildIds: ['WM104417'],
  name: 'Safiya Nowak-Rahman',
  bornOn: mustBeDate('2018-02-14'),
  expectedOn: null,
  diedOn: null,
  sex: 'female',
  inDoubtWith: [],
};
