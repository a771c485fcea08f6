import { nameZone, showLocalTimes } from './local-time.ts';
import { refresh } from './refresh.ts';

const EVERY_MS = 60_000;

showLocalTimes(document);
nameZone(document);

if (document.querySelector('main[data-live]')) {
  let at = Date.now();
  const look = () => {
    if (document.hidden || Date.now() - at < EVERY_MS) return;
    at = Date.now();
    void refresh(showLocalTimes);
  };
  setInterval(look, EVERY_MS / 12);
  document.addEventListener('visibilitychange', look);
}
