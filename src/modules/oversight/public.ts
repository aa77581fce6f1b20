export { policySet } from './core/policy-set.entry.ts';
