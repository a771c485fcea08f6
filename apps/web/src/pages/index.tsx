import type { Pages } from '@alivemcp/contracts';
import { renderToStaticMarkup } from 'react-dom/server';

const stub = (name: string) => `<!doctype html>${renderToStaticMarkup(<h1>{name}</h1>)}`;
export const style = '';
export const serverPage: Pages['serverPage'] = ({ view }) => stub(view.server.name);
export const statusPage: Pages['statusPage'] = ({ view }) => stub(view.title);
export const setupPage: Pages['setupPage'] = ({ form }) => stub(form.email);
export const setupDonePage: Pages['setupDonePage'] = ({ email }) => stub(email);
export const errorsPage: Pages['errorsPage'] = () => stub('Errors');
export const messagePage: Pages['messagePage'] = ({ title }) => stub(title);
