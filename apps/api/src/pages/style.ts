import { createHash } from 'node:crypto';

/** The style sheet of every page: system font, light and dark, 320 px and up, contrast of 4.5:1 or more. */
export const STYLE = `
:root{color-scheme:light dark;--fg:#16191d;--muted:#59616b;--bg:#fff;--line:#d9dde2;--soft:#f4f6f8;--link:#1d4fc4;
--up:#1a7f4b;--degraded:#8a5a00;--down:#c0262d;--maintenance:#2a5bd7;--unknown:#6b7280}
@media (prefers-color-scheme:dark){:root{--fg:#eceff2;--muted:#a3acb7;--bg:#14171a;--line:#343b43;--soft:#1d2226;--link:#8fb4ff;
--up:#58d392;--degraded:#e5b454;--down:#ff8087;--maintenance:#92b3ff;--unknown:#a3acb7}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif}
main,footer{max-width:46rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{margin:.5rem 0}a{color:var(--link)}a:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.muted,footer{color:var(--muted)}footer{font-size:.9rem}
.state{margin:1rem 0;padding:1rem;border:1px solid var(--line);border-left:.4rem solid currentColor;border-radius:.4rem;background:var(--soft)}
.state strong{font-size:1.25rem}.state p{color:var(--fg)}
.up{color:var(--up)}.degraded{color:var(--degraded)}.down{color:var(--down)}.maintenance{color:var(--maintenance)}
.unknown,.paused,.pending{color:var(--unknown)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--muted);font-weight:600;font-size:.9rem}.number{font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.35rem 1rem;margin:0}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
pre{overflow-x:auto;padding:.75rem;background:var(--soft);border:1px solid var(--line);border-radius:.4rem;font-size:.875rem}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input{width:100%;padding:.6rem;font:inherit;color:inherit;background:var(--bg);border:1px solid var(--muted);border-radius:.4rem}
button{margin-top:1.25rem;padding:.6rem 1.2rem;font:inherit;font-weight:600;color:#fff;background:#1d4fc4;border:0;border-radius:.4rem}
.error{color:var(--down);margin:.25rem 0 0}.hint{color:var(--muted);font-size:.9rem;margin:.25rem 0 0}
@media (forced-colors:active){.state{border-left-color:CanvasText}}
`.trim();

/** For the `style-src` of the content security policy: this sheet and no other. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
