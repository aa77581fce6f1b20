import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with the plain line that CI reads. */
export default class PlainSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((each) => each === state).length;
    const brokenFiles = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    const notRun = count('skipped');
    process.on('exit', () =>
      console.log(
        `${count('passed')} passed, ${count('failed') + brokenFiles} failed${notRun ? `, ${notRun} skipped` : ''}`,
      ),
    );
  }
}
