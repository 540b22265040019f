// Models end and listings grow old by the calendar, so that what is right today may be wrong tomorrow: tests in a real VS Code go by one day.
// It is an extension, too, for workbenches that run none of the tests' own code; it holds for all extensions of a host.

/** The day of the bundled data (`compiled` in src/core/program/models.json), UTC. */
const day = '2026-11-22';

/** From now on `new Date()` is on that day, at the real time of day. Durations and the times of files stay real: `Date.now()`. */
function activate() {
  const dayLength = 86_400_000;
  const shift = Date.parse(day) - Math.floor(Date.now() / dayLength) * dayLength;
  globalThis.Date = new Proxy(Date, {
    construct: (date, args, newTarget) => Reflect.construct(date, args.length ? args : [date.now() + shift], newTarget),
  });
}

module.exports = { activate };
