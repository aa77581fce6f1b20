import { accessPages } from '../../modules/access/module.ts';
import type { Page } from '../../platform/http/page.ts';

/** Every page of the house, in no order: addresses do not overlap. */
export const pages: readonly Page[] = [...accessPages];
