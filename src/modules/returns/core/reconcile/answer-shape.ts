import { z } from 'zod';
import { localDate } from '../../../../kernel/local-date.ts';
import type { EntryType } from '../../../../record/entry.ts';
import { THE_DAY } from '../said-elsewhere.ts';

/** What can be answered of a field besides what the files say. */
export type AnswerShape =
  | { readonly is: 'day' }
  /** One of these, in the record's own words. */
  | { readonly is: 'choice'; readonly options: readonly string[] }
  | { readonly is: 'text' }
  /** Several, each as a text. */
  | { readonly is: 'list' }
  /** Yes or no, or something that nobody types: the files have said all there is to choose. */
  | { readonly is: 'nothing-else' };

type Property = {
  readonly anyOf?: readonly Property[];
  readonly type?: string;
  readonly enum?: readonly string[];
};

/** How a field of an entry of that type is answered; `said` is what the files say of it. */
export function answerShape(type: EntryType | null, field: string, said: readonly unknown[]): AnswerShape {
  if (field === THE_DAY) return { is: 'day' };
  if (type === null) return { is: 'nothing-else' };
  const schema = z.toJSONSchema(type.data, { unrepresentable: 'any' }) as {
    readonly properties?: Readonly<Record<string, Property>>;
  };
  const property = schema.properties?.[field];
  const value = property?.anyOf?.[0] ?? property;
  if (value?.enum) return { is: 'choice', options: value.enum };
  if (value?.type === 'boolean') return { is: 'nothing-else' };
  if (value?.type === 'array') return { is: 'list' };
  if (value?.type === 'string') return { is: 'text' };
  return said.some((each) => typeof each === 'string' && localDate(each)) ? { is: 'day' } : { is: 'nothing-else' };
}
