import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env.ALIVEMCP_DEV_API ?? 'http://127.0.0.1:3000';

/** The dashboard. `npx vite` serves it for development and asks a running AliveMCP for everything else. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist/client',
    // Of our own origin, and no inlined data: the content security policy stays strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(
      [
        '/api',
        '/badge',
        '/s/',
        '/status/',
        '/embed.js',
        '/page.js',
        '/theme.js',
        '/docs',
        '/openapi.json',
        '/setup',
      ].map((path) => [path, API]),
    ),
  },
});
