#!/usr/bin/env node
import { built } from './built.js';

await built();
await import('../dist/src/app/cli/cli-process.js');
