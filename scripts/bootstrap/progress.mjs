const TOTAL = 3;

/**
 * Lines such as `[setup 2/3] Packages: installing …`; the product counts its own steps after them.
 * `quiet` keeps stdout for what the command itself prints and is silent about what is there already.
 */
export function createProgress(quiet) {
  const stream = quiet ? process.stderr : process.stdout;
  const line = (step, text) => stream.write(`[setup ${step}/${TOTAL}] ${text}\n`);
  return {
    /** Something was there already. */
    ready: (step, text) => {
      if (!quiet) line(step, text);
    },
    /** Runs `work`, with a sign of life every ten seconds. */
    during: async (step, text, work) => {
      const begin = Date.now();
      const seconds = () => `${((Date.now() - begin) / 1000).toFixed(0)} s`;
      line(step, `${text} …`);
      const timer = setInterval(() => line(step, `${text}, ${seconds()} …`), 10_000);
      try {
        const result = await work();
        line(step, `${text}: done in ${seconds()}`);
        return result;
      } finally {
        clearInterval(timer);
      }
    },
  };
}
