import { access } from './access-manifest.ts';

const TYPES: ReadonlySet<string> = new Set(access.entries.map(({ is }) => is.type));

/** Says the entry who may see something, and nothing of the child's life? */
export const isAboutAccess = (type: string): boolean => TYPES.has(type);
