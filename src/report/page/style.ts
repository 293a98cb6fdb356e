/** How the page looks. Ours, constant, and named by its hash in the policy. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f8; --sheet: #fff; --ink: #1b1f23; --quiet: #545c66; --line: #d9dee4; --soft: #eef1f4;
  --link: #0a55c4; --critical: #b3231b; --warning: #8a5200; --info: #0a55c4; --ok: #1b7338; --unknown: #545c66;
  --critical-soft: #fdf0ef; --warning-soft: #fdf5e6; --ok-soft: #eef8f1; --unknown-soft: #f0f2f4; --found: #ffe58a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121518; --sheet: #1a1e22; --ink: #e7eaed; --quiet: #a4adb7; --line: #343b43; --soft: #23292f;
    --link: #8ab8ff; --critical: #ff938a; --warning: #f2b65c; --info: #8ab8ff; --ok: #71d08d; --unknown: #a4adb7;
    --critical-soft: #2c1b1b; --warning-soft: #2a2317; --ok-soft: #17261c; --unknown-soft: #20262c; --found: #6b5300;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere;
}
main, .top { max-width: 54rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-bottom: 4rem; }
main:focus { outline: none; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; }
h1 { font-size: clamp(1.35rem, 1.1rem + 1.4vw, 1.9rem); line-height: 1.25; font-weight: 650; letter-spacing: -.012em; }
h1.long { font-size: 1.2rem; line-height: 1.4; letter-spacing: 0; }
h2 { font-size: 1.15rem; line-height: 1.3; font-weight: 650; margin: 2.75rem 0 .9rem; }
h3 { font-size: 1rem; line-height: 1.45; font-weight: 600; }
a { color: var(--link); text-underline-offset: .15em; }
code, pre { font: .86em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--sheet); z-index: 1; }
.for-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { color: var(--quiet); font-size: .93rem; }
[hidden] { display: none !important; }

.top { padding-top: 1.1rem; padding-bottom: 1.1rem; }
.top p { color: var(--quiet); font-size: .9rem; }
.top .alarm { color: var(--warning); }
.top strong { color: var(--ink); font-weight: 650; margin-right: .5em; }

.mark { width: 1.05em; height: 1.05em; vertical-align: -.15em; flex: none; }
.fill { fill: var(--tone); }
.ink { fill: none; stroke: var(--sheet); stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
.line { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linecap: round; }
.critical { --tone: var(--critical); --tint: var(--critical-soft); }
.warning { --tone: var(--warning); --tint: var(--warning-soft); }
.info { --tone: var(--info); --tint: var(--soft); }
.ok { --tone: var(--ok); --tint: var(--ok-soft); }
.unknown, .skipped { --tone: var(--unknown); --tint: var(--unknown-soft); }

.verdict, .card, .fold, .picture, .provenance dl, .fine {
  background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; overflow: clip;
}
.verdict { padding: 1.5rem 1.6rem 1.6rem; border-top: 5px solid var(--tone); }
.status { display: flex; gap: .5em; align-items: center; color: var(--tone); font-weight: 650; margin-bottom: .5rem; }
.status .mark { width: 1.5em; height: 1.5em; }
.verdict .note { margin-top: .75rem; }
.next { margin-top: 1.2rem; padding: .9rem 1.1rem; background: var(--tint); border-radius: 8px; }
.next h2 { margin: 0 0 .2rem; font-size: .93rem; }
.more { margin-top: 1rem; }

.contents ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; }
.contents { margin-top: 1.2rem; font-size: .93rem; color: var(--quiet); }
.search { margin-top: 1.5rem; display: grid; grid-template-columns: 1fr auto; gap: .3rem 1rem; align-items: baseline; }
.search label { font-weight: 600; font-size: .93rem; }
.search p { color: var(--quiet); font-size: .93rem; grid-area: 1 / 2; }
.search input {
  grid-column: 1 / -1; width: 100%; padding: .6rem .8rem; font: inherit; color: inherit;
  background: var(--sheet); border: 1px solid var(--quiet); border-radius: 8px;
}
::highlight(found) { background-color: var(--found); color: var(--ink); }

.card { padding: 1.1rem 1.25rem 1.2rem; border-left: 5px solid var(--tone); }
.card + .card, .fold + .fold, .card + .fold, .note + .fold { margin-top: .75rem; }
.severity { color: var(--tone); font-size: .8rem; letter-spacing: .03em; font-weight: 700; margin-right: .35em; white-space: nowrap; }
.role { color: var(--quiet); font-size: .85rem; font-weight: 600; margin-bottom: .3rem; }
.parts { margin-top: .55rem; display: grid; gap: .4rem; }
.parts div { display: grid; grid-template-columns: 6.5rem 1fr; gap: .75rem; }
.parts dt { color: var(--quiet); font-size: .93rem; }
.parts .do dd { font-weight: 550; }
.info .do dd, .unknown .do dd { font-weight: inherit; }
.seen { font-size: .88rem; }
.seen a { margin-right: .5em; }
.seen .code { color: var(--quiet); }

.chain { margin-top: 1.1rem; padding-top: .9rem; border-top: 1px solid var(--line); }
.effects { list-style: none; padding: 0; }
.effects > li { position: relative; padding: .3rem 0 .3rem 1.9rem; }
.effects > li::before {
  content: ""; position: absolute; left: .55rem; top: -.3rem; height: 1.45rem; width: .8rem;
  border: solid var(--quiet); border-width: 0 0 2px 2px; border-bottom-left-radius: 7px;
}
.effects > li:not(:last-child) { background: linear-gradient(var(--quiet), var(--quiet)) .55rem 0 / 2px 100% no-repeat; }
summary { cursor: pointer; border-radius: 6px; }
summary h3 { display: inline; font-weight: 550; }

.reads { padding-left: 1.1rem; margin-top: .5rem; font-size: .93rem; }
.reads code { margin-right: .4em; }
.fold { padding: 0; }
.fold > summary { padding: .7rem 1rem; }
.fold > summary:focus-visible { outline-offset: -3px; }
.fold[open] > summary { border-bottom: 1px solid var(--line); border-radius: 0; }
.fold > :not(summary) { padding: .9rem 1rem; }
.steps { padding: .9rem 1rem .9rem 2.7rem !important; }
.steps li + li { margin-top: .45rem; }
.read { border-radius: 0; }
.read + .read { margin-top: -1px; }
.read > summary { padding: .5rem 1rem; }
.facts { color: var(--quiet); font-size: .85rem; margin-left: .4em; }
pre { margin: 0; white-space: pre-wrap; tab-size: 4; overflow: clip; }
.cut { color: var(--warning); font-weight: 600; }

.fine { list-style: none; padding: .4rem 1.1rem; }
.fine li { padding: .55rem 0; }
.fine li + li { border-top: 1px solid var(--line); }
.fine strong { font-weight: 600; margin: 0 .35em; }

.pictures { display: grid; gap: .75rem; }
.picture { padding: 1rem 1.25rem 1.1rem; }
.bars { list-style: none; padding: 0; }
.bars li { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; margin-top: .75rem; }
.bars .value { text-align: right; }
.bars li > svg, .bars .limits { grid-column: 1 / -1; }
.bars li > svg { display: block; border-radius: 5px; }
.bars .name { font-weight: 600; }
.bars .limits { color: var(--quiet); font-size: .85rem; }
.track { fill: var(--soft); }
.bar { fill: var(--tone); }
.limit { fill: var(--ink); }
.timeline { display: block; margin-top: .8rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
.timeline .answered { fill: var(--link); }
.timeline .silent { fill: var(--warning); }
.axis { display: flex; justify-content: space-between; color: var(--quiet); font-size: .8rem; margin-top: .2rem; }
.key { font-size: .85rem; margin: .3rem 0 1rem; color: var(--quiet); }
.key span { margin-right: 1em; }
.key span::before { content: ""; display: inline-block; width: .9em; height: .6em; margin-right: .4em; border-radius: 2px; background: var(--link); }
.key .silent::before { background: var(--warning); }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: baseline; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--quiet); font-size: .85rem; }
td { white-space: nowrap; }

.provenance dl { margin-top: .8rem; padding: .4rem 1.1rem; }
.provenance dl div { display: grid; grid-template-columns: 14rem 1fr; gap: 1rem; padding: .4rem 0; }
.provenance dl div + div { border-top: 1px solid var(--line); }
.provenance dt { color: var(--quiet); }
.alarm { color: var(--warning); font-weight: 600; font-size: .93rem; }

@media (max-width: 36rem) {
  main, .top { padding-left: .9rem; padding-right: .9rem; }
  .verdict { padding: 1.2rem 1.1rem; }
  .card { padding: .9rem 1rem 1rem; }
  .parts div, .provenance dl div { grid-template-columns: 1fr; gap: 0; }
  .search { grid-template-columns: 1fr; }
  .search p { grid-area: auto; }
  .bars li { grid-template-columns: 1fr; }
  .bars .value { text-align: left; }
  td { white-space: normal; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --line: #bbb; --soft: #eee;
    --link: #0a55c4; --critical: #b3231b; --warning: #8a5200; --info: #0a55c4; --ok: #1b7338; --unknown: #444;
    --critical-soft: #fff; --warning-soft: #fff; --ok-soft: #fff; --unknown-soft: #fff;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 10pt; }
  main, .top { max-width: none; padding: 0; }
  .top { padding-bottom: .8rem; }
  .search, .skip, .contents { display: none; }
  .next { border: 1px solid var(--line); }
  a { color: inherit; text-decoration: none; }
  .card, .picture, tr, .effects > li { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .bar, .limit, .timeline rect { forced-color-adjust: none; } }
`;
