export { errorsPage } from './errors-page.tsx';
export { messagePage } from './message-page.tsx';
export { serverPage } from './server-page.tsx';
export { setupDonePage } from './setup-done-page.tsx';
export { setupPage } from './setup-page.tsx';
export { statusPage } from './status-page.tsx';
export { style } from './style.ts';
