import { allocation } from '../modules/allocation/module.ts';
import { assessment } from '../modules/assessment/module.ts';
import { childInNeed } from '../modules/child-in-need/module.ts';
import { frontDoor } from '../modules/front-door/module.ts';
import type { Manifest } from '../modules/manifest.ts';
import { oversight } from '../modules/oversight/module.ts';
import { people } from '../modules/people/module.ts';
import { protection } from '../modules/protection/module.ts';
import { workforce } from '../modules/workforce/module.ts';

/** Every module that writes entries. Order carries no meaning. */
export const manifests: readonly Manifest[] = [
  people,
  workforce,
  frontDoor,
  assessment,
  childInNeed,
  protection,
  allocation,
  oversight,
];
