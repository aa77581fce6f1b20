const OFTEN = 200;

/**
 * Ends this process when the npm that runs it is ended: npm tells only the shell between, which says nothing to us.
 * Does nothing when somebody ran us without npm: then a parent that goes away is no reason to stop.
 */
export function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, OFTEN);
  watch.unref();
}
