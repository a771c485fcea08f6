import { mount } from './mount.ts';

const script = document.currentScript;

if (script instanceof HTMLScriptElement) {
  const { origin } = new URL(script.src);
  const mountAll = () => {
    for (const host of document.querySelectorAll<HTMLElement>('[data-alivemcp],[data-server]')) mount(host, origin);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', mountAll);
  else mountAll();
}
