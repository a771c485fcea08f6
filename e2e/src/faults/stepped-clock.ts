// Preloaded into a process (`--import`): SIGUSR2 steps its wall clock ahead, the next one back. The monotonic clock and the
// timers know nothing of it, as with a clock that is set.
const STEP_MS = Number(process.env.STEP_CLOCK_MS);
const RealDate = Date;
let stepMs = 0;

process.on('SIGUSR2', () => {
  stepMs = stepMs === 0 ? STEP_MS : 0;
});

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [target.now() + stepMs] : args, newTarget),
  apply: (target) => new target(target.now() + stepMs).toString(),
  get: (target, property, receiver) =>
    property === 'now' ? () => target.now() + stepMs : Reflect.get(target, property, receiver),
});
