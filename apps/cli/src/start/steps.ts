/** Progress for people on stdout: `[2/5] Database schema`. */
export function createSteps(total: number, write: (line: string) => void) {
  let done = 0;
  return {
    step: (text: string) => write(`[${++done}/${total}] ${text}`),
    detail: (text: string) => write(`      ${text}`),
  };
}
