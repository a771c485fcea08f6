import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { compress } from './compress.ts';

const root = import.meta.dirname;
const quiet = { root, configFile: false, publicDir: false, logLevel: 'warn' } as const;

/** A script of its own for pages that are not ours to bundle: no module, no hash in its name. */
const script = (name: string): InlineConfig => ({
  ...quiet,
  build: {
    outDir: 'dist/client',
    emptyOutDir: false,
    lib: { entry: `src/${name}/main.ts`, formats: ['iife'], name: 'alivemcp', fileName: () => `${name}.js` },
  },
});

/** The pages for the server, with React inside: whoever serves them needs no package of ours. */
const pages: InlineConfig = {
  ...quiet,
  plugins: [react()],
  // React chooses its slower development build at run time unless it is told here.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true },
  build: {
    outDir: 'dist/server',
    ssr: 'src/pages/index.tsx',
    minify: true,
    rollupOptions: { output: { entryFileNames: 'index.js' } },
  },
};

await build({ root, configFile: `${root}/vite.config.ts`, logLevel: 'warn' });
await build(script('embed'));
await build(script('page'));
await build(script('theme'));
await build(pages);

await compress(`${root}/dist/client/assets`);
