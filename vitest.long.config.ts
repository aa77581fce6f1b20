import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

const merged = mergeConfig(base, defineConfig({ test: { testTimeout: 1_200_000, isolate: true } }));
merged.test = { ...merged.test, include: ['{src,county,bench,test}/**/*.long.test.{ts,tsx}'], exclude: [] };
export default merged;
